import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { identify } from '../../../local/data-folder/process-identity.ts';
import { databaseClient } from '../../../local/dynamodb/tables.ts';
import { runToEnd, START, START_PATIENCE, TestRuntime } from '../../support/runtime.ts';

jest.setTimeout(START_PATIENCE);

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const json = { 'content-type': 'application/json' };

/** The day before the clocks of Paris go back by an hour. */
const EVE = '2026-10-24T08:00:00Z';

const runs = (pid: number) => identify(pid) !== null;

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await TestRuntime.start({ clock: EVE, args: ['--count'] });
});
afterAll(() => runtime.dispose());

describe('a runtime that is ready', () => {
  it('serves the site, with the security headers of the stacks, and pages under any path', async () => {
    for (const path of ['/', '/join', '/staff/tasks/7']) {
      const page = await fetch(`${runtime.site}${path}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.headers.get('strict-transport-security')).toBeNull();
    }
    expect((await fetch(`${runtime.site}/assets/none.js`)).status).toBe(404);
  });

  it('leads who opens a page by another name of this machine to the name that signs in; answers programs by any', async () => {
    const byNumber = runtime.site.replace('localhost', '127.0.0.1');
    const open = (path: string, accept: string) =>
      fetch(`${byNumber}${path}`, { headers: { accept }, redirect: 'manual' });
    const page = await open('/staff?kind=review-application', 'text/html,*/*;q=0.8');
    expect([page.status, page.headers.get('location')]).toEqual([307, `${runtime.site}/staff?kind=review-application`]);
    expect((await open('/staff', '*/*')).status).toBe(200);
    expect((await open('/api/antennas', 'application/json')).status).toBe(200);
  });

  it('tells the pages where to sign in, on this machine', async () => {
    const config = await (await fetch(`${runtime.site}/config.json`)).json();
    expect(config).toMatchObject({ authority: `${runtime.site}/signin` });
    expect(config.logoutUrl).toMatch(
      `${runtime.site}/signin/logout?client_id=${config.clientId}&logout_uri=${runtime.site}/staff`,
    );
  });

  it('answers the API, and lets staff in by their tokens alone', async () => {
    expect((await fetch(`${runtime.site}/api/antennas`)).status).toBe(200);
    const tasks = (authorization?: string) =>
      fetch(`${runtime.site}/api/staff/tasks`, { headers: authorization === undefined ? {} : { authorization } });
    expect((await tasks()).status).toBe(401);
    expect((await tasks(`Bearer ${await runtime.token('admin')}`)).status).toBe(200);
    expect((await tasks(`Bearer ${await runtime.token()}`)).status).toBe(403);
  });

  it('answers the AWS SDKs', async () => {
    const states = new SFNClient({ endpoint: runtime.aws, region: 'eu-west-3', credentials });
    const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
    expect(stateMachines.map(({ name }) => name).join()).toMatch(/joining/i);
    const database = databaseClient(runtime.aws, 'eu-west-3');
    expect((await database.send(new ListTablesCommand({}))).TableNames?.length).toBeGreaterThan(0);
    const unknown = await fetch(runtime.aws, {
      method: 'POST',
      headers: { 'x-amz-target': 'Kinesis_20131202.ListStreams' },
    });
    expect(unknown.status).toBe(501);
    expect(await unknown.text()).toContain('Kinesis_20131202.ListStreams does not run on this machine');
  });

  it('counts what AWS would charge for', async () => {
    await fetch(`${runtime.site}/api/antennas`);
    const counters = await (await fetch(`${runtime.site}/local/counters`)).json();
    expect(counters.invocationsInAll).toBeGreaterThan(0);
    expect(counters.readUnits).toBeGreaterThan(0);
    expect(counters.transitions).toBe(0);
  });

  it('turns away other names than loopback ones, and pages of other sites', async () => {
    const status = await new Promise((resolve, reject) => {
      const call = request(`${runtime.site}/local/mail`, { headers: { host: 'rebound.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.on('error', reject).end();
    });
    expect(status).toBe(421);
    const body = JSON.stringify({ groups: ['admin'] });
    const post = (headers: Record<string, string>) =>
      fetch(`${runtime.site}/local/token`, { method: 'POST', headers, body });
    expect((await post({ ...json, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('moves its simulated clock on request, by days as in Paris', async () => {
    const before = await (await fetch(`${runtime.site}/local/clock`)).json();
    expect(before).toEqual({ now: new Date(EVE).toISOString(), simulated: true });
    expect(await runtime.advance('P2D')).toBe('2026-10-26T09:00:00.000Z');
    for (const advance of ['-P1D', 'P1000Y', 'tomorrow']) {
      const body = JSON.stringify({ advance });
      const bad = await fetch(`${runtime.site}/local/clock`, { method: 'POST', headers: json, body });
      expect([advance, bad.status]).toEqual([advance, 400]);
    }
  });

  it('refuses a body beyond 10 MB as API Gateway does', async () => {
    const answer = await fetch(`${runtime.site}/api/applications`, { method: 'POST', body: Buffer.alloc(10_500_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' });
  });
});

describe('a start that cannot be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traboule-starts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('on a folder that another runtime uses is refused with a sentence', async () => {
    const { status, output } = await runToEnd(runtime.data);
    expect(status).toBe(1);
    expect(output).toContain(`Traboule already runs on ${runtime.data} (process ${runtime.pids.runtime})`);
    expect((await fetch(`${runtime.site}/local/clock`)).status).toBe(200);
  });

  it('on a port in use is refused with a sentence, and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { status, output } = await runToEnd(join(folder, 'port'), { args: ['--port', String(port)] });
    taken.close();
    expect(status).toBe(1);
    expect(output).toContain(`Port ${port} is already in use`);
    expect(output).toContain('--port');
    expect(existsSync(join(folder, 'port', 'runtime.lock'))).toBe(false);
  });

  it.each([
    [['--colour'], 'npm start -- --help'],
    [['--clock', 'tomorrow'], '--clock takes a date and time'],
    [['--port', '70000'], '--port takes a number from 0 to 65535'],
  ])('with %j is refused with a sentence', async (args, sentence) => {
    const { status, output } = await runToEnd(join(folder, 'options'), { clock: null, args });
    expect(status).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('without an answer at DYNAMODB_ENDPOINT is refused with a sentence', async () => {
    const environment = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' };
    const { status, output } = await runToEnd(join(folder, 'endpoint'), { environment });
    expect(status).toBe(1);
    expect(output).toContain('Nothing answers like DynamoDB at http://127.0.0.1:9');
  });
});

// One runtime after another on one folder: each test goes on where the one before left it.
describe('the end, and the next start', () => {
  let one: TestRuntime;
  beforeAll(async () => {
    one = await TestRuntime.start();
  });
  afterAll(() => one.dispose());

  it('on Ctrl-C leaves no process, and no endpoints.json', async () => {
    expect(await one.stop()).toBe(0);
    expect(existsSync(join(one.data, 'endpoints.json'))).toBe(false);
    expect(Object.values(one.pids).filter(runs)).toEqual([]);
  });

  it('in real time on a folder of simulated time is refused with a sentence', async () => {
    const { status, output } = await runToEnd(one.data, { clock: null });
    expect(status).toBe(1);
    expect(output).toContain(`Start again with "--clock ${new Date(START).toISOString()}"`);
  });

  it('a database that was left running is ended by the next start', async () => {
    const left = spawn('sleep', ['60']);
    await new Promise((resolve) => left.once('spawn', resolve));
    const identity = identify(left.pid ?? 0);
    writeFileSync(join(one.data, 'children.json'), JSON.stringify([{ name: 'dynoxide', process: identity }]));
    const ended = new Promise((resolve) => left.once('exit', resolve));
    one = await TestRuntime.start({ data: one.data });
    await ended;
  });

  it('by kill -9 of the runtime ends its database too, and the next start goes on', async () => {
    await fetch(`${one.site}/api/antennas`);
    process.kill(one.pids.runtime ?? 0, 'SIGKILL');
    for (let left = 100; left > 0 && runs(one.pids.dynoxide ?? 0); left -= 1) await wait(50);
    expect(runs(one.pids.dynoxide ?? 0)).toBe(false);
    one = await TestRuntime.start({ data: one.data });
    expect((await fetch(`${one.site}/api/antennas`)).status).toBe(200);
  });

  it('on a damaged database is refused with a sentence, and deletes nothing', async () => {
    await one.stop();
    const tables = join(one.data, 'dynamodb', 'tables.db');
    writeFileSync(tables, 'x'.repeat(20_000));
    const { status, output } = await runToEnd(one.data);
    expect(status).toBe(1);
    expect(output).toContain(`The file ${tables} is damaged. Nothing has been deleted`);
    expect(existsSync(tables)).toBe(true);
  });
});
