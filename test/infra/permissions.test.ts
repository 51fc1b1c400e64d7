import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ENTRIES, namesOf, WORKFLOWS } from '../../infra/entries.ts';
import { WORKFLOW_CALLS } from '../../infra/needs.ts';
import {
  allowedByRole,
  type Handler,
  handlersOf,
  resourcesOf,
  type Statement,
  synthesize,
  type Template,
} from './synthesized.ts';

let workflows: Template;
let handlers: Map<string, Handler>;

beforeAll(() => {
  workflows = synthesize('dev').product();
  handlers = new Map(handlersOf(workflows).map((handler) => [handler.name, handler]));
});

const OPERATIONS = [...namesOf(WORKFLOW_CALLS), 'SendEmail', 'GetItem', 'Query', 'TransactWriteItems'];
const called = new Map<string, ReadonlySet<string>>();
/** The operations named in a bundle, which is read once: there are many, and each is large. */
const operationsOf = (name: string): ReadonlySet<string> => {
  const code = readFileSync(`build/functions/${name}/index.mjs`);
  return new Set(OPERATIONS.filter((operation) => code.includes(`"${operation}"`)));
};
/**
 * The SDK names an operation by this string, and what no code calls is shaken out of the bundle; but for Query and Scan,
 * which come with the document client's pages.
 */
const calls = (name: string, operation: string): boolean => {
  const operations = called.get(name) ?? operationsOf(name);
  called.set(name, operations);
  return operations.has(operation);
};
const actionsOf = (statements: readonly Statement[] = [], service: string): string[] =>
  statements.flatMap((s) => s.Action).filter((action) => action.startsWith(`${service}:`));
const all = ENTRIES.map((entry) => entry.name);

/** Logical ids of the resources whose ARNs these are. */
const arnIds = (resources: unknown): string[] =>
  z
    .array(z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }))
    // A machine of one task has one resource, and no list of them.
    .parse([resources].flat())
    .map((resource) => resource['Fn::GetAtt'][0]);

describe('what functions are allowed', () => {
  it.each(all)('%s: the calls of Step Functions its code makes, and no other', (name) => {
    const made = namesOf(WORKFLOW_CALLS).filter((call) => calls(name, call));

    const allowed = actionsOf(handlers.get(name)?.allowed, 'states');

    expect(allowed.sort()).toEqual(made.map((call) => `states:${call}`).sort());
  });

  it.each(all)('%s: to send mail only when its code does', (name) => {
    const allowed = actionsOf(handlers.get(name)?.allowed, 'ses');

    // The second is what SES asks for where the mail is made of a template.
    expect(allowed).toEqual(calls(name, 'SendEmail') ? ['ses:SendEmail', 'ses:SendTemplatedEmail'] : []);
  });

  it.each(all)('%s: the calls of DynamoDB its code makes, and no other', (name) => {
    const allowed = actionsOf(handlers.get(name)?.allowed, 'dynamodb');

    expect(allowed.includes('dynamodb:GetItem')).toBe(calls(name, 'GetItem'));
    expect(allowed.includes('dynamodb:Query')).toBe(calls(name, 'Query'));
    expect(allowed.filter((action) => !/:(GetItem|Query)$/.test(action)).sort()).toEqual(
      calls(name, 'TransactWriteItems')
        ? ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']
        : [],
    );
  });
});

describe('policies', () => {
  it('name each action in full, but for those of the function of the CDK that copies the pages', () => {
    const assembly = synthesize('dev');
    for (const template of [assembly.template('data'), assembly.template('web'), assembly.product()]) {
      const roles = allowedByRole(template);
      for (const [role, statements] of roles) {
        if (role.startsWith('CustomCDKBucketDeployment')) continue;
        const wild = statements.flatMap((s) => s.Action).filter((action) => action.includes('*'));
        expect({ role, wild }).toEqual({ role, wild: [] });
      }
    }
  });

  it('allow everything of a service to nobody but for X-Ray and the delivery of logs', () => {
    for (const [role, statements] of allowedByRole(workflows)) {
      const everywhere = statements.filter((s) => s.Resource === '*').flatMap((s) => s.Action);
      const surprising = everywhere.filter((action) => !/^(xray:|logs:)/.test(action));
      expect({ role, surprising }).toEqual({ role, surprising: [] });
    }
  });
});

const Machine = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.unknown()),
  RoleArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  LoggingConfiguration: z.object({ IncludeExecutionData: z.boolean(), Level: z.string() }),
  StateMachineName: z.string(),
});

describe.each(namesOf(WORKFLOWS))('the state machine %s', (workflow) => {
  const machine = () => {
    const found = resourcesOf(workflows, 'AWS::StepFunctions::StateMachine')
      .map((resource) => Machine.parse(resource.Properties))
      .find((m) => m.StateMachineName === `traboule-dev-${WORKFLOWS[workflow].name}`);
    if (found === undefined) throw new Error(`There is no ${workflow}.`);
    return found;
  };

  it('has every placeholder of its definition substituted, and no other', () => {
    const placeholders = [...machine().DefinitionString.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);

    expect(Object.keys(machine().DefinitionSubstitutions).sort()).toEqual([...new Set(placeholders)].sort());
  });

  it('may call its own tasks and no other function', () => {
    const tasks = namesOf<string>(WORKFLOWS[workflow].tasks).map((name) => handlers.get(name)?.id);

    const statements = allowedByRole(workflows).get(machine().RoleArn['Fn::GetAtt'][0]) ?? [];
    const invoke = statements.filter((s) => s.Action.includes('lambda:InvokeFunction'));

    expect(invoke).toHaveLength(1);
    expect(new Set(arnIds(invoke[0]?.Resource))).toEqual(new Set(tasks));
  });

  it('keeps what is sent out of its log', () => {
    expect(machine().LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ERROR' });
  });
});
