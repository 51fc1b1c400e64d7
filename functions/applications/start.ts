import type { Application } from '../../domain/application/application.ts';
import { executionNameOf } from '../../domain/workflow/execution.ts';
import { changeApplication } from '../data/applications.ts';
import { startJoining } from '../shared/workflow.ts';

/**
 * Starts the execution of an application that has none, once however often it is called: its name is the
 * application's.
 * @param now ISO 8601 instant
 * @throws TransientWorkflowError, TransientStoreError: the redelivery job tries again
 */
export const startExecution = async (application: Application, now: string): Promise<void> => {
  const { applicationId, restarts } = application;
  const executionName = executionNameOf(applicationId, restarts);
  await startJoining(applicationId, executionName);
  await changeApplication(applicationId, (current) =>
    current.executionName === null ? { application: { ...current, executionName }, at: now, events: [] } : null,
  );
};
