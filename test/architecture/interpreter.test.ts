import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = 'local/states';
const lengths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, lines: readFileSync(join(root, name), 'utf8').split('\n').length - 1 }));

/** The local Step Functions is to be read like its specification: in short files, and in an hour. */
it('the interpreter has no file of more than 300 lines, and fewer than 2,000 in all', () => {
  expect(lengths.length).toBeGreaterThan(15);
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(lengths.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThan(2_000);
});

it('has one file for each type of state', () => {
  const types = ['choice', 'fail', 'map', 'parallel', 'pass', 'succeed', 'task', 'wait'];
  expect(readdirSync(join(root, 'state-types')).sort()).toEqual(types.map((type) => `${type}.ts`));
});
