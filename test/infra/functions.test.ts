import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorName } from '../../domain/errors.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { ENTRIES } from '../../infra/entries.ts';
import { type Handler, handlersOf, resourcesOf, synthesize, type Template } from './synthesized.ts';

let template: Template;
let handlers: Map<string, Handler>;

beforeAll(async () => {
  template = (await synthesize('dev')).product();
  handlers = new Map(handlersOf(template).map((handler) => [handler.name, handler]));
});

const names = ENTRIES.map((entry) => entry.name);
const bundleOf = (name: string): string => `build/functions/${name}/index.mjs`;

describe('functions', () => {
  it('are those of the routes, the workflows and the jobs, each once', () => {
    expect([...handlers.keys()].sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(names)('%s runs on Node 24 on arm64, traced', (name) => {
    expect(handlers.get(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
    });
  });

  it.each(names)('%s keeps its log for a month in dev, and may write to it', (name) => {
    const handler = handlers.get(name);
    const log = resourcesOf(template, 'AWS::Logs::LogGroup').find((l) => l.id === handler?.LoggingConfig.LogGroup.Ref);

    expect(log?.Properties).toMatchObject({ LogGroupName: `/traboule/dev/${name}`, RetentionInDays: 30 });
    expect(handler?.allowed).toContainEqual(
      expect.objectContaining({
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [log?.id, 'Arn'] },
      }),
    );
  });

  it.each(names)('%s answers before the gateway gives up, or within the time of its caller', (name) => {
    const role = ENTRIES.find((entry) => entry.name === name)?.role;

    expect(handlers.get(name)?.Timeout).toBeLessThanOrEqual(role === 'api' ? 29 : 300);
  });
});

/** What only a deployment knows: any value of the right shape serves, because nothing is called. */
const deployed = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return JSON.stringify(value).includes(':stateMachine:') ? ARN : 'https://example.org';
};
const ARN = 'arn:aws:states:eu-west-3:111122223333:stateMachine:traboule-dev-joining';

/**
 * Loads a bundle in a thread, which has modules and an environment of its own as a process has, and starts in a fraction
 * of the time.
 * @returns what its handler is, or the error; and what was printed
 */
const load = async (file: string, env: Record<string, string>): Promise<{ loaded: string; printed: string }> => {
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    const { handler } = await import(workerData);
    parentPort.postMessage(typeof handler + ' of ' + handler.length);`;
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: pathToFileURL(file).href,
    env,
    execArgv: ['--no-warnings'],
    stdout: true,
    stderr: true,
  });
  const printed = Promise.all([text(thread.stdout), text(thread.stderr)]);
  const loaded = new Promise<string>((resolve) => {
    thread.once('message', resolve);
    thread.once('error', (error) => resolve(String(error)));
    thread.once('exit', (status) => resolve(`exit status ${status}`));
  });
  const result = await loaded;
  await thread.terminate();
  return { loaded: result, printed: (await printed).join('') };
};

describe('bundles', () => {
  it.each(names)('%s loads with the environment of the template, and no other', async (name) => {
    const variables = handlers.get(name)?.Environment.Variables ?? {};
    const environment = Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, deployed(value)]));

    expect(await load(bundleOf(name), { AWS_REGION: 'eu-west-3', ...environment })).toEqual({
      // One of three parameters takes a callback, and Node 24 on Lambda starts none of those.
      loaded: 'function of 2',
      printed: '',
    });
  });

  it.each(names)('%s has at most 700 kB', (name) => {
    expect(statSync(bundleOf(name)).size).toBeLessThanOrEqual(700_000);
  });

  it.each([
    ['ReserveCompany', ErrorName.DuplicateCompany],
    ['ReserveCompany', ErrorName.ApplicationWithdrawn],
    ['ConfirmEmail', ErrorName.TransientMail],
    ['AnswerStaffTask', ErrorName.TransientWorkflow],
    ['AdmitMember', ErrorName.TransientStore],
  ])('%s throws %s under that very name, minified or not', (name, errorName) => {
    expect(readFileSync(bundleOf(name), 'utf8')).toContain(`"${errorName}"`);
  });

  it('come with the communes where the code reads them, and only there', () => {
    const withCommunes = names.filter((name) => existsSync(`build/functions/${name}/communes.json.br`));

    expect(withCommunes).toContain('FindCommunes');
    expect(withCommunes).toContain('SubmitApplication');
    expect(withCommunes).not.toContain('GetOpenApi');
  });

  it('are the same bytes when built again', async () => {
    const before = readFileSync(bundleOf('ReserveCompany'));
    const folder = 'build/test/again';
    rmSync(folder, { recursive: true, force: true });

    await bundleFunctions(
      ENTRIES.filter((entry) => entry.name === 'ReserveCompany'),
      folder,
    );

    expect(readFileSync(`${folder}/ReserveCompany/index.mjs`).equals(before)).toBe(true);
  });

  it('are built again when something that went into them has changed, and only then', async () => {
    const folder = 'build/test/kept';
    const entry = { name: 'GetMember', role: 'api', file: `${folder}/handler.ts` } as const;
    const bundle = `${folder}/functions/${entry.name}/index.mjs`;
    // Long ago, so that it is not taken for a change made while bundling.
    const write = (file: string, code: string, at = new Date(2026, 0)): void => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}/${file}`, code);
      utimesSync(`${folder}/${file}`, at, at);
    };
    const bundled = async (): Promise<string> => {
      await bundleFunctions([entry], `${folder}/functions`);
      return readFileSync(bundle, 'utf8');
    };
    rmSync(folder, { recursive: true, force: true });
    write('handler.ts', "export { text as handler } from './text.ts';");
    write('text.ts', "export const text = 'first';");
    expect(await bundled()).toContain('first');

    writeFileSync(bundle, 'left alone');
    expect(await bundled()).toBe('left alone');

    write('text.ts', "export const text = 'other';");
    expect(await bundled()).toContain('other');

    rmSync(bundle);
    expect(await bundled()).toContain('other');

    write('text.ts', "export const text = 'third';", new Date(2100, 0));
    expect(await bundled()).toContain('third');
    writeFileSync(bundle, 'made while the source changed');
    expect(await bundled()).toContain('third');
  });

  it('name each handler that is missing', async () => {
    const missing = { name: 'GetMember', role: 'api', file: 'functions/members/nowhere.api.ts' } as const;

    await expect(bundleFunctions([missing], 'build/test/missing')).rejects.toThrow(
      'There is no handler functions/members/nowhere.api.ts (function GetMember).',
    );
  });
});
