/** Something an execution asks of the world, and whose outcome it waits for. Instants in epoch milliseconds. */
export type Effect = TimerEffect | InvokeEffect | StartEffect;

/** `eager`: see the clock's timers. */
export type TimerEffect = { readonly kind: 'timer'; readonly at: number; readonly eager: boolean };

/** What every task can be limited by: a deadline, the longest pause between heartbeats, the token that answers it. */
type TaskLimits = { deadline?: number | undefined; heartbeat?: number | undefined; token?: string | undefined };

export interface InvokeEffect extends TaskLimits {
  readonly kind: 'invoke';
  readonly functionName: string;
  readonly payload: string;
  readonly invocationType: 'RequestResponse' | 'Event' | 'DryRun';
}

export interface StartEffect extends TaskLimits {
  readonly kind: 'start';
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
  /** True when the task lasts as long as the execution it starts. */
  readonly sync: boolean;
  /** The nested execution of the attempt before, to be redriven rather than started. */
  readonly redrives: string | undefined;
}
