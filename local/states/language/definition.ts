import * as z from 'zod';
import type { Json } from '../json.ts';

/** The longest `Wait.Seconds` and `TimeoutSeconds`, in seconds (three years; AWS quota). */
const LONGEST = 99_999_999;

const template: z.ZodType<Json> = z.json();
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata expression between {% and %}');
const text = z.string();
const stateName = z.string().min(1).max(80);
const seconds = (least: number) => z.union([z.int().min(least).max(LONGEST), expression]);
const count = z.union([z.int().min(0), expression]);
const assign = z.record(z.string(), template);

const described = { Comment: text.optional(), QueryLanguage: z.literal('JSONata').optional() };
const transition = { Next: stateName.optional(), End: z.boolean().optional() };
const produces = { Assign: assign.optional(), Output: template.optional() };

const retrier = z.strictObject({
  ErrorEquals: z.array(text).min(1),
  Comment: text.optional(),
  IntervalSeconds: z.int().min(1).max(LONGEST).optional(),
  MaxAttempts: z.int().min(0).max(LONGEST).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});

const catcher = z.strictObject({
  ErrorEquals: z.array(text).min(1),
  Comment: text.optional(),
  Next: stateName,
  ...produces,
});

const recovers = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const choiceRule = z.strictObject({
  Comment: text.optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: stateName,
  ...produces,
});

const task = z.strictObject({
  Type: z.literal('Task'),
  Resource: text,
  Arguments: template.optional(),
  TimeoutSeconds: seconds(1).optional(),
  HeartbeatSeconds: seconds(1).optional(),
  ...described,
  ...transition,
  ...produces,
  ...recovers,
});

const pass = z.strictObject({ Type: z.literal('Pass'), ...described, ...transition, ...produces });

const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(choiceRule).min(1),
  Default: stateName.optional(),
  ...described,
  ...produces,
});

const wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: seconds(0).optional(),
  Timestamp: text.optional(),
  ...described,
  ...transition,
  ...produces,
});

const succeed = z.strictObject({ Type: z.literal('Succeed'), Output: template.optional(), ...described });

const fail = z.strictObject({ Type: z.literal('Fail'), Error: text.optional(), Cause: text.optional(), ...described });

const parallelFields = z.strictObject({
  Type: z.literal('Parallel'),
  Arguments: template.optional(),
  ...described,
  ...transition,
  ...produces,
  ...recovers,
});

const mapFields = z.strictObject({
  Type: z.literal('Map'),
  Items: z.union([z.array(template), expression]).optional(),
  ItemSelector: template.optional(),
  MaxConcurrency: count.optional(),
  ToleratedFailureCount: count.optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  ...described,
  ...transition,
  ...produces,
  ...recovers,
});

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type TaskState = z.infer<typeof task>;
export type PassState = z.infer<typeof pass>;
export type ChoiceState = z.infer<typeof choice>;
export type WaitState = z.infer<typeof wait>;
export type SucceedState = z.infer<typeof succeed>;
export type FailState = z.infer<typeof fail>;
export type ParallelState = z.infer<typeof parallelFields> & { Branches: StatesBlock[] };
export type MapState = z.infer<typeof mapFields> & { ItemProcessor: StatesBlock };
export type State =
  | TaskState
  | PassState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** States that run one after the other: a machine, a branch of a Parallel, the processor of a Map. */
export interface StatesBlock {
  StartAt: string;
  States: Record<string, State>;
}

const state: z.ZodType<State> = z.lazy(() =>
  z.discriminatedUnion('Type', [task, pass, choice, wait, succeed, fail, parallel, map]),
);

const block = { StartAt: stateName, States: z.record(stateName, state) };
const parallel = parallelFields.extend({
  Branches: z.array(z.strictObject({ Comment: text.optional(), ...block })).min(1),
});
const map = mapFields.extend({
  ItemProcessor: z.strictObject({
    Comment: text.optional(),
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE').optional() }).optional(),
    ...block,
  }),
});

export const machineSchema = z.strictObject({
  Comment: text.optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  TimeoutSeconds: seconds(1).optional(),
  ...block,
});

export type Machine = z.infer<typeof machineSchema>;
