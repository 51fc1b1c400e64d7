import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Dynoxide on a file of its own, for one test. */
export class Dynoxide {
  readonly endpoint: string;
  readonly #port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.endpoint = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#folder = mkdtempSync(join(tmpdir(), 'states-'));
  }

  static async start(): Promise<Dynoxide> {
    const dynoxide = new Dynoxide(await freePort());
    await dynoxide.#spawn();
    return dynoxide;
  }

  async #spawn(): Promise<void> {
    const binary = resolve('node_modules/@dynoxide/linux-x64/dynoxide');
    const file = join(this.#folder, 'journal.db');
    const args = ['serve', '--host', '127.0.0.1', '--port', String(this.#port), '--db-path', file];
    const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = child;
    await new Promise<void>((ready, failed) => {
      child.stderr?.on('data', (text: Buffer) => text.includes('listening') && ready());
      child.once('exit', (code) => failed(new Error(`Dynoxide ended with ${code}`)));
    });
  }

  /** Ends it without warning, and starts it again on the same file. */
  async crash(): Promise<void> {
    await this.#end('SIGKILL');
    await this.#spawn();
  }

  client(): DynamoDBClient {
    return dynamoClient(this.endpoint);
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ended = new Promise((done) => this.#process?.once('exit', done));
    this.#process?.kill(signal);
    await ended;
  }
}

export function dynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** A port nobody listens on at present. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
