import * as z from 'zod';
import type { Json } from '../json.ts';
import { parseResource } from './resource.ts';

/** The longest `Wait.Seconds` and `TimeoutSeconds`, in seconds (three years; AWS quota). */
const LONGEST = 99_999_999;

const template: z.ZodType<Json> = z.json();
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata expression between {% and %}');
const text = z.string();
const stateName = z.string().min(1).max(80);
const orExpression = <T extends z.ZodType>(type: T) => z.union([type, expression]).optional();
const seconds = (least: number) => orExpression(z.int().min(least).max(LONGEST));
const count = orExpression(z.int().min(0));

const described = { Comment: text.optional(), QueryLanguage: z.literal('JSONata').optional() };
const transition = { Next: stateName.optional(), End: z.boolean().optional() };
const produces = { Assign: z.record(z.string(), template).optional(), Output: template.optional() };

/** What `superRefine` hands on: reports a problem, and where it is in what is checked. */
type Report = (message: string, ...path: PropertyKey[]) => void;
const rule =
  <T>(check: (value: T, report: Report) => void) =>
  (value: T, { addIssue }: z.RefinementCtx) =>
    check(value, (message, ...path) => addIssue({ code: 'custom', message, path }));

const exactlyOne = (...names: string[]) =>
  rule((state: object, report) => {
    const given = Object.entries(state).filter(([name, value]) => names.includes(name) && value !== false);
    if (given.length !== 1) report(`Exactly one of these fields is required: [${names.join(', ')}]`);
  });

const matches = { ErrorEquals: z.array(text).min(1), Comment: text.optional() };
export const retrier = z.strictObject({
  ...matches,
  IntervalSeconds: z.int().min(1).max(LONGEST).optional(),
  MaxAttempts: z.int().min(0).max(LONGEST).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
export const catcher = z.strictObject({ ...matches, Next: stateName, ...produces });

const allComesLast = rule((rules: readonly { ErrorEquals: string[] }[], report) => {
  for (const [index, { ErrorEquals }] of rules.entries()) {
    if (ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || index < rules.length - 1))
      report("'States.ALL' must stand alone, and last", index, 'ErrorEquals');
  }
});
const recovers = {
  Retry: z.array(retrier).superRefine(allComesLast).optional(),
  Catch: z.array(catcher).superRefine(allComesLast).optional(),
};

const ARGUMENTS = {
  lambda: ['FunctionName', 'Payload', 'InvocationType', 'Qualifier'],
  states: ['StateMachineArn', 'Input', 'Name'],
};

interface TaskFields {
  Resource: string;
  Arguments?: Json | undefined;
  TimeoutSeconds?: number | string | undefined;
  HeartbeatSeconds?: number | string | undefined;
}

/** The resource is one of those that run here, and the arguments are its own. */
const asksForWhatRuns = rule((task: TaskFields, report) => {
  const { Resource, Arguments = {}, TimeoutSeconds, HeartbeatSeconds } = task;
  const resource = parseResource(Resource);
  if (resource === undefined) {
    const supported = 'only lambda:invoke and states:startExecution are';
    report(`The resource '${Resource}' is not supported here: ${supported}`, 'Resource');
    return;
  }
  const [required = '', ...others] = ARGUMENTS[resource.service];
  if (typeof Arguments !== 'string') {
    const given = Object.keys(Arguments ?? {});
    if (!given.includes(required)) report(`These fields are required: [${required}]`, 'Arguments');
    for (const key of given)
      if (![required, ...others].includes(key)) report(`Field '${key}' is not supported`, 'Arguments', key);
  }
  if (resource.pattern === 'token' && !JSON.stringify(Arguments).includes('$states.context')) {
    const missing = "'$states.context.Task.Token' is not in the Arguments";
    report(`The task token must be passed on: ${missing}`, 'Arguments');
  }
  if (typeof TimeoutSeconds === 'number' && typeof HeartbeatSeconds === 'number' && HeartbeatSeconds >= TimeoutSeconds)
    report("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", 'HeartbeatSeconds');
});

export const choiceRule = z.strictObject({
  Comment: text.optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: stateName,
  ...produces,
});

/** States that run one after the other: a machine, a branch of a Parallel, the processor of a Map. */
export interface StatesBlock {
  StartAt: string;
  States: Record<string, State>;
}
const branches: z.ZodType<StatesBlock[]> = z.lazy(() => z.array(z.strictObject(block)).min(1));
const inline = z.strictObject({ Mode: z.literal('INLINE').optional() }).optional();
const processor: z.ZodType<StatesBlock> = z.lazy(() => z.strictObject({ ...block, ProcessorConfig: inline }));

/** Every field of every state type; `docs/interpreter.md` has the same. */
export const FIELDS = {
  Task: {
    Type: z.literal('Task'),
    Resource: text,
    Arguments: template.optional(),
    TimeoutSeconds: seconds(1),
    HeartbeatSeconds: seconds(1),
    ...{ ...described, ...transition, ...produces, ...recovers },
  },
  Pass: { Type: z.literal('Pass'), ...described, ...transition, ...produces },
  Choice: {
    Type: z.literal('Choice'),
    Choices: z.array(choiceRule).min(1),
    Default: stateName.optional(),
    ...{ ...described, ...produces },
  },
  Wait: {
    Type: z.literal('Wait'),
    Seconds: seconds(0),
    Timestamp: text.optional(),
    ...{ ...described, ...transition, ...produces },
  },
  Succeed: { Type: z.literal('Succeed'), Output: template.optional(), ...described },
  Fail: { Type: z.literal('Fail'), Error: text.optional(), Cause: text.optional(), ...described },
  Parallel: {
    Type: z.literal('Parallel'),
    Branches: branches,
    Arguments: template.optional(),
    ...{ ...described, ...transition, ...produces, ...recovers },
  },
  Map: {
    Type: z.literal('Map'),
    Items: orExpression(z.array(template)),
    ItemSelector: template.optional(),
    ItemProcessor: processor,
    MaxConcurrency: count,
    ToleratedFailureCount: count,
    ToleratedFailurePercentage: orExpression(z.number().min(0).max(100)),
    ...{ ...described, ...transition, ...produces, ...recovers },
  },
};

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type StateOf<T extends keyof typeof FIELDS> = z.infer<z.ZodObject<(typeof FIELDS)[T]>>;
export type State = { [T in keyof typeof FIELDS]: StateOf<T> }[keyof typeof FIELDS];

const leads = exactlyOne('Next', 'End');
const state: z.ZodType<State> = z.lazy(() =>
  z.discriminatedUnion('Type', [
    z.strictObject(FIELDS.Task).superRefine(leads).superRefine(asksForWhatRuns),
    z.strictObject(FIELDS.Pass).superRefine(leads),
    z.strictObject(FIELDS.Choice),
    z.strictObject(FIELDS.Wait).superRefine(leads).superRefine(exactlyOne('Seconds', 'Timestamp')),
    z.strictObject(FIELDS.Succeed),
    z.strictObject(FIELDS.Fail),
    z.strictObject(FIELDS.Parallel).superRefine(leads),
    z.strictObject(FIELDS.Map).superRefine(leads),
  ]),
);
const block = { Comment: text.optional(), StartAt: stateName, States: z.record(stateName, state) };

export const machineSchema = z.strictObject({
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  TimeoutSeconds: z.int().min(1).max(LONGEST).optional(),
  ...block,
});
export type Machine = z.infer<typeof machineSchema>;
