import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { LineFolder } from '../data-folder/line-folder.ts';
import type { LambdaInvoker } from '../lambda/call.ts';
import type { Ending } from './journal/records.ts';

export type ExecutionStatus = Ending['status'];

type Told =
  | 'executionArn'
  | 'stateMachineArn'
  | 'name'
  | 'status'
  | 'startDate'
  | 'stopDate'
  | 'output'
  | 'error'
  | 'cause';
/** The `detail` of EventBridge's "Step Functions Execution Status Change" event; dates in epoch milliseconds. */
export type StatusChange = Readonly<Pick<Ending, Told>> & { readonly input: string };

/** What the interpreter needs of the world. */
export interface StatesOptions {
  readonly clock: Clock;
  readonly activity: Activity;
  /** Where the journals are kept. */
  readonly folder: LineFolder;
  readonly lambda: LambdaInvoker;
  readonly region: string;
  readonly accountId: string;
  /**
   * Told of every change of status, at least once: a change not yet acknowledged when the process died is told again
   * at the next start, one that was refused (a rejection) is told again later.
   */
  readonly onStatusChange?: (change: StatusChange) => void | Promise<void>;
}
