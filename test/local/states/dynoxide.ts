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
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(endpoint: string, process: ChildProcess, folder: string) {
    this.endpoint = endpoint;
    this.#process = process;
    this.#folder = folder;
  }

  static async start(): Promise<Dynoxide> {
    const folder = mkdtempSync(join(tmpdir(), 'states-'));
    const port = await freePort();
    const binary = resolve('node_modules/@dynoxide/linux-x64/dynoxide');
    const args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'journal.db')];
    const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((ready, failed) => {
      child.stderr?.on('data', (text: Buffer) => text.includes('istening') && ready());
      child.once('exit', (code) => failed(new Error(`Dynoxide ended with ${code}`)));
    });
    return new Dynoxide(`http://127.0.0.1:${port}`, child, folder);
  }

  client(): DynamoDBClient {
    return dynamoClient(this.endpoint);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill();
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}

export function dynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
