import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Order, Progress } from './settings.ts';
import { ENVIRONMENT } from './world/addresses.ts';

/** How a process that plays is run. */
export type RunOptions = {
  /** Path of the program. */
  program: string;
  order: Order;
  /** Shares of the way, from 0 to 1 and in order, at which the process is killed, to be continued from its folder. */
  kills: readonly number[];
  onProgress: (progress: Progress) => void;
};

/** What a run took. */
export type Ran = { seconds: number; kills: number; again: number };

/** Longest time between when a process is to be killed and when it is, in milliseconds. */
const MOMENT = 250;

/** Plays until the share of the way `killAt`, and kills the process there. @returns false when it was over before */
const playUntil = async (options: RunOptions, killAt: number | undefined): Promise<boolean> => {
  const { program, order, onProgress } = options;
  const child = spawn(process.execPath, ['--enable-source-maps', program, JSON.stringify(order)], {
    env: { PATH: process.env.PATH, ...ENVIRONMENT },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // It ends with this process, which may be interrupted.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let killed = false;
  for await (const line of linesOf(child)) {
    // The last line of a process that was killed may be cut short.
    if (killed) continue;
    const progress = Progress.parse(JSON.parse(line));
    onProgress(progress);
    if (killAt === undefined || progress.done < killAt) continue;
    killed = true;
    // In the middle of whatever it does by then.
    setTimeout(() => child.kill('SIGKILL'), Math.random() * MOMENT);
  }
  const [code] = await ended;
  process.off('exit', end);
  if (killed) return true;
  if (code !== 0) throw new Error(`The program that plays ended with ${code}.`);
  return false;
};

const linesOf = ({ stdout }: ChildProcess): AsyncIterable<string> => {
  if (stdout === null) throw new Error('The program has no output.');
  return createInterface({ input: stdout });
};

/** Plays a year in a process of its own, killed and continued as often as asked. */
export const run = async (options: RunOptions): Promise<Ran> => {
  const started = performance.now();
  const kills = [...options.kills];
  let done = 0;
  let again = 0;
  const onProgress = (progress: Progress): void => {
    again = progress.again;
    options.onProgress(progress);
  };
  while (await playUntil({ ...options, onProgress }, kills.shift())) done += 1;
  return { seconds: (performance.now() - started) / 1000, kills: done, again };
};
