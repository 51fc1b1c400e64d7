import { randomUUID } from 'node:crypto';
import type { RunContext } from './engine/run.ts';
import type { JournalStore, MachineRecord } from './journal/journal-store.ts';
import { type Machine, machineSchema } from './language/definition.ts';
import { machineDoesNotExist, ServiceError } from './service-error.ts';

/** What an update or a creation may set. */
export interface MachineSettings {
  readonly definition: string;
  readonly roleArn: string;
  readonly loggingConfiguration: string | null;
  readonly tracingEnabled: boolean;
}

/** The state machines, and their revisions as executions run them. */
export class Machines {
  readonly #journal: JournalStore;
  readonly #region: string;
  readonly #machines = new Map<string, MachineRecord>();
  readonly #contexts = new Map<string, RunContext>();

  constructor(journal: JournalStore, region: string) {
    this.#journal = journal;
    this.#region = region;
  }

  async open(): Promise<void> {
    for (const machine of await this.#journal.machines()) this.#machines.set(machine.stateMachineArn, machine);
  }

  /** By name. */
  all(): MachineRecord[] {
    return [...this.#machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws ServiceError `StateMachineDoesNotExist` */
  get(stateMachineArn: string): MachineRecord {
    const machine = this.#machines.get(stateMachineArn);
    if (machine === undefined) throw machineDoesNotExist(stateMachineArn);
    return machine;
  }

  /**
   * Creates a machine; the same one again is not an error.
   * @throws ServiceError `StateMachineAlreadyExists` if one of that name is different
   */
  async create(stateMachineArn: string, name: string, settings: MachineSettings, now: number): Promise<MachineRecord> {
    const known = this.#machines.get(stateMachineArn);
    if (known !== undefined) {
      if (known.definition === settings.definition && known.roleArn === settings.roleArn) return known;
      throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
    }
    return this.#save({ ...settings, stateMachineArn, name, revisionId: '', creationDate: now, updateDate: now });
  }

  /** Changes a machine; executions that run go on with the revision they began with. */
  async update(stateMachineArn: string, changes: Partial<MachineSettings>, now: number): Promise<MachineRecord> {
    return this.#save({ ...this.get(stateMachineArn), ...changes, updateDate: now });
  }

  async delete(stateMachineArn: string): Promise<void> {
    this.#machines.delete(stateMachineArn);
    await this.#journal.removeMachine(stateMachineArn);
  }

  /** @throws ServiceError if the revision is not known */
  async revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord> {
    const revision = await this.#journal.revision(stateMachineArn, revisionId);
    if (revision === undefined) throw machineDoesNotExist(stateMachineArn);
    return revision;
  }

  /** What an execution of that revision runs with. */
  async context(stateMachineArn: string, revisionId: string): Promise<RunContext> {
    const key = `${stateMachineArn}#${revisionId}`;
    let context = this.#contexts.get(key);
    if (context === undefined) {
      const { name, roleArn, definition } = await this.revision(stateMachineArn, revisionId);
      // Checked in full when it was created; read again here for its types.
      const machine: Machine = machineSchema.parse(JSON.parse(definition));
      context = { machine, machineName: name, roleArn, region: this.#region };
      this.#contexts.set(key, context);
    }
    return context;
  }

  async #save(machine: MachineRecord): Promise<MachineRecord> {
    const saved = { ...machine, revisionId: randomUUID() };
    await this.#journal.saveMachine(saved);
    this.#machines.set(saved.stateMachineArn, saved);
    return saved;
  }
}
