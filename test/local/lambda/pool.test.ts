import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from '../../../local/data-folder/data-folder.ts';
import type { LambdaFunction } from '../../../local/lambda/function.ts';
import { FunctionLog } from '../../../local/lambda/function-log.ts';
import { Pool } from '../../../local/lambda/pool.ts';
import { Sandbox } from '../../../local/lambda/sandbox.ts';
import { workerCode } from '../../../local/lambda/worker-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-'));
const data = await DataFolder.take(join(folder, 'data'));
const log = new FunctionLog(data);
const code = await workerCode();
const pools: Pool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => {
  data.release();
  rmSync(folder, { recursive: true });
});

let functions = 0;

/** A function with this module for its code. */
function functionOf(source: string, more: Partial<LambdaFunction> = {}): LambdaFunction {
  functions += 1;
  const file = join(folder, `${functions}.mjs`);
  writeFileSync(file, source);
  return {
    name: `function-${functions}`,
    arn: `arn:aws:lambda:eu-west-3:000000000000:function:function-${functions}`,
    module: pathToFileURL(file).href,
    handler: 'handler',
    environment: {},
    timeoutMs: 2000,
    memoryMb: 128,
    reservedConcurrency: null,
    onFailure: null,
    eventRetries: 2,
    ...more,
  };
}

function poolOf(limits: Partial<ConstructorParameters<typeof Pool>[0]> = {}): Pool {
  const all = { sandboxes: 4, perFunction: 2, idleMs: 60_000, scaleOutMs: 40, ...limits };
  const pool = new Pool(all, (fn, onEnd) => new Sandbox(fn, code, { ...fn.environment }, log, onEnd));
  pools.push(pool);
  return pool;
}

const run = async (pool: Pool, fn: LambdaFunction, event: unknown = {}) => {
  const answer = await pool.run(fn, 'request-1', JSON.stringify(event));
  return { ...answer, payload: JSON.parse(answer.payload) };
};

/** Answers with the number of the invocation in its environment. */
const COUNTING = 'let count = 0; export const handler = async () => ++count;';

describe('an invocation', () => {
  it('gives the handler the event, the context and the template’s environment alone', async () => {
    const fn = functionOf(
      `export const handler = async (event, context) => ({
        event, id: context.awsRequestId, name: context.functionName, left: context.getRemainingTimeInMillis(),
        environment: process.env,
      });`,
      { environment: { TABLE_NAME: 'companies' } },
    );
    const { payload, functionError } = await run(poolOf(), fn, { a: 1 });
    expect(functionError).toBeUndefined();
    expect(payload).toMatchObject({
      event: { a: 1 },
      id: 'request-1',
      name: fn.name,
      environment: { TABLE_NAME: 'companies' },
    });
    expect(payload.environment).not.toHaveProperty('PATH');
    expect(payload.left).toBeGreaterThan(1000);
  });

  it('of a handler that returns nothing answers null', async () => {
    expect((await run(poolOf(), functionOf('export const handler = async () => {};'))).payload).toBeNull();
  });

  it('finds its environment warm the second time', async () => {
    const pool = poolOf();
    const fn = functionOf(COUNTING);
    await run(pool, fn);
    expect((await run(pool, fn)).payload).toBe(2);
    expect(pool.size).toBe(1);
  });
});

describe('a failure', () => {
  it('is described by name, message and trace', async () => {
    const fn = functionOf(
      `class DuplicateCompanyError extends Error { name = 'DuplicateCompanyError' }
       export const handler = async () => { throw new DuplicateCompanyError('331518498') };`,
    );
    const { payload, functionError } = await run(poolOf(), fn);
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'DuplicateCompanyError', errorMessage: '331518498' });
    expect(payload.trace[0]).toContain('331518498');
  });

  it('to answer in time is Sandbox.Timedout, and the next call starts afresh', async () => {
    const pool = poolOf();
    const fn = functionOf(
      'let count = 0; export const handler = async (event) => { count += 1; if (event.hang) for (;;); return count };',
      { timeoutMs: 150 },
    );
    expect((await run(pool, fn, { hang: true })).payload).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: 'RequestId: request-1 Error: Task timed out after 0.15 seconds',
    });
    expect((await run(pool, fn)).payload).toBe(1);
  });

  it.each([
    ['leaving the process', 'export const handler = async () => process.exit(3);', 'Runtime.ExitError'],
    [
      'a promise nobody awaits',
      "export const handler = () => new Promise(() => { Promise.reject(new Error('lost')) });",
      'Runtime.UnhandledPromiseRejection',
    ],
    [
      'an exception nobody catches',
      "export const handler = () => new Promise(() => setTimeout(() => { throw new TypeError('x') }));",
      'TypeError',
    ],
    [
      'a handler that takes a callback',
      'export const handler = async (event, context, callback) => 1;',
      'Runtime.CallbackHandlerDeprecated',
    ],
    ['a handler that is not there', 'export const other = 1;', 'Runtime.HandlerNotFound'],
    ['a module that cannot be found', "import './nowhere.mjs'; export const handler = 1;", 'Runtime.ImportModuleError'],
    ['a module that fails to load', "throw new RangeError('at load'); export const handler = 1;", 'RangeError'],
  ])('by %s is told as Lambda tells it', async (_case, source, errorType) => {
    const pool = poolOf();
    expect((await run(pool, functionOf(source))).payload).toMatchObject({ errorType });
    expect((await run(pool, functionOf(COUNTING))).payload).toBe(1);
  });

  it('by too much memory ends the environment alone', async () => {
    const fn = functionOf(
      'export const handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) };',
      { memoryMb: 32, timeoutMs: 20_000 },
    );
    expect((await run(poolOf(), fn)).payload.errorType).toMatch(/^Runtime\./);
  });
});

describe('concurrency', () => {
  const SLOW = `export const handler = async ({ ms }) => { await new Promise((wake) => setTimeout(wake, ms)); return ms };`;

  it('one environment serves one request at a time; a request that waits gets another', async () => {
    const fn = functionOf(
      `let running = 0; export const handler = async () => {
        running += 1; const seen = running; await new Promise((wake) => setTimeout(wake, 150)); running -= 1; return seen };`,
    );
    const pool = poolOf();
    const seen = await Promise.all(Array.from({ length: 6 }, async () => (await run(pool, fn)).payload));
    expect(seen).toEqual([1, 1, 1, 1, 1, 1]);
    expect(pool.size).toBe(2);
  });

  it('reserved concurrency is a limit: beyond it Lambda refuses', async () => {
    const fn = functionOf(SLOW, { reservedConcurrency: 1 });
    const pool = poolOf();
    const first = run(pool, fn, { ms: 50 });
    await expect(run(pool, fn, { ms: 0 })).rejects.toMatchObject({ name: 'TooManyRequestsException', status: 429 });
    await first;
    expect((await run(pool, fn, { ms: 0 })).payload).toBe(0);
  });

  it('all functions together keep within the bound, idle ones giving way', async () => {
    const pool = poolOf({ sandboxes: 2 });
    const all = Array.from({ length: 5 }, () => functionOf(COUNTING));
    for (const fn of all) expect((await run(pool, fn)).payload).toBe(1);
    await new Promise((wake) => setTimeout(wake, 100));
    expect(pool.size).toBeLessThanOrEqual(2);
  });

  it('idle environments end', async () => {
    const pool = poolOf({ idleMs: 40 });
    await run(pool, functionOf(COUNTING));
    for (let wait = 0; pool.size > 0 && wait < 100; wait += 1) await new Promise((wake) => setTimeout(wake, 20));
    expect(pool.size).toBe(0);
  });
});
