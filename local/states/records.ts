import * as z from 'zod';
import type { JournalKind } from '../data-folder/journals.ts';
import type { VersionKind } from '../data-folder/versions.ts';

const at = z.number();
const text = z.string().nullable();

/** A state machine as it stands, or as an execution began with it. Dates in epoch milliseconds throughout. */
const machine = z.object({
  stateMachineArn: z.string(),
  name: z.string(),
  roleArn: z.string(),
  definition: z.string(),
  /** Changes with every update; an execution keeps the revision it began with. */
  revisionId: z.string(),
  creationDate: at,
  updateDate: at,
});
type MachineRecord = z.infer<typeof machine>;
export const machineVersions: VersionKind<MachineRecord> = {
  schema: machine,
  key: ({ stateMachineArn }) => stateMachineArn,
  version: ({ revisionId }) => revisionId,
};

const identity = {
  executionArn: z.string(),
  stateMachineArn: z.string(),
  revisionId: z.string(),
  name: z.string(),
  input: z.string(),
  /** Who started it, or redrove it last: the task of another execution, or a client that gave a token. */
  parent: text,
};

/** How an execution stands, or how it ended. */
const ending = z.object({
  ...identity,
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
});
export type Ending = z.infer<typeof ending>;

/** How an execution stands that has begun, or has been redriven. */
export const RUNNING = { status: 'RUNNING', stopDate: null, output: null, error: null, cause: null } as const;

/** What came of an effect. A task may be `submitted` first: accepted, with its result still to come. */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fired') }),
  z.object({ kind: z.enum(['submitted', 'succeeded']), output: z.string() }),
  z.object({ kind: z.literal('failed'), error: text, cause: text }),
  z.object({ kind: z.literal('timedOut'), heartbeat: z.boolean() }),
]);
export type Outcome = z.infer<typeof outcome>;

/** `seed` determines every random number of the execution, and its task tokens. */
const started = z.object({ type: z.literal('started'), at, ...identity, seed: z.number() });
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

/** The first entry of a journal. */
export function startOf([first]: readonly Entry[]): StartedEntry {
  if (first?.type === 'started') return first;
  throw new Error('A journal begins with the start of its execution');
}

/** An execution is a journal, by its ARN, with how it ended once it has. */
export const executionJournal: JournalKind<Entry, Ending> = {
  entry: (text) => entry.parse(JSON.parse(text)),
  summary: (text) => ending.parse(JSON.parse(text)),
  brief: (ended) => ({ ...ended, input: '', output: null, cause: null }),
};
