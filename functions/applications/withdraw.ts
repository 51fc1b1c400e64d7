import type { Application } from '../../domain/application/application.ts';
import { isLive } from '../../domain/application/status.ts';
import { Refusal } from '../../domain/errors.ts';
import { changeApplication } from '../data/applications.ts';
import { listReceivables } from '../data/receivables.ts';
import { listTasks } from '../data/tasks.ts';
import { sendWithdrawal } from '../shared/workflow.ts';

/**
 * Withdraws an application for its applicant: stored first, then the workflow is told, which closes it. Asked again,
 * nothing more happens.
 * @param now ISO 8601 instant
 * @throws Refusal `application-closed` when it has ended otherwise; TransientStoreError
 */
export const withdrawApplication = (applicationId: string, now: string): Promise<Application> =>
  changeApplication(applicationId, (application) => {
    if (application.status === 'withdrawn') return null;
    if (!isLive(application.status)) throw new Refusal('application-closed');
    return {
      application: { ...application, status: 'withdrawn' },
      at: now,
      events: [{ actor: { kind: 'company' }, happening: { type: 'application-withdrawn' } }],
    };
  });

/**
 * Tells the state that waits, if one does, that the applicant withdrew. A step that starts later finds out by itself.
 * @throws TransientWorkflowError: the redelivery job tries again
 */
export const deliverWithdrawal = async (applicationId: string): Promise<void> => {
  for (const task of await listTasks(applicationId)) {
    if (task.status === 'open' || task.status === 'answered') await sendWithdrawal(task.token, applicationId);
  }
  for (const { token } of await listReceivables(applicationId)) {
    if (token !== null) await sendWithdrawal(token, applicationId);
  }
};
