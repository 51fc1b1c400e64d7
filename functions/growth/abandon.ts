import { Refusal } from '../../domain/errors.ts';
import { isOpen } from '../../domain/growth/case.ts';
import { getApplication } from '../data/applications.ts';
import { changeCase, findCase, type StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { tellMovedUp } from '../programme/tell.ts';
import { deliverNow } from './deliver-case.ts';
import { abandoned, closedLine } from './ending.ts';
import { cancelling, openGrowthTasks } from './tasks.ts';
import { tellClosed } from './tell-closed.ts';

/** Tells the workflow of a closed case, where one waits: it ends in order. */
const deliverClosure = async (caseId: string): Promise<StoredCase | null> => {
  const growthCase = await findCase(caseId);
  // One whose workflow has not begun is started by the redelivery job, and ends at its first step.
  if (growthCase?.started === true && growthCase.abandoned !== null) await deliverNow(growthCase, tellClosed);
  return growthCase;
};

/** The company withdraws its candidacy. @throws Refusal `case-closed` when none is open */
export const withdrawCandidacy = async (
  applicationId: string,
  now: string,
): Promise<Pick<StoredCase, 'caseId' | 'stage'>> => {
  const { openCaseId } = await readProfile(await getApplication(applicationId));
  if (openCaseId === null) throw new Refusal('case-closed');
  const ending = { reason: 'withdrawn', by: { kind: 'company' }, now } as const;
  const { growthCase } = await changeCase(openCaseId, async (current) => {
    if (!isOpen(current)) return null;
    return {
      growthCase: abandoned(current, ending),
      at: now,
      events: [closedLine(current, ending)],
      writes: cancelling(await openGrowthTasks(current.applicationId)),
    };
  });
  await deliverClosure(openCaseId);
  return { caseId: growthCase.caseId, stage: growthCase.stage };
};

/**
 * Tells the workflow that waits, and whoever moved up, what `growthEnded` wrote. Once, however often it is called;
 * what fails now is told by the redelivery job.
 */
export const tellGrowthEnded = async (applicationId: string, now: string): Promise<void> => {
  const { openCaseId } = await readProfile(await getApplication(applicationId));
  if (openCaseId !== null) await deliverClosure(openCaseId);
  await tellMovedUp(now);
};
