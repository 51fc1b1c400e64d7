import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { quoteAllFor } from '../../../support/dues.ts';
import { startWorld, submit, type World } from '../../../support/world.ts';

const INVOICES = 2_000;
const CALLERS = 50;
const PROCESSES = 5;
/** How many processes are killed, each while it issues. */
const KILLS = 8;
const NOW = '2026-10-05T08:00:00.000Z';
const PATIENCE = 600_000;

let world: World;
let folder: string;
/** What is killed, in one file: it is started many times. */
let program: string;
beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'traboule-numbers-'));
  program = path.join(folder, 'child.mjs');
  await build({
    entryPoints: ['test/functions/data/numbering/child.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}, PATIENCE);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('exit', (code) => resolve(code));
  });

it(
  'gives 2,000 invoices issued by 50 callers 2,000 numbers without a gap, whoever is killed meanwhile, and each its entry',
  async () => {
    const one = await Promise.all(Array.from({ length: CALLERS }, () => submit(world)));
    const work = await Promise.all(
      one.map(async (submitted) => {
        const duesIds = Array.from({ length: INVOICES / CALLERS }, (_, n) => `${submitted.applicationId}~test-${n}`);
        await quoteAllFor(submitted, NOW, duesIds);
        return { applicationId: submitted.applicationId, duesIds, now: NOW };
      }),
    );
    const files = Array.from({ length: PROCESSES }, (_, n) => path.join(folder, `${n}.json`));
    for (const [n, file] of files.entries()) {
      writeFileSync(file, JSON.stringify(work.filter((_, caller) => caller % PROCESSES === n)));
    }
    let kills = 0;
    const runToEnd = async (file: string): Promise<void> => {
      for (;;) {
        const child = spawn(process.execPath, [program, file], {
          env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const exited = exitOf(child);
        if (kills < KILLS) {
          // Once it has issued something it is always somewhere in the middle of something else.
          const begun = new Promise((resolve) => child.stdout?.once('data', resolve));
          await Promise.race([exited, begun.then(() => wait(Math.random() * 500))]);
          if (child.exitCode === null && child.kill('SIGKILL')) kills += 1;
        }
        child.stdout?.resume();
        const code = await exited;
        if (code === 0) return;
        if (code !== null) throw new Error(`A process that issues invoices ended with ${code}.`);
      }
    };
    await Promise.all(files.map(runToEnd));
    expect(kills).toBeGreaterThan(0);

    const { listReceivables } = await import('../../../../functions/data/receivables.ts');
    const { listDues } = await import('../../../../functions/data/invoices.ts');
    const { ledgerOfYear } = await import('../../../../functions/data/ledger.ts');
    const owed = (await Promise.all(work.map(({ applicationId }) => listReceivables(applicationId)))).flat();
    const expected = Array.from({ length: INVOICES }, (_, n) => `F2026-${String(n + 1).padStart(6, '0')}`);
    expect(owed.map(({ number }) => number).sort()).toEqual(expected);
    const dues = (await Promise.all(work.map(({ applicationId }) => listDues(applicationId)))).flat();
    expect(dues.map(({ number }) => number).sort()).toEqual(expected);
    const keys: string[] = [];
    for await (const { key, lines } of ledgerOfYear(2026)) {
      keys.push(key);
      expect(lines.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)).toBe(0);
    }
    expect(keys.sort()).toEqual(expected.map((number) => `invoice:${number}`));
  },
  PATIENCE,
);
