import type { ExecutionStatus } from '../ports.ts';

/** A state machine as it stands. Dates in epoch milliseconds throughout. */
export interface MachineRecord {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly definition: string;
  /** Changes with every update of definition or role; an execution keeps the revision it began with. */
  readonly revisionId: string;
  readonly creationDate: number;
  readonly updateDate: number;
  readonly loggingConfiguration: string | null;
  readonly tracingEnabled: boolean;
}

/** What lists show of an execution. */
export interface ExecutionRecord {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly startDate: number;
  readonly status: ExecutionStatus;
  readonly stopDate: number | null;
  readonly redriveCount: number;
  readonly redriveDate: number | null;
}

/** Asks for finished executions of a machine, latest start first. */
export interface ExecutionQuery {
  readonly stateMachineArn: string;
  readonly status?: ExecutionStatus | undefined;
  readonly limit: number;
  /** Only those that come after this one in the order of the list. */
  readonly after?: string | undefined;
}

/** An execution and its journal: the entries in order, as they were written. */
export interface Journal {
  readonly executionArn: string;
  readonly entries: readonly string[];
}

/**
 * Where executions are kept: one journal each, an append-only list of entries the store does not look into. Every
 * method that writes resolves once the write would survive a power cut. The journals of executions that run are live:
 * read whole when the process starts, and then only written. That of a finished one is compacted, and read on request.
 */
export interface JournalStore {
  open(): Promise<void>;
  close(): Promise<void>;

  machines(): Promise<MachineRecord[]>;
  saveMachine(machine: MachineRecord): Promise<void>;
  /** Takes the machine out of the list; its revisions stay, for the executions that began with them. */
  removeMachine(stateMachineArn: string): Promise<void>;
  revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord | undefined>;

  /** Adds entry number `sequence` to a live journal; number 0 begins it. */
  append(executionArn: string, sequence: number, entry: string): Promise<void>;
  /** Marks the execution finished and compacts its journal. */
  finish(record: ExecutionRecord, entries: readonly string[]): Promise<void>;
  /** Makes a finished execution live again, with its whole journal. */
  reopen(executionArn: string, entries: readonly string[]): Promise<void>;
  /** Every live journal. */
  live(): AsyncIterable<Journal>;

  /** Whether a finished execution of that ARN is kept. */
  isFinished(executionArn: string): Promise<boolean>;
  finished(executionArn: string): Promise<{ record: ExecutionRecord; entries: string[] } | undefined>;
  list(query: ExecutionQuery): Promise<ExecutionRecord[]>;
  /** Forgets the executions that finished before the instant; how many. */
  expire(before: number): Promise<number>;
}

/** Where an execution stands in the order of lists: a text that sorts as the start does, then the name. */
export function listPosition({ startDate, name }: { startDate: number; name: string }): string {
  return `${String(startDate).padStart(15, '0')}#${name}`;
}
