import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { JournalStore } from './journal/journal-store.ts';

/** One invocation, as the task of a state machine asks for it. */
export interface LambdaCall {
  /** The function's name or ARN, as the state gives it. */
  readonly functionArn: string;
  /** The event, as JSON. */
  readonly payload: string;
  /** `Event` returns as soon as the invocation is accepted. Default `RequestResponse`. */
  readonly invocationType?: 'RequestResponse' | 'Event' | 'DryRun';
}

/**
 * What the invocation returned: JSON in either case. With `functionError`, the payload is Lambda's
 * `{errorType, errorMessage, stackTrace}`.
 */
export interface LambdaAnswer {
  readonly payload: string;
  readonly functionError?: 'Handled' | 'Unhandled';
}

/**
 * Runs a function. What the service itself refuses is thrown as an Error whose `name` is the exception's, with or
 * without the prefix that Step Functions gives it: `Lambda.TooManyRequestsException`.
 */
export type LambdaInvoker = (call: LambdaCall) => Promise<LambdaAnswer>;

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The `detail` of EventBridge's "Step Functions Execution Status Change" event; dates in epoch milliseconds. */
export interface StatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/** What the interpreter needs of the world. */
export interface StatesOptions {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly journal: JournalStore;
  readonly lambda: LambdaInvoker;
  readonly region: string;
  readonly accountId: string;
  /**
   * Told of every change of status, at least once: a change not yet acknowledged when the process died is told again
   * at the next start, one that was refused (a rejection) is told again later.
   */
  readonly onStatusChange?: (change: StatusChange) => void | Promise<void>;
}

/** A request in the AWS JSON 1.0 protocol: header names in lower case. */
export interface AwsJsonRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface AwsJsonResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The local Step Functions: what the runtime starts, mounts on its AWS endpoint, and stops. */
export interface StatesService {
  /** Reads the journal and takes up every execution where it was. Requests are served once this has resolved. */
  open(): Promise<void>;
  /** Answers one call of the Step Functions API (`X-Amz-Target: AWSStepFunctions.*`). Never rejects. */
  handle(request: AwsJsonRequest): Promise<AwsJsonResponse>;
  /** Stops starting work and waits for the journal to be written. Running executions go on at the next `open`. */
  close(): Promise<void>;
}
