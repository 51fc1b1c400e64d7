import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as z from 'zod';

/** Rooms the walls stand between. */
export const ROOMS = [
  'domain',
  'workflows',
  'functions',
  'infra',
  'web',
  'local',
  'simulation',
  'test',
  'bench',
  'scripts',
];

const CruiseResult = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
});

/** What the lint of the walls read and what it refused. */
export type WallReport = { modules: string[]; violations: { from: string; to: string; rule: string }[] };

/**
 * Checks the imports of all rooms against `.dependency-cruiser.mjs`.
 * @param folder the checkout to read
 * @throws Error when the lint could not run, or read fewer modules than there are source files: a rule that reads no
 *   file passes whatever the code does
 */
export const checkWalls = (folder: string): WallReport => {
  const rooms = ROOMS.filter((room) => readdirSync(folder).includes(room));
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
      ...rooms,
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.stdout === '') throw new Error(`The lint of the walls did not run: ${run.stderr}`);
  const result = CruiseResult.parse(JSON.parse(run.stdout));
  const modules = result.modules.map((m) => m.source).filter((source) => rooms.includes(source.split('/')[0] ?? ''));
  const unread = sourceFiles(folder, rooms).filter((file) => !modules.includes(file));
  if (unread.length > 0) {
    throw new Error(`The lint of the walls did not read ${unread.length} files, ${unread[0]} among them.`);
  }
  return {
    modules,
    violations: result.summary.violations
      .filter((v) => v.rule.severity === 'error')
      .map((v) => ({ from: v.from, to: v.to, rule: v.rule.name })),
  };
};

/** TypeScript sources of the rooms, as paths relative to the folder. */
const sourceFiles = (folder: string, rooms: string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(`${folder}/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => `${room}/${file}`),
  );
