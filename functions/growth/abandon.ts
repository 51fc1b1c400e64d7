import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import type { AbandonReason } from '../../domain/growth/case.ts';
import { leaveProgramme } from '../../domain/programme/programme.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication, getApplication } from '../data/applications.ts';
import { changeCase, type StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import { tellMovedUp } from '../programme/tell.ts';
import { deliverNow } from './deliver-case.ts';
import { cancelling, openGrowthTasks } from './tasks.ts';
import { tellClosed } from './tell-closed.ts';

/**
 * Closes the screening of a company that is open, if there is one: nobody is asked about it any more, and its workflow,
 * told now or by the redelivery job, ends in order.
 * @returns the case; null when none is open
 */
const abandonCase = async (
  application: Application,
  reason: AbandonReason,
  by: Actor,
  now: string,
): Promise<StoredCase | null> => {
  const { openCaseId } = await readProfile(application);
  if (openCaseId === null) return null;
  const { growthCase } = await changeCase(openCaseId, async (current) => {
    if (current.endedAt !== null || current.abandoned !== null) return null;
    return {
      growthCase: { ...current, abandoned: { reason, by, at: now }, undeliveredSince: now },
      at: now,
      events: [{ actor: by, happening: { type: 'candidacy-closed', caseId: openCaseId, reason } }],
      writes: cancelling(await openGrowthTasks(current.applicationId)),
    };
  });
  // One whose workflow has not begun is started by the redelivery job, and ends at its first step.
  if (growthCase.started) await deliverNow(openCaseId, tellClosed);
  return growthCase;
};

/** The company withdraws its candidacy. @throws Refusal `case-closed` when none is open */
export const withdrawCandidacy = async (
  applicationId: string,
  now: string,
): Promise<Pick<StoredCase, 'caseId' | 'stage'>> => {
  const closed = await abandonCase(await getApplication(applicationId), 'withdrawn', { kind: 'company' }, now);
  if (closed === null) throw new Refusal('case-closed');
  return { caseId: closed.caseId, stage: closed.stage };
};

/** The company leaves its cohort, or the waiting list; whoever waits moves up. */
const leave = async (
  applicationId: string,
  reason: Exclude<AbandonReason, 'withdrawn'>,
  by: Actor,
  now: string,
): Promise<void> => {
  await changeApplication(applicationId, async (application) => {
    const before = await readProgramme();
    const after = leaveProgramme(before, applicationId, { reason, at: now, by, comment: '' }, parisDay(now));
    if (after === before) return null;
    return {
      application,
      at: now,
      events: [{ actor: by, happening: { type: 'programme-left', reason, comment: '' } }],
      writes: programmeWrites(before, after),
    };
  });
  await tellMovedUp(now);
};

/**
 * Ends what a company has with the growth programme when it leaves the cluster or its membership lapses: the screening
 * that is open, its place or its turn. Once, however often it is called.
 * @throws TransientStoreError: whoever calls tries again
 */
export const endGrowthOf = async (
  applicationId: string,
  reason: Exclude<AbandonReason, 'withdrawn'>,
  by: Actor,
  now: string,
): Promise<void> => {
  await abandonCase(await getApplication(applicationId), reason, by, now);
  await leave(applicationId, reason, by, now);
};
