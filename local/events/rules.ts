import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { checkTarget, type Target } from '../scheduler/targets.ts';
import type { Ending } from '../states/records.ts';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { type Matches, readPattern } from './pattern.ts';

const Properties = z.object({
  EventPattern: z.unknown().refine((pattern) => pattern !== undefined, 'a rule with a schedule: use AWS::Scheduler'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.object({
        Arn: z.string(),
        Input: z.string().optional(),
        InputPath: z.string().optional(),
        InputTransformer: z
          .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
          .optional(),
        DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
      }),
    )
    .default([]),
});
type RuleTarget = z.infer<typeof Properties>['Targets'][number];

type Identity = 'executionArn' | 'stateMachineArn' | 'name' | 'input' | 'startDate';
type Standing = 'status' | 'stopDate' | 'output' | 'error' | 'cause';
/** What Step Functions tells of an execution that changes status; dates in epoch milliseconds. */
export type StatusChange = Readonly<Pick<Ending, Identity | Standing>>;

/** A rule of the default event bus. */
export interface Rule {
  readonly matches: Matches;
  readonly targets: readonly (Target & { input: (event: Record<string, unknown>) => string })[];
}

/** @throws TemplateError when the pattern or a target is not supported, naming the rule */
export function readRule(resource: Deployed): Rule | null {
  const where = `${resource.stack.name}, ${resource.logicalId}`;
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success) throw new TemplateError(`${where}: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.State === 'DISABLED') return null;
  return {
    matches: readPattern(parsed.data.EventPattern),
    targets: parsed.data.Targets.map((target) => {
      checkTarget(target.Arn, where);
      return {
        arn: target.Arn,
        deadLetters: target.DeadLetterConfig?.Arn ?? null,
        input: (event) => inputOf(target, event),
      };
    }),
  };
}

/** Hands an event to the targets of every rule it matches. */
export async function dispatch(
  event: Record<string, unknown>,
  rules: readonly Rule[],
  deliver: (target: Target, input: string) => Promise<void>,
): Promise<void> {
  for (const rule of rules.filter(({ matches }) => matches(event))) {
    for (const target of rule.targets) await deliver(target, target.input(event));
  }
}

/** The event that Step Functions puts on the bus when an execution changes status. @param now epoch milliseconds */
export function statusChangeEvent(change: StatusChange, now: number): Record<string, unknown> {
  const [, , , region = '', account = ''] = change.executionArn.split(':');
  const { executionArn, stateMachineArn, name, status, startDate, stopDate, input, output, error, cause } = change;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account,
    time: new Date(stopDate ?? now).toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [executionArn],
    detail: {
      ...{ executionArn, stateMachineArn, name, status, startDate, stopDate, input, output, error, cause },
      inputDetails: { included: true },
      outputDetails: output === null ? null : { included: true },
    },
  };
}

function inputOf(target: RuleTarget, event: Record<string, unknown>): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(at(event, target.InputPath));
  if (target.InputTransformer === undefined) return JSON.stringify(event);
  const { InputPathsMap, InputTemplate } = target.InputTransformer;
  // A variable inside quotes is written as it is, elsewhere as JSON.
  return InputTemplate.replaceAll(/("?)<([\w.-]+)>("?)/g, (_match, before: string, name: string, after: string) => {
    const value = name === 'aws.events.event.json' ? event : at(event, InputPathsMap[name] ?? '');
    const text = JSON.stringify(value ?? null);
    return before !== '' && after !== ''
      ? typeof value === 'string'
        ? text
        : JSON.stringify(text)
      : `${before}${text}${after}`;
  });
}

/** The value at a path such as `$.detail.status`. */
function at(event: unknown, path: string): unknown {
  if (!/^\$(\.[\w-]+)*$/.test(path)) throw new TemplateError(`The path ${path} of an event is not supported.`);
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, name) => {
      const found =
        typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name) : undefined;
      return found?.[1];
    }, event);
}
