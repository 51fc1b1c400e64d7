import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chance } from './chance.ts';
import { Facts } from './facts/facts.ts';
import { reportOf } from './report/report.ts';
import { type Ran, run } from './run.ts';
import type { Progress, Settings } from './settings.ts';

/** Memory as a file system, where there is one: nothing of a play outlives its report, so nothing need reach a disk. */
const MEMORY = '/dev/shm';

export type Played = Ran & { facts: Facts; html: string; json: string };

/** Shares of the way at which a process is killed: one in each of as many stretches. */
const killsOf = (settings: Settings, kills: number): number[] => {
  const chance = new Chance(settings.seed);
  return Array.from({ length: kills }, (_, n) => (n + chance.of('kill', n)) / kills);
};

/**
 * Plays a year, and makes its report.
 * @param program path of what plays it, made for the policy of the settings: one may play many years
 * @param kills how often the process that plays is killed on the way, and continued
 */
export const simulate = async (
  program: string,
  settings: Settings,
  kills: number,
  onProgress: (progress: Progress) => void,
): Promise<Played> => {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'traboule-year-'));
  const facts = join(folder, 'facts.json');
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  // However this process ends.
  process.once('exit', clear);
  try {
    const order = { settings, data: join(folder, 'data'), facts };
    const ran = await run({ program, order, kills: killsOf(settings, kills), onProgress });
    const read = Facts.parse(JSON.parse(readFileSync(facts, 'utf8')));
    // A process that was killed may send a mail again; one that was not has no reason to.
    if (ran.kills === 0 && ran.again > 0) throw new Error(`${ran.again} mails left twice.`);
    return { ...ran, facts: read, html: reportOf(read), json: `${JSON.stringify(read, null, 1)}\n` };
  } finally {
    process.off('exit', clear);
    clear();
  }
};

/** Writes a report where it was asked for. */
export const writeReport = (out: string, { html, json }: Pick<Played, 'html' | 'json'>): void => {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'report.html'), html);
  writeFileSync(join(out, 'report.json'), json);
};
