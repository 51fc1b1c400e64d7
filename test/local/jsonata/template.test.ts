import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsonata from 'jsonata';
import type { Json } from '../../../local/jsonata/json.ts';
import { EvaluationError, evaluateTemplate } from '../../../local/jsonata/template.ts';

const name = fc.constantFrom('a', 'b', 'c');
const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(null, 1, 'x', true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const path = fc.array(name, { maxLength: 4 }).map((names) => ['$x', ...names].join('.'));

it('follows a path as JSONata does', async () => {
  await fc.assert(
    fc.asyncProperty(value, path, async (x, source) => {
      const theirs: unknown = await jsonata(source).evaluate(undefined, { x });
      const scope = { states: {}, context: () => null, variables: { x }, run: { now: 0, random: () => 0 } };
      const ours = () => evaluateTemplate(`{% ${source} %}`, scope, 'Output');
      if (theirs === undefined) expect(ours).toThrow(EvaluationError);
      else expect(JSON.stringify(ours())).toBe(JSON.stringify(theirs));
    }),
    { numRuns: 2_000 },
  );
});

it('leaves what holds no expression as it is', () => {
  const template = { a: ['{ % 1 % }', { b: null }] };
  const scope = { states: {}, context: () => null, variables: {}, run: { now: 0, random: () => 0 } };
  expect(evaluateTemplate(template, scope, 'Output')).toBe(template);
});

it('gives no more of an object than is its own', () => {
  const scope = { states: {}, context: () => null, variables: { x: {} }, run: { now: 0, random: () => 0 } };
  expect(() => evaluateTemplate('{% $x.constructor %}', scope, 'Output')).toThrow(EvaluationError);
});
