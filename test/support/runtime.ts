import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { buildingAlone } from './one-at-a-time.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The first start of a version builds everything: pages, functions, stacks. Give tests that start a runtime this long. */
export const START_PATIENCE = 180_000;

const Endpoints = z.object({
  site: z.string(),
  aws: z.string(),
  register: z.string(),
  pids: z.record(z.string(), z.number()),
});

export const SentMail = z.object({
  id: z.string(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  template: z.string().nullable(),
});
export type SentMail = z.infer<typeof SentMail>;

export type RuntimeOptions = {
  /** Instant a simulated clock starts at; null for the machine's own clock. */
  clock?: string | null;
  /** Data folder of an earlier runtime; a fresh one when left out. */
  data?: string;
  /** Further options of the command line. */
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
};

/** Start of the simulated time of tests: a Monday morning in Paris. */
export const START = '2026-10-05T08:00:00Z';

/** A whole runtime in a process of its own, as `npm start` makes it. */
export class TestRuntime {
  readonly data: string;
  readonly site: string;
  readonly aws: string;
  readonly register: string;
  /** Every process of the runtime, by name. */
  readonly pids: Readonly<Record<string, number>>;
  readonly #child: ChildProcess;
  readonly #output: () => string;

  private constructor(data: string, child: ChildProcess, output: () => string) {
    const endpoints = Endpoints.parse(JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')));
    this.data = data;
    this.site = endpoints.site;
    this.aws = endpoints.aws;
    this.register = endpoints.register;
    this.pids = endpoints.pids;
    this.#child = child;
    this.#output = output;
  }

  /**
   * Starts a runtime on free ports; resolves when it is ready.
   * @throws Error with what it printed, when it ends instead
   */
  static async start(options: RuntimeOptions = {}): Promise<TestRuntime> {
    const data = options.data ?? mkdtempSync(join(tmpdir(), 'traboule-'));
    // A runtime that was killed leaves it behind.
    rmSync(join(data, 'endpoints.json'), { force: true });
    const built = buildingAlone();
    try {
      const { child, output } = launch(data, options);
      const giveUpAt = performance.now() + START_PATIENCE;
      while (!existsSync(join(data, 'endpoints.json'))) {
        if (child.exitCode !== null || performance.now() > giveUpAt) {
          child.kill('SIGKILL');
          throw new Error(`The runtime did not start:\n${output()}`);
        }
        await wait(50);
      }
      return new TestRuntime(data, child, output);
    } finally {
      built();
    }
  }

  /** What the runtime printed so far. */
  get output(): string {
    return this.#output();
  }

  /** An access token of a member of staff of these groups. */
  async token(...groups: string[]): Promise<string> {
    const answer = await this.#post('/local/token', { groups });
    return z.object({ accessToken: z.string() }).parse(answer).accessToken;
  }

  /** Mail sent so far, the newest last; to one address, when it is given. */
  async mail(to?: string): Promise<SentMail[]> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    const answer = await fetch(`${this.site}/local/mail${query}`);
    return z.array(SentMail).parse(await answer.json());
  }

  /**
   * Moves the simulated clock, running everything on the way.
   * @param by an ISO 8601 duration, such as P14D, or `next` for the next timer
   * @returns the instant arrived at, ISO 8601
   */
  async advance(by: string): Promise<string> {
    const answer = await this.#post('/local/clock', { advance: by });
    return z.object({ now: z.string() }).parse(answer).now;
  }

  /** Resolves when the runtime (on a simulated clock) has nothing left to do at the present instant. */
  async settled(): Promise<void> {
    await this.advance('PT0S');
  }

  /** Stops it as Ctrl-C does; resolves with its exit status. The data folder stays. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once('close', resolve));
      this.#child.kill('SIGINT');
      await ended;
    }
    return this.#child.exitCode;
  }

  /** `kill -9` of every process of it. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('close', resolve));
    for (const pid of Object.values(this.pids)) process.kill(pid, 'SIGKILL');
    await ended;
  }

  /** Stops it, and removes its data folder. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.site}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

/** Runs `local/main.ts` until it ends; for starts that are refused. */
export async function runToEnd(
  data: string,
  options: RuntimeOptions = {},
): Promise<{ status: number | null; output: string }> {
  const { child, output } = launch(data, options);
  await new Promise((resolve) => child.once('close', resolve));
  return { status: child.exitCode, output: output() };
}

function launch(data: string, { clock = START, args = [], environment = {} }: RuntimeOptions) {
  const ports = args.some((arg) => arg === '--port') ? [] : ['--port', '0'];
  const clockArgs = clock === null ? [] : ['--clock', clock];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/main.ts', '--aws-port', '0', '--data', data, ...ports, ...clockArgs, ...args],
    {
      cwd: ROOT,
      // Not the options of the test runner.
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        npm_lifecycle_event: undefined,
        LANG: 'en',
        LC_ALL: 'en',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return { child, output: () => printed };
}
