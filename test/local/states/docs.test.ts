import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catcher, choiceRule, FIELDS, machineSchema, retrier } from '../../../local/states/language/definition.ts';
import { validateDefinition } from '../../../local/states/language/validate.ts';
import { Bench, invoke } from './support.ts';

const text = readFileSync('docs/interpreter.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).sort();

describe('the tables of docs/interpreter.md', () => {
  it.each([
    ['a machine', machineSchema.shape],
    ...Object.entries(FIELDS).map(([type, fields]): [string, object] => [`\`${type}\``, fields]),
    ['a rule of `Choices`', choiceRule.shape],
    ['a rule of `Retry`', retrier.shape],
    ['a rule of `Catch`', catcher.shape],
  ])('have the fields of %s, as the validator does', (of, fields) => {
    expect(names(rows.find(([, first]) => first === of)?.[2])).toEqual(Object.keys(fields).sort());
  });

  it('have every call that is answered with the members it takes, and no other', () => {
    const from = text.indexOf('### Calls');
    const table = text.slice(from, text.indexOf('### Durability')).split('\n');
    const calls = table
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.replaceAll(/\(.*?\)/g, '')))
      .map(([, call, members]) => [...names(call), ...names(members)]);
    const answered = Object.entries(new Bench().interpreter.operations);
    expect(calls.sort()).toEqual(answered.map(([name, { members }]) => [name, ...[...members].sort()]).sort());
  });

  it.each(
    ['JSONPath', 'distributed Map', 'roles of tasks'].flatMap((of) =>
      names(rows.find(([, first]) => first === of)?.[2]),
    ),
  )('have %s among what is refused, as it is', (field) => {
    const state = { ...invoke('f'), End: true, [field]: '$' };
    const definition = { QueryLanguage: 'JSONata', StartAt: 'S', States: { S: state } };
    expect(validateDefinition(JSON.stringify(definition))).toMatchObject([{ location: `/States/S/${field}` }]);
  });

  it('name tests that are there', () => {
    const shown = rows
      .flatMap((cells) => cells.slice(1, -1).at(-1)?.split(';') ?? [])
      .filter((cell) => /`(c\/|dur)/.test(cell));
    expect(shown.length).toBeGreaterThan(40);
    for (const reference of shown) {
      const [, file = '', words = ''] = /`([\w./-]+)`(.*)/.exec(reference) ?? [];
      const path = join('test/local/states', `${file.replace(/^c\//, 'conformance/')}.test.ts`);
      const source = readFileSync(path, 'utf8');
      for (const piece of words.split(/…|, /)) expect(source).toContain(piece.trim());
    }
  });
});
