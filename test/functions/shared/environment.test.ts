import { afterEach, describe, expect, it } from '@jest/globals';
import { EnvironmentName } from '../../../domain/environment.ts';
import { readEnvironment } from '../../../functions/shared/environment.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

describe('the environment of a handler', () => {
  it('is what was asked for', () => {
    process.env[EnvironmentName.table] = 'traboule';
    process.env[EnvironmentName.site] = 'https://traboule.example';
    expect(readEnvironment('table', 'site')).toEqual({ table: 'traboule', site: 'https://traboule.example' });
  });

  it.each([
    ['table', undefined],
    ['table', ''],
    ['site', 'traboule.example'],
    ['site', 'https://traboule.example/'],
    ['register', 'none'],
  ] as const)('keeps the function from starting, and names the variable, when %s is %p', (name, value) => {
    if (value === undefined) delete process.env[EnvironmentName[name]];
    else process.env[EnvironmentName[name]] = value;
    expect(() => readEnvironment(name)).toThrow(EnvironmentName[name]);
  });
});
