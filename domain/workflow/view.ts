import * as z from 'zod';
import type { WorkflowView } from '../contract/responses.ts';

type State = WorkflowView['states'][number];
type Edge = State['next'][number];

const target = z.object({ Next: z.string() });
/** The part of a state of Amazon States Language that says where it leads. */
const AslState = z.object({
  Type: z.string(),
  Next: z.string().optional(),
  Choices: z.array(target).optional(),
  Default: z.string().optional(),
  Catch: z.array(target).optional(),
});
type AslState = z.infer<typeof AslState>;
const Definition = z.object({ StartAt: z.string(), States: z.record(z.string(), AslState) });

/** An event of an execution's history (GetExecutionHistory), as far as it is read here. */
export type HistoryEvent = {
  type?: string | undefined;
  stateEnteredEventDetails?: { name?: string | undefined } | undefined;
  stateExitedEventDetails?: { name?: string | undefined } | undefined;
};

/** Where a state leads, the way of plain success first, faults last; each way once. */
const edgesOf = (state: AslState): Edge[] => {
  const edges: Edge[] = [
    ...(state.Next === undefined ? [] : [{ to: state.Next, label: 'next' as const }]),
    ...(state.Choices ?? []).map((choice) => ({ to: choice.Next, label: 'choice' as const })),
    ...(state.Default === undefined ? [] : [{ to: state.Default, label: 'default' as const }]),
    ...(state.Catch ?? []).map((catcher) => ({ to: catcher.Next, label: 'catch' as const })),
  ];
  return edges.filter((edge, at) => edges.findIndex((e) => e.to === edge.to && e.label === edge.label) === at);
};

/**
 * The names of the states as one would tell them: each after everything that leads to it, except where the way goes
 * back; what comes after success before what comes after a fault. (Reverse postorder of a depth-first walk.)
 */
const readingOrder = (startAt: string, edges: ReadonlyMap<string, readonly Edge[]>): string[] => {
  const seen = new Set<string>();
  const told: string[] = [];
  const walk = (name: string): void => {
    if (seen.has(name) || !edges.has(name)) return;
    seen.add(name);
    for (const { to } of [...(edges.get(name) ?? [])].reverse()) walk(to);
    told.unshift(name);
  };
  walk(startAt);
  return [...told, ...[...edges.keys()].filter((name) => !seen.has(name))];
};

type Progress = State['progress'];

/** What becomes of the state an execution is in. */
const LAST: Record<WorkflowView['executionStatus'], Progress> = {
  RUNNING: 'current',
  SUCCEEDED: 'passed',
  FAILED: 'failed',
  TIMED_OUT: 'failed',
  ABORTED: 'failed',
  PENDING_REDRIVE: 'failed',
};

/**
 * What an execution made of each state it entered. The state it is in is the one entered last and not left since; one
 * that it came back to counts as what it is now.
 */
const progressOf = (
  events: readonly HistoryEvent[],
  status: WorkflowView['executionStatus'],
): ReadonlyMap<string, Progress> => {
  const progress = new Map<string, Progress>();
  let inside: string | null = null;
  for (const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } of events) {
    if (entered?.name !== undefined) {
      inside = entered.name;
      progress.set(inside, 'passed');
    }
    if (exited?.name !== undefined && exited.name === inside) inside = null;
  }
  return inside === null ? progress : progress.set(inside, LAST[status]);
};

/**
 * A workflow drawn: its states in reading order, where each leads, and what this execution has made of them.
 * @param execution.workflow its name, as people see it
 * @param execution.definition Amazon States Language, as DescribeStateMachineForExecution gives it (JSON text)
 * @param execution.events the history, oldest first; of a redriven execution too
 * @throws SyntaxError or z.ZodError when the definition is not one
 */
export const workflowView = (execution: {
  workflow: string;
  definition: string;
  events: readonly HistoryEvent[];
  status: WorkflowView['executionStatus'];
  error: string | null;
  cause: string | null;
}): WorkflowView => {
  const { StartAt, States } = Definition.parse(JSON.parse(execution.definition));
  const states = new Map(Object.entries(States));
  const edges = new Map([...states].map(([name, state]) => [name, edgesOf(state)]));
  const progress = progressOf(execution.events, execution.status);
  return {
    workflow: execution.workflow,
    startAt: StartAt,
    executionStatus: execution.status,
    error: execution.error,
    cause: execution.cause,
    states: readingOrder(StartAt, edges).flatMap((name) => {
      const state = states.get(name);
      if (state === undefined) return [];
      return [{ name, type: state.Type, next: edgesOf(state), progress: progress.get(name) ?? 'not-reached' }];
    }),
  };
};
