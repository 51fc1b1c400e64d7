import { randomUUID } from 'node:crypto';
import { ServiceError } from '../http/aws-json.ts';
import type { RunContext } from './engine/run.ts';
import type { Journal } from './journal/journal.ts';
import type { MachineRecord } from './journal/records.ts';
import { readMachine } from './language/validate.ts';

/** What an update or a creation may set. */
export type MachineSettings = Pick<MachineRecord, 'definition' | 'roleArn' | 'loggingConfiguration' | 'tracingEnabled'>;

/** The state machines, and their revisions as executions run them. */
export class Machines {
  readonly #journal: Journal;
  readonly #region: string;
  readonly #contexts = new Map<string, RunContext>();

  constructor(journal: Journal, region: string) {
    this.#journal = journal;
    this.#region = region;
  }

  /** By name. */
  all(): MachineRecord[] {
    return this.#journal.machines().sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws ServiceError `StateMachineDoesNotExist` */
  get(stateMachineArn: string): MachineRecord {
    return found(stateMachineArn, this.#journal.machine(stateMachineArn));
  }

  /** As it was at a revision. @throws ServiceError if that is not known */
  revision(stateMachineArn: string, revisionId: string): MachineRecord {
    return found(stateMachineArn, this.#journal.revision(stateMachineArn, revisionId));
  }

  /**
   * Creates a machine; the same one again is not an error.
   * @throws ServiceError `StateMachineAlreadyExists` if one of that name is different
   */
  async create(stateMachineArn: string, name: string, settings: MachineSettings, now: number): Promise<MachineRecord> {
    const known = this.#journal.machine(stateMachineArn);
    const dates = { creationDate: now, updateDate: now };
    if (known === undefined) return this.#save({ ...settings, stateMachineArn, name, revisionId: '', ...dates });
    if (known.definition === settings.definition && known.roleArn === settings.roleArn) return known;
    throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
  }

  /** Changes a machine; executions that run go on with the revision they began with. */
  update(stateMachineArn: string, changes: Partial<MachineSettings>, now: number): Promise<MachineRecord> {
    return this.#save({ ...this.get(stateMachineArn), ...changes, updateDate: now });
  }

  /** Takes a machine out of the list; its revisions stay, for the executions that began with them. */
  remove(stateMachineArn: string): Promise<void> {
    return this.#journal.removeMachine(stateMachineArn);
  }

  /** What an execution of a revision runs with. */
  context(stateMachineArn: string, revisionId: string): RunContext {
    const key = `${stateMachineArn}#${revisionId}`;
    let context = this.#contexts.get(key);
    if (context === undefined) {
      const { name, roleArn, definition } = this.revision(stateMachineArn, revisionId);
      context = { machine: readMachine(definition), machineName: name, roleArn, region: this.#region };
      this.#contexts.set(key, context);
    }
    return context;
  }

  async #save(machine: MachineRecord): Promise<MachineRecord> {
    const saved = { ...machine, revisionId: randomUUID() };
    await this.#journal.saveMachine(saved);
    return saved;
  }
}

function found(stateMachineArn: string, machine: MachineRecord | undefined): MachineRecord {
  if (machine !== undefined) return machine;
  throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
}
