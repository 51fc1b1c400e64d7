import type { Alarms } from '../../clock/alarms.ts';
import type { InvokeArguments, Resource, StartArguments } from '../language/definition.ts';
import type { Branch } from './branch.ts';

/** Something an execution asks of the world, and whose outcome it waits for. Instants in epoch milliseconds. */
export type Effect = TimerEffect | TaskEffect;

/** A wait until the deadline. `eager`: see the clock's timers. */
type TimerEffect = { readonly kind: 'timer'; readonly deadline: number; readonly eager: boolean };

/** The work of a service, with what limits it. */
export interface TaskEffect {
  readonly kind: 'task';
  readonly request: InvokeArguments | StartArguments;
  readonly pattern: Resource['pattern'];
  readonly deadline: number | undefined;
  /** The longest pause between signs of life, in milliseconds. */
  readonly heartbeat: number | undefined;
  /** What answers it, where it waits for an answer. */
  readonly token: string | undefined;
  /** The nested execution of the attempt before, to be redriven rather than started. */
  readonly redrives: string | undefined;
}

/** An effect under way, and who waits for it. */
export interface Pending {
  readonly id: string;
  readonly effect: Effect;
  /** None for the time that the execution as a whole may take. */
  readonly branch?: Branch;
  /** True for a task that has been accepted, and whose result is still to come. */
  submitted?: boolean;
  /** True when its last outcome is on its way to the journal. */
  answered?: boolean;
  /** True when nobody waits for it any more, though it has not come to its end. */
  cancelled?: boolean;
  /** The timers that end it, or miss its heartbeats. */
  alarms?: Alarms;
}
