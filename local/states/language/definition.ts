import * as z from 'zod';
import type { Json } from '../../jsonata/json.ts';

/** What a Task's `Resource` asks for. */
export interface Resource {
  readonly service: keyof typeof ARGUMENTS;
  /** As events show it. */
  readonly label: string;
  /** How the task ends: with the answer, with the nested execution, or when its token is sent back. */
  readonly pattern: 'response' | 'sync' | 'token';
}

const RESOURCES: readonly Resource[] = [
  { service: 'lambda', label: 'invoke', pattern: 'response' },
  { service: 'lambda', label: 'invoke.waitForTaskToken', pattern: 'token' },
  { service: 'states', label: 'startExecution', pattern: 'response' },
  { service: 'states', label: 'startExecution.sync:2', pattern: 'sync' },
  { service: 'states', label: 'startExecution.waitForTaskToken', pattern: 'token' },
];

/** A `Resource`, of any partition of AWS. */
const resource = z.string().transform((arn, context) => {
  const [, call] = /^arn:aws(?:-[a-z-]+)?:states:::(.+)$/.exec(arn) ?? [];
  const found = RESOURCES.find(({ service, label }) => call === `${service}:${label}`);
  const supported = 'only lambda:invoke and states:startExecution are';
  if (found === undefined) context.addIssue(`The resource '${arn}' is not supported here: ${supported}`);
  return found ?? z.NEVER;
});

/** What an expression gave is JSON already. */
const json = z.custom<Json>().default({});

/** The arguments of each service; the first is required. Without a name, an execution is given one. */
export const ARGUMENTS = {
  lambda: z.strictObject({
    FunctionName: z.string().min(1),
    Payload: json,
    InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
    Qualifier: z.string().optional(),
  }),
  states: z.strictObject({ StateMachineArn: z.string().min(1), Input: json, Name: z.string().default('') }),
};
export type InvokeArguments = z.infer<(typeof ARGUMENTS)['lambda']>;
export type StartArguments = z.infer<(typeof ARGUMENTS)['states']>;

/** The longest `Wait.Seconds` and `TimeoutSeconds`, in seconds (three years; AWS quota). */
const LONGEST = 99_999_999;

const template: z.ZodType<Json> = z.json();
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata expression between {% and %}');
const text = z.string();
const stateName = z.string().min(1).max(80);
const orExpression = <T extends z.ZodType>(type: T) => z.union([type, expression]).optional();
const seconds = (least: number) => orExpression(z.int().min(least).max(LONGEST));
const count = orExpression(z.int().min(0));

/** JSONPath is refused wherever it is asked for, or not spoken of: it is what AWS falls back to. */
export const JSONATA = "'QueryLanguage' must be 'JSONata': JSONPath is not supported here";
const language = z.literal('JSONata', JSONATA).optional();

const described = { Comment: text.optional(), QueryLanguage: language };
const transition = { Next: stateName.optional(), End: z.boolean().optional() };
const produces = { Assign: z.record(z.string(), template).optional(), Output: template.optional() };

const ALONE = "'States.ALL' must stand alone, and last";
const alone = (names: readonly string[]) => names.length === 1 || !names.includes('States.ALL');
const last = (rules: readonly { ErrorEquals: string[] }[]) =>
  rules.slice(0, -1).every(({ ErrorEquals }) => !ErrorEquals.includes('States.ALL'));
const matches = { ErrorEquals: z.array(text).min(1).refine(alone, ALONE), Comment: text.optional() };
export const retrier = z.strictObject({
  ...matches,
  IntervalSeconds: z.int().min(1).max(LONGEST).optional(),
  MaxAttempts: z.int().min(0).max(LONGEST).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
export const catcher = z.strictObject({ ...matches, Next: stateName, ...produces });
const flows = { ...described, ...transition, ...produces };
const works = {
  ...flows,
  Retry: z.array(retrier).refine(last, ALONE).optional(),
  Catch: z.array(catcher).refine(last, ALONE).optional(),
};

export const choiceRule = z.strictObject({
  Comment: text.optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: stateName,
  ...produces,
});

/** States that run one after the other: a machine, a branch of a Parallel, the processor of a Map. */
export type StatesBlock = { StartAt: string; States: Record<string, State> };
const branches: z.ZodType<StatesBlock[]> = z.lazy(() => z.array(z.strictObject(block)).min(1));
const inline = z.strictObject({ Mode: z.literal('INLINE').optional() }).optional();
const processor: z.ZodType<StatesBlock> = z.lazy(() => z.strictObject({ ...block, ProcessorConfig: inline }));

/** Every field of every state type; `docs/interpreter.md` has the same. */
export const FIELDS = {
  Task: {
    Type: z.literal('Task'),
    Resource: resource,
    Arguments: template.optional(),
    TimeoutSeconds: seconds(1),
    HeartbeatSeconds: seconds(1),
    ...works,
  },
  Pass: { Type: z.literal('Pass'), ...flows },
  Choice: {
    Type: z.literal('Choice'),
    Choices: z.array(choiceRule).min(1),
    Default: stateName.optional(),
    ...described,
    ...produces,
  },
  Wait: {
    Type: z.literal('Wait'),
    Seconds: seconds(0),
    Timestamp: text.optional(),
    ...flows,
  },
  Succeed: { Type: z.literal('Succeed'), Output: template.optional(), ...described },
  Fail: { Type: z.literal('Fail'), Error: text.optional(), Cause: text.optional(), ...described },
  Parallel: {
    Type: z.literal('Parallel'),
    Branches: branches,
    Arguments: template.optional(),
    ...works,
  },
  Map: {
    Type: z.literal('Map'),
    Items: orExpression(z.array(template)),
    ItemSelector: template.optional(),
    ItemProcessor: processor,
    MaxConcurrency: count,
    ToleratedFailureCount: count,
    ToleratedFailurePercentage: orExpression(z.number().min(0).max(100)),
    ...works,
  },
};

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type StateOf<T extends keyof typeof FIELDS> = z.infer<z.ZodObject<(typeof FIELDS)[T]>>;
export type State = { [T in keyof typeof FIELDS]: StateOf<T> }[keyof typeof FIELDS];

const exactlyOne = <T extends z.ZodType<object>>(names: readonly string[], state: T): T => {
  const given = (field: [name: string, value: unknown]) => names.includes(field[0]) && field[1] !== false;
  const problem = `Exactly one of these fields is required: [${names.join(', ')}]`;
  return state.refine((fields) => Object.entries(fields).filter(given).length === 1, problem);
};
const leads = <T extends z.ZodType<object>>(state: T) => exactlyOne(['Next', 'End'], state);

/** The arguments are those of the call; the task token is among them, where the task waits for it. */
function checkTask(task: StateOf<'Task'>, { addIssue }: z.RefinementCtx): void {
  const { Resource, Arguments = {}, TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = task;
  const report = (message: string, ...path: string[]) => addIssue({ code: 'custom', message, path });
  const [required = '', ...others] = Object.keys(ARGUMENTS[Resource.service].shape);
  const given = typeof Arguments === 'string' ? [required] : Object.keys(Arguments ?? {});
  if (!given.includes(required)) report(`These fields are required: [${required}]`, 'Arguments');
  for (const key of given)
    if (![required, ...others].includes(key)) report(`Field '${key}' is not supported`, 'Arguments', key);
  if (Resource.pattern === 'token' && !JSON.stringify(Arguments).includes('$states.context'))
    report("The task token must be passed on: '$states.context.Task.Token' is not in the Arguments", 'Arguments');
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    report("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", 'HeartbeatSeconds');
}

const state: z.ZodType<State> = z.lazy(() =>
  z.discriminatedUnion('Type', [
    leads(z.strictObject(FIELDS.Task)).superRefine(checkTask),
    leads(z.strictObject(FIELDS.Pass)),
    z.strictObject(FIELDS.Choice),
    exactlyOne(['Seconds', 'Timestamp'], leads(z.strictObject(FIELDS.Wait))),
    z.strictObject(FIELDS.Succeed),
    z.strictObject(FIELDS.Fail),
    leads(z.strictObject(FIELDS.Parallel)),
    leads(z.strictObject(FIELDS.Map)),
  ]),
);
const block = { Comment: text.optional(), StartAt: stateName, States: z.record(stateName, state) };

export const machineSchema = z.strictObject({
  Version: z.literal('1.0').optional(),
  QueryLanguage: language,
  TimeoutSeconds: z.int().min(1).max(LONGEST).optional(),
  ...block,
});
export type Machine = z.infer<typeof machineSchema>;
