import { DescribeExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/task/task.ts';
import {
  applicationIdOf,
  type ExecutionRef,
  ExecutionStatus,
  isStopTold,
  mayStop,
  STOPPED,
} from '../../domain/workflow/execution.ts';
import { changeApplication, findApplication } from '../data/applications.ts';
import { listTimeline } from '../data/timeline.ts';
import { executionArn } from '../shared/machines.ts';
import { calling, client, named } from '../shared/workflow.ts';

/** @throws Refusal `not-found` when Step Functions knows no such execution */
const asking = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await calling(call);
  } catch (error) {
    if (named(error, 'ExecutionDoesNotExist')) throw new Refusal('not-found');
    throw error;
  }
};

/**
 * Tells the application's timeline that its execution is to be stopped, once however often it is asked for.
 * @returns false when the execution is about no application
 */
const tell = async (execution: ExecutionRef, by: Actor, reason: string, now: string): Promise<boolean> => {
  const applicationId = applicationIdOf(execution.name);
  if (applicationId === null || (await findApplication(applicationId)) === null) return false;
  await changeApplication(applicationId, async (application) => {
    if (isStopTold(execution, await listTimeline(applicationId))) return null;
    const happening = { type: 'execution-stopped', execution, comment: reason } as const;
    return { application, at: now, events: [{ actor: by, happening }] };
  });
  return true;
};

/**
 * Stops a running execution: who asked and why is stored first, then it is stopped. The rule on its end closes the
 * application as failed, which frees the SIREN and tells the applicant. What nests it fails with it.
 * @param now ISO 8601 instant
 * @throws Refusal `not-found`, `not-running`; TransientWorkflowError, TransientStoreError: it may be asked for again
 */
export const stopExecution = async (execution: ExecutionRef, by: Actor, reason: string, now: string): Promise<void> => {
  const at = { executionArn: executionArn(execution) };
  const { status } = await asking(() => client.send(new DescribeExecutionCommand(at)));
  if (!mayStop(ExecutionStatus.parse(status))) throw new Refusal('not-running');
  const cause = (await tell(execution, by, reason, now)) ? STOPPED.seeTimeline : reason;
  await asking(() => client.send(new StopExecutionCommand({ ...at, error: STOPPED.error, cause })));
};
