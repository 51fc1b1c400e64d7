import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsonata from 'jsonata';
import type { Json } from '../../../local/jsonata/json.ts';
import { parseJsonata } from '../../../local/jsonata/jsonata.ts';
import { evaluateTemplate } from '../../../local/jsonata/template.ts';

const input = {
  n: 3,
  text: 'Lyon, Saint-Étienne, Grenoble',
  list: [3, 1, 2],
  people: [
    { name: 'Ada', age: 36, tags: ['x', 'y'], city: { name: 'Lyon' } },
    { name: 'Bob', age: 17, tags: [], city: { name: 'Paris' } },
    { name: 'Eve', age: 52, tags: ['y'], city: { name: 'Lyon' } },
  ],
};

const bindings = { v: 7, list: [1, 2, 3] };

/** What an evaluation gives, or the code of its error. */
const outcome = (value: unknown) => JSON.stringify(value) ?? 'undefined';
const failure = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? `! ${error.code}` : `! ${error}`;

describe('JSONata without promises', () => {
  it.each([
    'n + 1 > 3 and not (n = 4) or $exists(nothing)',
    "text & '!' & $string(n)",
    'people[age > 18].name',
    'people.{ "who": name, "where": city.name }',
    'people{ city.name: $sum(age) }',
    'people^(>age, name).name',
    'people@$p.{ "p": $p.name }',
    'people#$i.{ "i": $i, "n": name }',
    'people.city.%.name',
    '**.name',
    '*.age',
    'list[0], list[-1]',
    'list[[0..1]]',
    '[1..5][$ % 2 = 0]',
    'people[0].tags[]',
    'n ? "yes" : "no"',
    '($x := 2; $y := $x * 3; $x + $y)',
    '($f := function($a, $b) { $a + $b }; $f(1, 2))',
    '($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(10))',
    '($loop := function($n, $acc) { $n = 0 ? $acc : $loop($n - 1, $acc + 1) }; $loop(2000, 0))',
    '($add := function($a, $b) { $a + $b }; $plus1 := $add(1, ?); list.$plus1($))',
    '$map(list, function($v, $i) { $v * $i })',
    '$filter(people, function($p) { $p.age > 20 }).name',
    '$reduce(list, function($a, $b) { $a + $b })',
    '$sort(people, function($l, $r) { $l.age > $r.age }).name',
    '$single(people, function($p) { $p.name = "Ada" }).age',
    '$single(list)',
    '$each(people[0], function($v, $k) { $k })',
    '$sift(people[0], function($v, $k) { $k ~> /a/ })',
    'list ~> $sum() ~> $string()',
    '($twice := $sum ~> $string; $twice(list))',
    '$match(text, /(\\w)yon/)',
    '$replace(text, /[aeiou]/, function($m) { $uppercase($m.match) })',
    '$replace(text, "Lyon", "Lugdunum")',
    '$split(text, /,\\s*/)',
    '$contains(text, /grenoble/i)',
    '$ ~> |people|{ "age": age + 1 }, ["tags"]|',
    '$merge(people.{ name: age })',
    '$zip(list, [4, 5, 6])',
    '$distinct([1, 1, 2])',
    '$lookup(people, "name")',
    '$formatNumber(1234.5, "#,##0.00")',
    '$formatBase(255, 16)',
    '$fromMillis(0, "[Y0001]-[M01]-[D01]")',
    '$toMillis("2026-01-05T08:00:00Z")',
    '$formatInteger(42, "w")',
    '$parseInteger("XLII", "I")',
    '$encodeUrlComponent(text)',
    '$base64encode(text)',
    '$type(function() { 1 })',
    '$assert(n = 4, "not four")',
    '$error("stop")',
    '$v + $list[1]',
    '"a" + 1',
    'n < "a"',
    '$nothing(1)',
    '$sum("a")',
    '{ "a": n, "a": n }',
    '(1; ',
    '`people`[0]["name"]',
  ])('does as the package does: %s', async (source) => {
    const theirs = async () => jsonata(source).evaluate(structuredClone(input), structuredClone(bindings));
    const ours = () => parseJsonata(source).evaluate(structuredClone(input), structuredClone(bindings));
    const expected = await theirs().then(outcome, failure);
    let given: string;
    try {
      given = outcome(ours());
    } catch (error) {
      given = failure(error);
    }
    expect(given).toBe(expected);
  });
});

it('compares as JSONata does', async () => {
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('a', 'b', ''),
    fc.constantFrom(null, true, []),
  );
  const literal = fc.oneof(
    fc.integer({ min: -3, max: 3 }).map(String),
    fc.constantFrom("'a'", "'b'", "''", 'true', 'null', '"a"'),
  );
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  await fc.assert(
    fc.asyncProperty(fc.option(value, { nil: undefined }), operator, literal, async (x, sign, right) => {
      const source = `$x.y ${sign} ${right}`;
      const variables: { [name: string]: Json } = { x: x === undefined ? {} : { y: x } };
      const expected = await jsonata(source)
        .evaluate(undefined, variables)
        .then(outcome, () => '!');
      const scope = { states: {}, context: () => null, variables, run: { now: 0, random: () => 0 } };
      let given: string;
      try {
        given = outcome(evaluateTemplate(`{% ${source} %}`, scope, 'Condition'));
      } catch (error) {
        given = String(error).includes('returned nothing') ? 'undefined' : '!';
      }
      expect(given).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});
