import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { entriesOf, PARTS } from '../../infra/parts.ts';
import { resourcesOf, synthesize, type Template } from './synthesized.ts';

// What CloudFormation, and the services it calls, take of a deployment.

const stacks = ['data', 'web', 'mail', ...PARTS.filter((part) => entriesOf(part).length > 0)];
const templateOf = (stack: string): Template => synthesize('dev').template(stack);

const DependsOn = z.union([z.string(), z.array(z.string())]).default([]);
const Ordered = z.record(z.string(), z.looseObject({ Type: z.string(), DependsOn }));
/** What must be there before a resource of a stack is made: what it says, and what it refers to. */
const neededBy = (template: Template): Map<string, string[]> => {
  const resources = Ordered.parse(template.Resources);
  const within = (id: string): boolean => Object.hasOwn(resources, id);
  const references = (properties: unknown): string[] =>
    [...JSON.stringify(properties ?? {}).matchAll(/"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/g)].map(([, id = '']) => id);
  return new Map(
    Object.entries(resources).map(([id, { DependsOn: said, Properties }]) => [
      id,
      [...[said].flat(), ...references(Properties)].filter(within),
    ]),
  );
};

/** The resources of some types in the waves that CloudFormation makes them in, as many at once as nothing holds back. */
const wavesOf = (template: Template, types: readonly string[]): string[][] => {
  const needed = neededBy(template);
  const chosen = [...needed.keys()].filter((id) => types.includes(template.Resources[id]?.Type ?? ''));
  const depth = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const before = (needed.get(id) ?? []).map(depthOf);
    const own = Math.max(0, ...before) + (chosen.includes(id) ? 1 : 0);
    depth.set(id, own);
    return own;
  };
  const waves: string[][] = [];
  for (const id of chosen) {
    const wave = depthOf(id) - 1;
    waves[wave] = [...(waves[wave] ?? []), id];
  }
  return waves;
};

/** What has its name within another resource, by type: a schedule in its group, a group of people in its pool. */
const WITHIN = [
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Stage',
  'AWS::Cognito::UserPoolGroup',
  'AWS::IAM::Policy',
  'AWS::Scheduler::Schedule',
];
const NAMES = ['Name', 'AliasName', 'AlarmName', 'DashboardName', 'LogGroupName', 'StateMachineName', 'TemplateName'];

/** The names that resources are given in their account or region, most at the top of their properties. */
const namesIn = (template: Template): string[] =>
  Object.values(template.Resources)
    .filter(({ Type }) => !WITHIN.includes(Type))
    .flatMap(({ Properties }) => [Properties, ...Object.values(Properties)])
    .flatMap((part) => NAMES.map((name) => JSON.stringify(Object(part)[name])))
    .filter((name) => name !== undefined);

describe.each(stacks)('the stack %s', (stack) => {
  it('stays below what CloudFormation takes: 500 resources, 200 outputs, a megabyte', () => {
    const { Resources, Outputs } = templateOf(stack);

    expect(Object.keys(Resources).length).toBeLessThanOrEqual(480);
    expect(Object.keys(Outputs).length).toBeLessThanOrEqual(190);
    expect(JSON.stringify(templateOf(stack), null, 1).length).toBeLessThanOrEqual(1_000_000);
  });

  it('names what belongs to the account by its stage: another stage may be beside it', () => {
    const names = namesIn(templateOf(stack));

    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.includes('dev'))).toEqual([]);
  });

  it('has at most four routes of the API made at once', () => {
    const waves = wavesOf(templateOf(stack), ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Route']);

    expect(Math.max(0, ...waves.map((wave) => wave.length))).toBeLessThanOrEqual(4);
  });
});

describe('the API', () => {
  it('has no more routes than API Gateway takes of an account that asked for nothing', () => {
    expect(resourcesOf(synthesize('dev').product(), 'AWS::ApiGatewayV2::Route').length).toBeLessThanOrEqual(300);
  });
});

describe('the guide to deployments', () => {
  it('says what each stack holds', () => {
    const table = readFileSync('docs/deployment.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `traboule-STAGE-'));

    for (const stack of ['edge', ...stacks]) expect(table.join('\n')).toContain(`-${stack}\``);
  });
});

describe('the stack of the mails', () => {
  it('has its templates made one after the other: Amazon SES takes one a second', () => {
    const waves = wavesOf(templateOf('mail'), ['AWS::SES::Template']);

    expect(waves.length).toBeGreaterThan(50);
    expect(waves.filter((wave) => wave.length > 1)).toEqual([]);
  });
});
