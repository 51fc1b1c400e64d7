import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { type AbandonReason, type GrowthCase, isOpen } from '../../domain/growth/case.ts';
import { leaveProgramme } from '../../domain/programme/programme.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { type Change, getApplication } from '../data/applications.ts';
import { caseWrite, changeCase, findCase, type StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import type { Write } from '../data/table.ts';
import { tellMovedUp } from '../programme/tell.ts';
import { deliverNow } from './deliver-case.ts';
import { cancelling, openGrowthTasks } from './tasks.ts';
import { tellClosed } from './tell-closed.ts';

/** Who ends what, why and when (ISO 8601 instant). */
type Ending<Reason> = { reason: Reason; by: Actor; now: string };
export type LeavingReason = Exclude<AbandonReason, 'withdrawn'>;

/** Lines of the timeline, and the writes they go with. */
export type Ended = { events: Change['events']; writes: Write[] };

/** A case as it is closed before its end. It is told to its workflow, now or by the redelivery job. */
const abandoned = (current: StoredCase, { reason, by, now }: Ending<AbandonReason>): StoredCase => ({
  ...current,
  abandoned: { reason, by, at: now },
  undeliveredSince: now,
});

const closedLine = ({ caseId }: GrowthCase, { reason, by }: Ending<AbandonReason>): Change['events'][number] => ({
  actor: by,
  happening: { type: 'candidacy-closed', caseId, reason },
});

/** Tells the workflow of a closed case, where one waits: it ends in order. */
const deliverClosure = async (caseId: string): Promise<StoredCase | null> => {
  const growthCase = await findCase(caseId);
  // One whose workflow has not begun is started by the redelivery job, and ends at its first step.
  if (growthCase?.started === true && growthCase.abandoned !== null) await deliverNow(caseId, tellClosed);
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

/** The screening that is open is closed, and nobody is asked about it any more. */
const caseEnded = async (application: Application, ending: Ending<LeavingReason>): Promise<Ended> => {
  const { openCaseId } = await readProfile(application);
  const growthCase = openCaseId === null ? null : await findCase(openCaseId);
  if (growthCase === null || !isOpen(growthCase)) return { events: [], writes: [] };
  return {
    events: [closedLine(growthCase, ending)],
    writes: [
      caseWrite(growthCase, abandoned(growthCase, ending)),
      ...cancelling(await openGrowthTasks(application.applicationId)),
    ],
  };
};

/** The company leaves its cohort, or the waiting list; whoever waits moves up. */
const placeEnded = async (applicationId: string, { reason, by, now }: Ending<LeavingReason>): Promise<Ended> => {
  const before = await readProgramme();
  const after = leaveProgramme(before, applicationId, { reason, at: now, by, comment: '' }, parisDay(now));
  if (after === before) return { events: [], writes: [] };
  return {
    events: [{ actor: by, happening: { type: 'programme-left', reason, comment: '' } }],
    writes: programmeWrites(before, after),
  };
};

/**
 * What a company has with the growth programme, ended: the screening that is open, its place or its turn. To be written
 * with the end of its membership, so that neither is without the other; then {@link tellGrowthEnded}.
 * @returns nothing where it has nothing (left) with it
 */
export const growthEnded = async (application: Application, ending: Ending<LeavingReason>): Promise<Ended> => {
  const [ofCase, ofPlace] = await Promise.all([
    caseEnded(application, ending),
    placeEnded(application.applicationId, ending),
  ]);
  return { events: [...ofCase.events, ...ofPlace.events], writes: [...ofCase.writes, ...ofPlace.writes] };
};

/**
 * Tells the workflow that waits, and whoever moved up, what {@link growthEnded} wrote. Once, however often it is called;
 * what fails now is told by the redelivery job.
 */
export const tellGrowthEnded = async (applicationId: string, now: string): Promise<void> => {
  const { openCaseId } = await readProfile(await getApplication(applicationId));
  if (openCaseId !== null) await deliverClosure(openCaseId);
  await tellMovedUp(now);
};
