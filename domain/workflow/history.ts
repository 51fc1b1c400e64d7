import * as z from 'zod';
import type { ExecutionEvent } from '../contract/responses.ts';
import type { ExecutionRef } from './execution.ts';

// An execution's history for people: what happened, when and in which state. What went in and out of a state is left
// out, whatever it is: no field is shown that is not named here.

type Told = {
  name?: string | undefined;
  resource?: string | undefined;
  resourceType?: string | undefined;
  error?: string | undefined;
  cause?: string | undefined;
  timeoutInSeconds?: number | undefined;
  heartbeatInSeconds?: number | undefined;
  output?: string | undefined;
  redriveCount?: number | undefined;
};
type TaskDetails = Omit<Told, 'name' | 'redriveCount'>;

/** An event as GetExecutionHistory gives it, as far as it is read here. */
export type DetailedEvent = {
  id?: number | undefined;
  previousEventId?: number | undefined;
  timestamp?: Date | undefined;
  type?: string | undefined;
  stateEnteredEventDetails?: Pick<Told, 'name'> | undefined;
  stateExitedEventDetails?: Pick<Told, 'name'> | undefined;
  taskScheduledEventDetails?: TaskDetails | undefined;
  taskStartedEventDetails?: TaskDetails | undefined;
  taskStartFailedEventDetails?: TaskDetails | undefined;
  taskSubmittedEventDetails?: TaskDetails | undefined;
  taskSubmitFailedEventDetails?: TaskDetails | undefined;
  taskSucceededEventDetails?: TaskDetails | undefined;
  taskFailedEventDetails?: TaskDetails | undefined;
  taskTimedOutEventDetails?: TaskDetails | undefined;
  evaluationFailedEventDetails?: Pick<Told, 'error' | 'cause'> | undefined;
  executionFailedEventDetails?: Pick<Told, 'error' | 'cause'> | undefined;
  executionAbortedEventDetails?: Pick<Told, 'error' | 'cause'> | undefined;
  executionTimedOutEventDetails?: Pick<Told, 'error' | 'cause'> | undefined;
  executionRedrivenEventDetails?: Pick<Told, 'redriveCount'> | undefined;
};

/** Longest cause shown, in characters. */
const LONGEST_CAUSE = 1000;
/** What a Lambda function that threw leaves as cause: a JSON text with its message and its stack. */
const LambdaCause = z.object({ errorMessage: z.string() });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Not JSON: it is shown as it is.
    throw error;
  }
};

/**
 * The cause of an error in plain words: the message alone where a function threw. Services may name an address in
 * theirs (SES says which it does not know): e-mail addresses are left out.
 */
export const plainCause = (cause: string): string => {
  const message = LambdaCause.safeParse(jsonOf(cause)).data?.errorMessage ?? cause;
  const plain = message.replace(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/g, '…@…');
  return plain.length > LONGEST_CAUSE ? `${plain.slice(0, LONGEST_CAUSE - 1)}…` : plain;
};

/** What a started nested execution is submitted with. */
const Submitted = z.object({ ExecutionArn: z.string() });

/** ARN of the execution that an event says was started; null for every other event. */
export const startedBy = ({ taskSubmittedEventDetails: submitted }: DetailedEvent): string | null =>
  submitted?.resourceType === 'states' && submitted.output !== undefined
    ? Submitted.parse(JSON.parse(submitted.output)).ExecutionArn
    : null;

/** Whichever details an event has: it has those of one kind at most. */
const toldBy = (event: DetailedEvent): Told =>
  event.taskScheduledEventDetails ??
  event.taskStartedEventDetails ??
  event.taskStartFailedEventDetails ??
  event.taskSubmittedEventDetails ??
  event.taskSubmitFailedEventDetails ??
  event.taskSucceededEventDetails ??
  event.taskFailedEventDetails ??
  event.taskTimedOutEventDetails ??
  event.evaluationFailedEventDetails ??
  event.executionFailedEventDetails ??
  event.executionAbortedEventDetails ??
  event.executionTimedOutEventDetails ??
  event.executionRedrivenEventDetails ??
  {};

/** The state each event belongs to, by event id: the one last entered on the way to it and not left. */
const statesOf = (events: readonly DetailedEvent[]): ReadonlyMap<number, string> => {
  const inside = new Map<number, string>();
  const states = new Map<number, string>();
  for (const {
    id,
    previousEventId,
    type = '',
    stateEnteredEventDetails: entered,
    stateExitedEventDetails: exited,
  } of events) {
    if (id === undefined) continue;
    const state = entered?.name ?? exited?.name ?? inside.get(previousEventId ?? 0);
    if (state === undefined) continue;
    // How an execution ends is told of the whole, though it follows from a state's event; a redrive goes on in it.
    if (!type.startsWith('Execution')) states.set(id, state);
    if (exited === undefined) inside.set(id, state);
  }
  return states;
};

/**
 * A history as people see it, in its order.
 * @param events the whole history, the oldest first
 * @param executionOf reads an ARN; null when it is of no workflow of ours
 */
export const tellHistory = (
  events: readonly DetailedEvent[],
  executionOf: (arn: string) => ExecutionRef | null,
): ExecutionEvent[] => {
  const states = statesOf(events);
  return events.flatMap((event) => {
    const { id, timestamp, type } = event;
    if (id === undefined || timestamp === undefined || type === undefined) return [];
    const { resource, resourceType, error, cause, timeoutInSeconds, heartbeatInSeconds, redriveCount } = toldBy(event);
    const started = startedBy(event);
    return [
      {
        id,
        at: timestamp.toISOString(),
        type,
        state: states.get(id) ?? null,
        resource: resource === undefined || resourceType === undefined ? null : `${resourceType}:${resource}`,
        error: error ?? null,
        cause: cause === undefined ? null : plainCause(cause),
        timeoutSeconds: timeoutInSeconds ?? null,
        heartbeatSeconds: heartbeatInSeconds ?? null,
        redriveCount: redriveCount ?? null,
        started: started === null ? null : executionOf(started),
      },
    ];
  });
};
