import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const Endpoints = z.object({ site: z.string(), aws: z.string() });

/** The one-machine runtime in a process of its own, on free ports, with a data folder that is removed at the end. */
export class LocalRun {
  private constructor(
    readonly site: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts it and waits until it is ready. @throws Error with what it printed, when it ends before */
  static async start(args: string[] = []): Promise<LocalRun> {
    const folder = mkdtempSync(join(tmpdir(), 'traboule-bench-'));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'local/main.ts', '--port', '0', '--aws-port', '0', '--data', folder, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    const file = join(folder, 'endpoints.json');
    while (!existsSync(file)) {
      if (child.exitCode !== null) throw new Error(`The runtime ended: ${printed}`);
      await sleep(50);
    }
    return new LocalRun(Endpoints.parse(JSON.parse(readFileSync(file, 'utf8'))).site, child, folder);
  }

  /** Calls the API and parses what it answers. @throws Error with the answer when it is a refusal */
  async call<T extends z.ZodType>(
    schema: T,
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<z.infer<T>> {
    const response = await fetch(`${this.site}${path}`, {
      method,
      headers: {
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.authorization === undefined ? {} : { authorization: options.authorization }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return schema.parse(JSON.parse(text));
  }

  /** Ends the runtime and removes its data. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type CallOptions = { body?: unknown; authorization?: string };
