import * as z from 'zod';

const at = z.number();
const text = z.string().nullable();

/** A state machine as it stands, or as an execution began with it. Dates in epoch milliseconds throughout. */
export const machineRecord = z.object({
  stateMachineArn: z.string(),
  name: z.string(),
  roleArn: z.string(),
  definition: z.string(),
  /** Changes with every update; an execution keeps the revision it began with. */
  revisionId: z.string(),
  creationDate: at,
  updateDate: at,
});
export type MachineRecord = z.infer<typeof machineRecord>;

/** How an execution stands, or how it ended. */
export const ending = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  startDate: at,
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  stopDate: at.nullable(),
  redriveCount: z.number(),
  redriveDate: at.nullable(),
  output: text,
  error: text,
  cause: text,
  /** How many events the history has, and how many entries the journal. */
  events: z.number(),
  entries: z.number(),
  /** The task of another execution that last started or redrove it. */
  parent: text,
});
export type Ending = z.infer<typeof ending>;

/** What came of an effect. A task may be `submitted` first: accepted, with its result still to come. */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fired') }),
  z.object({ kind: z.literal('submitted'), output: z.string() }),
  z.object({ kind: z.literal('succeeded'), output: z.string() }),
  z.object({ kind: z.literal('failed'), error: text, cause: text }),
  z.object({ kind: z.literal('timedOut'), heartbeat: z.boolean() }),
]);
export type Outcome = z.infer<typeof outcome>;

const started = z.object({
  type: z.literal('started'),
  at,
  executionArn: z.string(),
  stateMachineArn: z.string(),
  revisionId: z.string(),
  name: z.string(),
  input: z.string(),
  /** Determines every random number of the execution, and its task tokens. */
  seed: z.number(),
  parent: text,
});
export type StartedEntry = z.infer<typeof started>;

/** One entry of a journal: everything that decides what an execution does. */
const entry = z.discriminatedUnion('type', [
  started,
  /** `told`: it has been told that the execution runs. */
  z.object({ type: z.literal('outcome'), at, effect: z.string(), outcome, told: z.boolean().optional() }),
  z.object({ type: z.literal('stopped'), at, error: text, cause: text }),
  z.object({ type: z.literal('redriven'), at, parent: text }),
]);
export type Entry = z.infer<typeof entry>;

/** @throws if the text is no entry */
export function parseEntry(line: string): Entry {
  return entry.parse(JSON.parse(line));
}

/** Reads the first entry of a journal. @throws if it is another */
export function parseStart(line: string | undefined): StartedEntry {
  return started.parse(JSON.parse(line ?? 'null'));
}

/** Where an execution stands in the order of lists: a text that sorts as the start does, then the name. */
export function listPosition({ startDate, name }: { startDate: number; name: string }): string {
  return `${String(startDate).padStart(15, '0')}#${name}`;
}
