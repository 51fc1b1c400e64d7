import type { Application } from '../../domain/application/application.ts';
import { assertMove, statusBeforeFailure } from '../../domain/application/lifecycle.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/task/task.ts';
import { changeApplication } from '../data/applications.ts';
import { takeSiren } from '../data/siren-locks.ts';
import { listTimeline } from '../data/timeline.ts';
import { redriveJoining } from '../shared/workflow.ts';
import { withLatestCorrection } from './correction.ts';
import { startExecution } from './start.ts';

/**
 * Goes on with an application whose workflow failed unexpectedly: it takes its SIREN again and its status of before,
 * then its execution goes on where it stopped, or, where that is no longer possible, a new one starts, which passes
 * over what was done.
 * @param comment why, for colleagues; empty when the person was not asked
 * @param now ISO 8601 instant
 * @throws Refusal `not-found`, `not-restartable`; `duplicate-company` when another took the SIREN meanwhile
 */
export const restartApplication = async (
  applicationId: string,
  by: Actor,
  comment: string,
  now: string,
): Promise<Application> => {
  const restarted = await changeApplication(applicationId, async (application) => {
    if (application.status !== 'failed') throw new Refusal('not-restartable');
    const status = statusBeforeFailure(await listTimeline(applicationId));
    assertMove(application.status, status);
    const { siren } = application.form.company;
    return {
      application: { ...application, status, closedAt: null, restarts: application.restarts + 1 },
      at: now,
      events: [{ actor: by, happening: { type: 'application-restarted', comment } }],
      writes: [takeSiren(siren, applicationId, now, () => new Refusal('duplicate-company'))],
    };
  });
  if (restarted.executionName !== null && (await redriveJoining(restarted.executionName))) return restarted;
  // A new execution does not come by the step that records a correction.
  const freed = await changeApplication(applicationId, async (application) => ({
    application: { ...(await withLatestCorrection(application)), executionName: null },
    at: now,
    events: [],
  }));
  await startExecution(freed, now);
  return freed;
};
