import * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { TimelineEvent } from '../timeline/event.ts';

// Executions of the workflows, by name: what they are about, who started them, and what may be done with them.

/** The workflows there are. The state machines of a stage bear these names, after a beginning they share. */
export const WORKFLOW_NAMES = [
  'joining',
  'antenna-assignment',
  'dues',
  'bank-reconciliation',
  'mailing',
  'renewal',
  'renewal-campaign',
  'high-growth-screening',
] as const;
export const WorkflowName = z.enum(WORKFLOW_NAMES);
export type WorkflowName = z.infer<typeof WorkflowName>;

/** As Step Functions names them. */
export const EXECUTION_STATUSES = [
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
  'PENDING_REDRIVE',
] as const;
export const ExecutionStatus = z.enum(EXECUTION_STATUSES);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

/** Statuses an execution ends in without having ended as written. */
export const FAILED_STATUSES = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const satisfies readonly ExecutionStatus[];

/** What an execution that the head office stopped ends with; the console has words of its own for it. */
export const STOPPED = {
  error: 'StoppedByHeadOffice',
  /** A reason may name people: it does not stand in an execution when the timeline has it. */
  seeTimeline: 'The head office stopped it; the reason is on the timeline of the application.',
} as const;

/** An execution by its workflow and its name there: what an ARN says without account and region. */
export const ExecutionRef = z.object({
  workflow: WorkflowName,
  /** 1 to 80 characters; those that our workflows and the API of Step Functions give. */
  name: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
});
export type ExecutionRef = z.infer<typeof ExecutionRef>;

/** Name of the execution that starts an application over for the `restarts`-th time; 0 is the first start. */
export const executionNameOf = (applicationId: string, restarts: number): string =>
  restarts === 0 ? applicationId : `${applicationId}-${restarts}`;

/** The execution that counts. A crash may have come between its start and the record of it. */
export const currentExecution = ({
  applicationId,
  executionName,
  restarts,
}: Pick<Application, 'applicationId' | 'executionName' | 'restarts'>): string =>
  executionName ?? executionNameOf(applicationId, restarts);

/** Length of an application's id, a UUID: an execution's name starts with it. */
const ID_LENGTH = 36;

/** The application an execution is about, of whichever workflow; null when its name starts with none. */
export const applicationIdOf = (executionName: string): string | null =>
  z.uuid().safeParse(executionName.slice(0, ID_LENGTH)).data ?? null;

/** How an execution of a nested workflow is named after the one that started it. */
const NESTED_NAMES: Partial<Record<WorkflowName, RegExp>> = {
  /** An assignment bears its joining's name and a round. */
  'antenna-assignment': /^(.+)-antenna-\d+$/,
  dues: /^(.+)-dues$/,
};

/** The execution that started this one; null when none did. */
export const parentOf = ({ workflow, name }: ExecutionRef): ExecutionRef | null => {
  const parent = NESTED_NAMES[workflow]?.exec(name)?.[1];
  if (parent === undefined) return null;
  return { workflow: /-renewal-[\d-]+$/.test(parent) ? 'renewal' : 'joining', name: parent };
};

type Of = Pick<Application, 'applicationId' | 'executionName' | 'restarts' | 'status'>;

/** Tells whether an execution is the one an application goes on with: what is nested goes on with what started it. */
export const isCurrent = ({ workflow, name }: ExecutionRef, application: Of): boolean =>
  workflow === 'joining' && currentExecution(application) === name;

/** Workflows of which nothing is closed when one fails, unless it is nested: then what started it goes on with it. */
const CLOSE_NOTHING: readonly WorkflowName[] = ['renewal', 'renewal-campaign', 'mailing', 'dues', 'antenna-assignment'];

/**
 * Tells whether an execution goes on by itself: a renewal, a campaign, a mailing, dues that are collected anew, the placing
 * of a member that moved. Each is started once under its name, so nothing else would take it up.
 */
export const goesOnByItself = (execution: ExecutionRef): boolean =>
  CLOSE_NOTHING.includes(execution.workflow) && parentOf(execution) === null;

/**
 * Tells whether staff may go on with an execution. One of joining goes on with its application or not at all: one that runs while
 * its application is closed would work for a company whose SIREN is free.
 */
export const mayRedrive = (execution: ExecutionRef, status: ExecutionStatus, application: Of | null): boolean =>
  FAILED_STATUSES.some((failed) => failed === status) &&
  (goesOnByItself(execution) ||
    (application !== null && application.status === 'failed' && isCurrent(execution, application)));

/** Tells whether staff may stop an execution. */
export const mayStop = (status: ExecutionStatus): boolean => status === 'RUNNING';

/**
 * Tells whether an application's timeline says already that this execution was to be stopped, since it was started or
 * restarted last.
 */
export const isStopTold = (
  { workflow, name }: ExecutionRef,
  timeline: readonly Pick<TimelineEvent, 'happening'>[],
): boolean => {
  const lastStart = timeline.findLastIndex(({ happening }) => happening.type === 'application-restarted');
  return timeline
    .slice(lastStart + 1)
    .some(
      ({ happening }) =>
        happening.type === 'execution-stopped' &&
        happening.execution.workflow === workflow &&
        happening.execution.name === name,
    );
};
