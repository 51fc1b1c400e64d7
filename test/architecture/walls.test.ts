import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkWalls } from '../../scripts/walls.ts';

/** A small house with the same walls, where an import can be forbidden on purpose. */
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'biome.json', 'lint', 'package.json']) {
    cpSync(file, join(house, file), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), content);
};

const violationsOf = (from: string) => checkWalls(house).violations.filter((v) => v.from === from);

describe('the walls between the rooms', () => {
  it('reads every source file of this checkout and finds no forbidden import', () => {
    const { modules, violations } = checkWalls('.');
    expect(modules.length).toBeGreaterThan(50);
    expect(violations).toEqual([]);
  }, 60_000);

  it.each([
    ['domain/rule.ts', '../functions/data/table.ts', 'domain-imports-only-itself'],
    ['workflows/flow.ts', '../functions/shared/x.ts', 'workflows-imports-only-domain'],
    ['functions/feature/do.ts', '../../web/page.ts', 'functions-imports-only-domain'],
    ['web/page.ts', '../functions/shared/x.ts', 'web-imports-only-domain'],
    ['infra/stack.ts', '../functions/shared/x.ts', 'infra-imports-only-workflows-domain-scripts'],
    ['local/main.ts', '../workflows/flow.ts', 'local-imports-only-domain'],
    ['simulation/year.ts', '../web/page.ts', 'simulation-imports-only-domain-functions-infra-local-scripts'],
    ['scripts/uses.ts', '../simulation/year.ts', 'nobody-imports-the-simulation'],
    ['infra/other.ts', '../domain/do-it.api.ts', undefined],
    ['functions/feature/calls.ts', './do-it.api.ts', 'handlers-are-entries'],
    ['functions/feature/reads.ts', '@aws-sdk/client-dynamodb', 'dynamodb-only-in-data'],
    ['functions/data/reads.ts', '@aws-sdk/client-dynamodb', undefined],
    ['functions/feature/fixture.ts', '../../test/support/fixture.ts', 'no-test-in-production'],
    ['domain/lost.ts', './nowhere.ts', 'no-unresolvable'],
  ])(
    '%s importing %s',
    (from, to, rule) => {
      if (to.startsWith('.') && to !== './nowhere.ts') write(join(dirname(from), to), 'export const x = 1;\n');
      write(from, to.startsWith('@') ? `export * from '${to}';\n` : `export { x } from '${to}';\n`);

      const rules = violationsOf(from).map((v) => v.rule);

      rmSync(join(house, from));
      if (rule === undefined) expect(rules).toEqual([]);
      else expect(rules).toContain(rule);
    },
    60_000,
  );

  it('refuses a cycle', () => {
    write('domain/a.ts', "import { b } from './b.ts';\nexport const a = (): number => b();\n");
    write('domain/b.ts', "import { a } from './a.ts';\nexport const b = (): number => a();\n");

    expect(violationsOf('domain/a.ts').map((v) => v.rule)).toContain('no-cycle');
  }, 60_000);

  it('fails when a file is not read', () => {
    write('domain/unread.ts', 'export const x = 1;\n');
    const config = join(house, '.dependency-cruiser.mjs');
    writeFileSync(config, "export default { forbidden: [], options: { exclude: { path: 'unread' } } };\n");

    expect(() => checkWalls(house)).toThrow('did not read');

    cpSync('.dependency-cruiser.mjs', config);
    rmSync(join(house, 'domain/unread.ts'));
  }, 60_000);
});

describe('no system clock in rules and handlers', () => {
  const lint = (path: string, code: string): string => {
    write(path, code);
    const run = spawnSync('node_modules/.bin/biome', ['lint', '--vcs-enabled=false', path], {
      cwd: house,
      encoding: 'utf8',
    });
    rmSync(join(house, path));
    return run.stdout + run.stderr;
  };
  const message = 'Time comes in with the event';

  it.each(['domain', 'functions', 'workflows'])('refuses it in %s', (room) => {
    for (const clock of ['Date.now()', 'new Date()', 'performance.now()', 'Temporal.Now.instant()']) {
      expect(lint(`${room}/clock.ts`, `export const t = ${clock};\n`)).toContain(message);
    }
  });

  it('lets the runtime have one, and rules parse a given instant', () => {
    expect(lint('local/clock.ts', 'export const t = Date.now();\n')).not.toContain(message);
    expect(lint('domain/clock.ts', 'export const t = new Date(0);\n')).not.toContain(message);
  });
});
