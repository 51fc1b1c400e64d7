import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { TRIAL_ENVIRONMENT } from '../scripts/trial-environment.ts';

/** A bundle measured: bytes of its module, and import time as a ratio to the bare handler's. */
export type BundleMeasure = { name: string; bytes: number; importRatio: number };

const FOLDER = 'build/functions';
const BARE = 'build/bench/bare/index.mjs';
/** Each round imports every bundle once, so a slow moment of the machine falls on all of them. */
const ROUNDS = 5;

/** Builds the handler that all others are compared with: client-dynamodb and nothing else. */
const buildBare = (): void => {
  mkdirSync('build/bench/bare', { recursive: true });
  buildSync({
    stdin: {
      contents: `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
        const client = new DynamoDBClient({});
        export const handler = () => client.send(new GetItemCommand({ TableName: 't', Key: {} }));`,
      resolveDir: '.',
    },
    outfile: BARE,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
};

/** Imports a bundle in a fresh process. @returns milliseconds */
const importTime = (file: string): number => {
  const code = `const t = performance.now(); await import(process.argv[1]); console.log(performance.now() - t);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code, `${process.cwd()}/${file}`], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, AWS_REGION: 'eu-west-3', ...TRIAL_ENVIRONMENT },
  });
  const time = Number(run.stdout);
  if (!(time > 0)) throw new Error(`${file} does not load: ${run.stderr}`);
  return time;
};

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Size and import time of every bundled function, against the bare handler in the same run. */
export const measureBundles = (): BundleMeasure[] => {
  buildBare();
  const names = readdirSync(FOLDER);
  const times = new Map<string, number[]>([BARE, ...names].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    times.get(BARE)?.push(importTime(BARE));
    for (const name of names) times.get(name)?.push(importTime(`${FOLDER}/${name}/index.mjs`));
  }
  const bare = median(times.get(BARE) ?? []);
  rmSync('build/bench/bare', { recursive: true });
  return names.map((name) => ({
    name,
    bytes: statSync(`${FOLDER}/${name}/index.mjs`).size,
    importRatio: median(times.get(name) ?? []) / bare,
  }));
};
