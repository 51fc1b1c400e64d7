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

export interface ExecutionQuery {
  readonly stateMachineArn: string;
  readonly status?: ExecutionStatus;
  readonly limit: number;
  /** Where the page before ended, as the store gave it. */
  readonly after?: string;
}

export interface ExecutionPage {
  readonly records: readonly ExecutionRecord[];
  readonly next?: string;
}

/** The journal of an execution that had not finished: its entries in order, as they were written. */
export interface LiveJournal {
  readonly executionArn: string;
  readonly entries: readonly string[];
}

/**
 * Where executions are kept: one journal each, an append-only list of entries the store does not look into. Every
 * method that writes resolves once the write would survive a power cut. A journal of a running execution is live; when
 * it finishes it is compacted, and then read only on request.
 */
export interface JournalStore {
  /** Makes the store ready, and clears what an interrupted compaction left. */
  open(): Promise<void>;
  close(): Promise<void>;

  machines(): Promise<MachineRecord[]>;
  saveMachine(machine: MachineRecord): Promise<void>;
  /** Takes the machine out of the list; its revisions stay, for the executions that began with them. */
  removeMachine(stateMachineArn: string): Promise<void>;
  revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord | undefined>;

  /** Records a new execution and its first entry in one step. With `unique`, false if one of that ARN is known. */
  create(record: ExecutionRecord, entry: string, unique: boolean): Promise<boolean>;
  /** Adds entry number `sequence` (the first entry is number 0). */
  append(executionArn: string, sequence: number, entry: string): Promise<void>;
  /** Marks the execution finished and compacts its journal. */
  finish(record: ExecutionRecord, entries: readonly string[]): Promise<void>;
  /** Makes a finished execution live again, with its whole journal. */
  reopen(record: ExecutionRecord, entries: readonly string[]): Promise<void>;

  /** Every execution that has not finished. */
  live(): AsyncIterable<LiveJournal>;
  record(executionArn: string): Promise<ExecutionRecord | undefined>;
  /** The journal of a finished execution; empty if there is none. */
  archived(executionArn: string): Promise<string[]>;
  /** Executions of a machine, latest start first. */
  list(query: ExecutionQuery): Promise<ExecutionPage>;
  /** Forgets the executions that finished before the instant; how many. */
  expire(before: number): Promise<number>;
}
