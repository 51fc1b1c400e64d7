import { applicationIdOf } from '../../domain/workflow/execution.ts';
import { recordFailure } from '../applications/failure.ts';
import { startExecution } from '../applications/start.ts';
import { deliverWithdrawal } from '../applications/withdraw.ts';
import { startMatching } from '../bank/start-matching.ts';
import { findApplication } from '../data/applications.ts';
import { type Undelivered, undelivered } from '../data/delivery.ts';
import { findTask } from '../data/tasks.ts';
import { collectAnew } from '../dues/collect-anew.ts';
import { deliverOwedMail } from '../dues/owed-mail.ts';
import { deliverSettlement } from '../dues/settle.ts';
import { redeliverCase } from '../growth/redeliver-case.ts';
import { startMailing } from '../mailings/start.ts';
import { deliverLeft } from '../membership/left.ts';
import { deliverMovedUp, tellAll } from '../programme/tell.ts';
import { logger, reportAge } from '../shared/observability.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';
import { failedExecutions } from '../shared/workflow.ts';
import { deliver } from './deliver.ts';

/** Minutes between two runs. */
const EVERY = 5;

/**
 * The first run of an hour looks for failures that went unnoticed: EventBridge tells of them at once, and tries for a
 * day, so this is for the event that never came.
 */
const looksForFailures = (now: string): boolean => new Date(now).getUTCMinutes() < EVERY;

/** How many of the latest failed executions are looked at for a failure that went unnoticed. */
const LATEST_FAILURES = 50;

const deliverAnswer = async (taskId: string): Promise<void> => {
  const task = await findTask(taskId);
  if (task?.status === 'answered') await deliver(task);
};

/** Starts what was submitted, and tells of a withdrawal. */
const deliverApplication = async (applicationId: string, now: string): Promise<void> => {
  const application = await findApplication(applicationId);
  if (application === null) return;
  if (application.executionName === null) await startExecution(application, now);
  if (application.status === 'withdrawn' && application.closedAt === null) await deliverWithdrawal(applicationId);
};

/** Tells whoever waits that it is settled, or has it collected anew. */
const deliverInvoice = async (number: string): Promise<void> => {
  await deliverSettlement(number);
  await collectAnew(number);
};

/** Sends a mail that is owed; each is known to one of the three. */
const deliverMail = async (owedMailId: string, now: string): Promise<void> => {
  await deliverOwedMail(owedMailId, now);
  await deliverMovedUp(owedMailId, now);
  await deliverLeft(owedMailId, now);
};

const redeliver = (entry: Undelivered, now: string): Promise<void> => {
  const { taskId, number, statementId, mailingId, caseId, cohortId, owedMailId, applicationId = '' } = entry;
  if (owedMailId !== undefined) return deliverMail(owedMailId, now);
  if (statementId !== undefined) return startMatching(statementId);
  if (mailingId !== undefined) return startMailing(mailingId);
  if (number !== undefined) return deliverInvoice(number);
  if (caseId !== undefined) return redeliverCase(caseId);
  if (cohortId !== undefined) return tellAll(now);
  return taskId === undefined ? deliverApplication(applicationId, now) : deliverAnswer(taskId);
};

/** Seconds between two ISO 8601 instants; none when the second comes first, as clocks of two services may have it. */
const secondsBetween = (since: string, now: string): number =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000));

/** Records a failure whose event was lost. One that was recorded, or restarted since, is left alone. */
const noticeFailure = async (executionName: string, now: string): Promise<void> => {
  const applicationId = applicationIdOf(executionName);
  const application = applicationId === null ? null : await findApplication(applicationId);
  if (application !== null && application.closedAt === null) await recordFailure(executionName, now);
};

/**
 * Does what an interruption left undone: delivers answers, payments, mails about money and withdrawals, starts executions,
 * has collected what the bank took back, and once an hour notices
 * executions that failed. What fails now is tried again at the next run; it does not keep the others from their turn.
 */
export const handler = scheduledJob('redeliver-answers', async (time) => {
  let redelivered = 0;
  const failures: unknown[] = [];
  const attempt = async (what: Record<string, string | undefined>, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      failures.push(error);
      logger.error('not redelivered', { ...what, error: error instanceof Error ? error : String(error) });
    }
  };
  let oldest = 0;
  for await (const entry of undelivered()) {
    const { since, ...ids } = entry;
    oldest = Math.max(oldest, secondsBetween(since, time));
    redelivered += 1;
    await attempt(ids, () => redeliver(entry, time));
  }
  reportAge('OldestUndelivered', oldest);
  const failed = looksForFailures(time) ? await failedExecutions(LATEST_FAILURES) : [];
  for (const executionName of failed) await attempt({ executionName }, () => noticeFailure(executionName, time));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be redelivered.`);
  return { redelivered };
});
