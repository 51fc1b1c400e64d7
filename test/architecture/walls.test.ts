import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkWalls, type WallReport } from '../../scripts/walls.ts';

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

/** Who imports what on purpose, and the rule that refuses it; none where the walls let it. */
const IMPORTS: [from: string, to: string, rule: string | undefined][] = [
  ['domain/rule.ts', '../functions/data/table.ts', 'domain-imports-only-itself'],
  ['workflows/flow.ts', '../functions/shared/x.ts', 'workflows-imports-only-domain'],
  ['functions/feature/do.ts', '../../web/page.ts', 'functions-imports-only-domain'],
  ['web/entry.ts', '../functions/shared/x.ts', 'web-imports-only-domain'],
  ['infra/stack.ts', '../functions/shared/x.ts', 'infra-imports-only-workflows-domain-scripts'],
  ['local/main.ts', '../workflows/machine.ts', 'local-imports-only-domain'],
  ['simulation/play.ts', '../web/page.ts', 'simulation-imports-only-domain-functions-infra-local-scripts'],
  ['scripts/uses.ts', '../simulation/year.ts', 'nobody-imports-the-simulation'],
  ['infra/other.ts', '../domain/do-it.api.ts', undefined],
  ['functions/feature/calls.ts', './do-it.api.ts', 'handlers-are-entries'],
  ['functions/feature/reads.ts', '@aws-sdk/client-dynamodb', 'dynamodb-only-in-data'],
  ['functions/data/reads.ts', '@aws-sdk/client-dynamodb', undefined],
  ['functions/feature/fixture.ts', '../../test/support/fixture.ts', 'no-test-in-production'],
  ['domain/lost.ts', './nowhere.ts', 'no-unresolvable'],
];

describe('the walls between the rooms', () => {
  let violations: WallReport['violations'];
  const rulesOf = (from: string) => violations.filter((v) => v.from === from).map((v) => v.rule);

  // Everything forbidden stands in the house at once, and is read once.
  beforeAll(() => {
    for (const [from, to] of IMPORTS) {
      if (to.startsWith('.') && to !== './nowhere.ts') write(join(dirname(from), to), 'export const x = 1;\n');
    }
    for (const [from, to] of IMPORTS) {
      write(from, to.startsWith('@') ? `export * from '${to}';\n` : `export { x } from '${to}';\n`);
    }
    write('domain/a.ts', "import { b } from './b.ts';\nexport const a = (): number => b();\n");
    write('domain/b.ts', "import { a } from './a.ts';\nexport const b = (): number => a();\n");
    violations = checkWalls(house).violations;
  }, 60_000);

  it('reads every source file of this checkout and finds no forbidden import', () => {
    const report = checkWalls('.');
    expect(report.modules.length).toBeGreaterThan(50);
    expect(report.violations).toEqual([]);
  }, 60_000);

  it.each(IMPORTS)('%s importing %s', (from, _to, rule) => {
    if (rule === undefined) expect(rulesOf(from)).toEqual([]);
    else expect(rulesOf(from)).toContain(rule);
  });

  it('refuse a cycle', () => {
    expect(rulesOf('domain/a.ts')).toContain('no-cycle');
  });

  it('let what is imported be, where it imports nothing', () => {
    const importing = new Set([...IMPORTS.map(([from]) => from), 'domain/a.ts', 'domain/b.ts']);
    expect(violations.filter(({ from }) => !importing.has(from))).toEqual([]);
  });

  it('fail when a file is not read', () => {
    write('domain/unread.ts', 'export const x = 1;\n');
    const config = join(house, '.dependency-cruiser.mjs');
    writeFileSync(config, "export default { forbidden: [], options: { exclude: { path: 'unread' } } };\n");

    expect(() => checkWalls(house)).toThrow('did not read');
  }, 60_000);
});

describe('no system clock in rules and handlers', () => {
  const CLOCKS = ['Date.now()', 'new Date()', 'performance.now()', 'Temporal.Now.instant()'];
  const ROOMS = ['domain', 'functions', 'workflows'];
  let refused: string[];

  beforeAll(() => {
    const files = {
      ...Object.fromEntries(ROOMS.flatMap((room) => CLOCKS.map((clock, at) => [`${room}/clock-${at}.ts`, clock]))),
      'local/clock.ts': 'Date.now()',
      'domain/instant.ts': 'new Date(0)',
    };
    for (const [file, code] of Object.entries(files)) write(file, `export const t = ${code};\n`);
    const run = spawnSync(
      'node_modules/.bin/biome',
      ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', ...Object.keys(files)],
      { cwd: house, encoding: 'utf8' },
    );
    refused = run.stdout.split('\n').filter((line) => line.includes('Time comes in with the event'));
  }, 60_000);
  const isRefused = (file: string): boolean => refused.some((line) => line.includes(`${file},line=1,`));

  it.each(ROOMS)('refuses it in %s', (room) => {
    for (const [at, clock] of CLOCKS.entries()) {
      expect({ clock, refused: isRefused(`${room}/clock-${at}.ts`) }).toEqual({ clock, refused: true });
    }
  });

  it('lets the runtime have one, and rules parse a given instant', () => {
    expect(isRefused('local/clock.ts')).toBe(false);
    expect(isRefused('domain/instant.ts')).toBe(false);
  });
});
