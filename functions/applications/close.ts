import type { Application } from '../../domain/application/application.ts';
import { assertMove, outcomeToClose } from '../../domain/application/lifecycle.ts';
import type { CloseOutcome, ExpiryReason } from '../../domain/application/status.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeApplication, getApplication } from '../data/applications.ts';
import { findSirenLock, releaseSiren } from '../data/siren-locks.ts';
import type { Write } from '../data/table.ts';
import { changeTask, listTasks } from '../data/tasks.ts';
import { voidInvoices } from '../invoices/void.ts';
import { sendMail } from '../shared/mailer.ts';

/** The line each outcome adds; none where the decision that led to it has told already. */
const HAPPENINGS: Record<CloseOutcome, (reason: ExpiryReason | null) => Happening | null> = {
  refused: () => null,
  withdrawn: () => null,
  expired: (reason) => (reason === null ? null : { type: 'application-expired', reason }),
  duplicate: () => ({ type: 'application-duplicate' }),
  failed: () => ({ type: 'application-failed' }),
};

/** Frees the SIREN, if this application holds it, and cancels what is still asked. */
const releases = async ({ applicationId, form: { company } }: Application): Promise<Write[]> => {
  const [lock, tasks] = await Promise.all([findSirenLock(company.siren), listTasks(applicationId)]);
  const pending = tasks.filter(({ status }) => status === 'open' || status === 'answered');
  return [
    ...(lock?.owner === 'application' && lock.id === applicationId ? [releaseSiren(company.siren, applicationId)] : []),
    ...pending.map((task) => changeTask(task, { status: 'cancelled' }).write),
  ];
};

/** Tells the applicant how it ended. */
const tell = async (application: Application, now: string): Promise<void> => {
  const { applicationId, status, closedAt, form, expiryReason, refusalComment } = application;
  // A restarted application may end a second time, and that end is told too.
  const mail = { application, naturalKey: `${applicationId}#${closedAt}`, now };
  const reader = { firstName: form.contact.firstName, companyName: form.company.legalName };
  switch (status) {
    case 'refused':
      return sendMail({
        ...mail,
        name: 'application-refused',
        values: () => ({ ...reader, comment: refusalComment ?? '' }),
      });
    case 'withdrawn':
      return sendMail({ ...mail, name: 'application-withdrawn', values: () => reader });
    case 'expired':
      if (expiryReason === null) throw new Error(`The application ${applicationId} expired for no reason.`);
      return sendMail({
        ...mail,
        name: 'application-expired',
        values: () => ({ ...reader, reason: expiryReason }),
      });
    case 'duplicate':
      return sendMail({
        ...mail,
        name: 'application-duplicate',
        values: () => ({ ...reader, siren: form.company.siren }),
      });
    case 'failed':
      return sendMail({ ...mail, name: 'application-failed', values: () => reader });
    default:
      // It became a member meanwhile: that was told then.
      return;
  }
};

/**
 * Ends an application without a membership: its status, its SIREN and its tasks change together, then the applicant is
 * told; what was invoiced is voided by credit notes. Once, however often it is called; what people decided stands over the
 * outcome asked for.
 * @param reason why it expired; null for every other outcome
 * @param now ISO 8601 instant
 * @throws TransientStoreError, TransientMailError
 */
export const closeApplication = async (
  applicationId: string,
  asked: CloseOutcome,
  reason: ExpiryReason | null,
  now: string,
): Promise<Application> => {
  const closed = await changeApplication(applicationId, async (application) => {
    const outcome = outcomeToClose(application, asked);
    if (outcome === null) return null;
    assertMove(application.status, outcome);
    const expiryReason = outcome === 'expired' ? reason : null;
    const happening = HAPPENINGS[outcome](expiryReason);
    return {
      application: { ...application, status: outcome, closedAt: now, expiryReason },
      at: now,
      events: happening === null ? [] : [{ actor: { kind: 'system' }, happening }],
      writes: await releases(application),
    };
  });
  // A failure is ours: its invoice stands, for staff to restart the application with.
  if (closed.closedAt !== null && closed.status !== 'admitted' && closed.status !== 'failed') {
    await voidInvoices(closed, now);
  }
  // Read again: what was voided stands before this mail in the timeline.
  await tell(await getApplication(applicationId), now);
  return closed;
};
