import { randomUUID } from 'node:crypto';
import { ServiceError } from '../http/aws-json.ts';
import type { RunContext } from './engine/run.ts';
import type { Journal } from './journal/journal.ts';
import type { MachineRecord } from './journal/records.ts';
import { readMachine } from './language/validate.ts';

/** The state machines, and their revisions as executions run them. */
export class Machines {
  readonly #journal: Journal;
  readonly #region: string;
  readonly #contexts = new Map<string, RunContext>();

  constructor(journal: Journal, region: string) {
    this.#journal = journal;
    this.#region = region;
  }

  /** As it stands, or as it was at a revision. @throws ServiceError `StateMachineDoesNotExist` */
  get(stateMachineArn: string, revisionId?: string): MachineRecord {
    const machine = this.#journal.machine(stateMachineArn, revisionId);
    if (machine !== undefined) return machine;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }

  /** Keeps a machine in a revision of its own; executions that run go on with the one they began with. */
  async save(machine: Omit<MachineRecord, 'revisionId'>): Promise<MachineRecord> {
    const saved = { ...machine, revisionId: randomUUID() };
    await this.#journal.saveMachine(saved);
    return saved;
  }

  /** What an execution of a revision runs with. */
  context(stateMachineArn: string, revisionId: string): RunContext {
    let context = this.#contexts.get(revisionId);
    if (context === undefined) {
      const { name, roleArn, definition } = this.get(stateMachineArn, revisionId);
      context = { machine: readMachine(definition), machineName: name, roleArn, region: this.#region };
      this.#contexts.set(revisionId, context);
    }
    return context;
  }
}
