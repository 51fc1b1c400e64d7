import * as z from 'zod';

/** Something an execution asks of the world, and whose outcome it waits for. Instants in epoch milliseconds. */
export type Effect = TimerEffect | InvokeEffect | StartEffect;

export interface TimerEffect {
  readonly kind: 'timer';
  readonly at: number;
  readonly eager: boolean;
}

/** What every task can be limited by. */
interface TaskLimits {
  /** When the task times out. */
  readonly deadline?: number | undefined;
  /** The longest pause between heartbeats, in milliseconds. */
  readonly heartbeat?: number | undefined;
  /** Set when the task waits to be answered with this token. */
  readonly token?: string | undefined;
}

export interface InvokeEffect extends TaskLimits {
  readonly kind: 'invoke';
  readonly functionName: string;
  readonly payload: string;
  readonly invocationType: 'RequestResponse' | 'Event' | 'DryRun';
}

export interface StartEffect extends TaskLimits {
  readonly kind: 'start';
  readonly stateMachineArn: string;
  readonly name: string;
  /** True when the workflow chose the name, and it may be taken. */
  readonly named: boolean;
  readonly input: string;
  /** True when the task lasts as long as the execution it starts. */
  readonly sync: boolean;
  /** The nested execution of the attempt before, to be redriven rather than started. */
  readonly redrives?: string | undefined;
}

/** What came of an effect. A task may be `submitted` first: accepted, with its result still to come. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fired') }),
  z.object({ kind: z.literal('submitted'), output: z.string() }),
  z.object({ kind: z.literal('succeeded'), output: z.string() }),
  z.object({ kind: z.literal('failed'), error: z.string().nullable(), cause: z.string().nullable() }),
  z.object({ kind: z.literal('timedOut'), heartbeat: z.boolean() }),
]);

export type Outcome = z.infer<typeof outcomeSchema>;

const at = z.number();

/** One line of a journal: everything that decides what an execution does, and nothing else. */
export const entrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    at,
    executionArn: z.string(),
    stateMachineArn: z.string(),
    revisionId: z.string(),
    name: z.string(),
    input: z.string(),
    /** Determines every random number of the execution, and its task tokens. */
    seed: z.number(),
    /** The task that started it, if one did. */
    parent: z.string().nullable(),
  }),
  z.object({
    type: z.literal('outcome'),
    at,
    effect: z.string(),
    outcome: outcomeSchema,
    /** Set once it has been told that the execution runs. */
    told: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('stopped'), at, error: z.string().nullable(), cause: z.string().nullable() }),
  /** `parent`: the task that asked for it, if one did. */
  z.object({ type: z.literal('redriven'), at, parent: z.string().nullable() }),
  /** How it ended: written when the journal is compacted, so that nothing need be replayed to know it. */
  z.object({
    type: z.literal('ended'),
    at,
    status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
    output: z.string().nullable(),
    error: z.string().nullable(),
    cause: z.string().nullable(),
    /** How many events the history has. */
    events: z.number(),
  }),
]);

export type Entry = z.infer<typeof entrySchema>;
export type StartedEntry = Extract<Entry, { type: 'started' }>;
export type EndedEntry = Extract<Entry, { type: 'ended' }>;

/** Reads a line of a journal. @throws if it is not one */
export function parseEntry(line: string): Entry {
  return entrySchema.parse(JSON.parse(line));
}
