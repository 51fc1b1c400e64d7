import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorName } from '../../domain/errors.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { ENTRIES } from '../../infra/entries.ts';
import { type Handler, handlersOf, resourcesOf, synthesize, type Template } from './synthesized.ts';

let template: Template;
let handlers: Map<string, Handler>;

beforeAll(() => {
  template = synthesize('dev').product();
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

describe('bundles', () => {
  it.each(names)('%s loads with the environment of the template, and no other', (name) => {
    const variables = handlers.get(name)?.Environment.Variables ?? {};
    const environment = Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, deployed(value)]));
    const load = `const { handler } = await import(process.argv[1]); if (typeof handler !== 'function') process.exit(1);`;

    const run = spawnSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', load, `${process.cwd()}/${bundleOf(name)}`],
      { encoding: 'utf8', env: { AWS_REGION: 'eu-west-3', ...environment } },
    );

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
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

    await bundleFunctions(
      ENTRIES.filter((entry) => entry.name === 'ReserveCompany'),
      folder,
    );

    expect(readFileSync(`${folder}/ReserveCompany/index.mjs`).equals(before)).toBe(true);
  });

  it('name each handler that is missing', async () => {
    const missing = { name: 'GetMember', role: 'api', file: 'functions/members/nowhere.api.ts' } as const;

    await expect(bundleFunctions([missing], 'build/test/missing')).rejects.toThrow(
      'There is no handler functions/members/nowhere.api.ts (function GetMember).',
    );
  });
});
