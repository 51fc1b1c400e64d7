import type { Application } from '../../domain/application/application.ts';
import { type AbandonReason, type GrowthCase, isOpen } from '../../domain/growth/case.ts';
import { leaveProgramme } from '../../domain/programme/programme.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Change } from '../data/applications.ts';
import { caseWrite, findCase, type StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import type { Write } from '../data/table.ts';
import { cancelling, openGrowthTasks } from './tasks.ts';

// What is written when a screening ends before its time. Whom it concerns is told by the module beside, `abandon.ts`.

/** Who ends what, why and when (ISO 8601 instant). */
export type Ending<Reason> = { reason: Reason; by: Actor; now: string };
type LeavingReason = Exclude<AbandonReason, 'withdrawn'>;

/** Lines of the timeline, and the writes they go with. */
type Ended = { events: Change['events']; writes: Write[] };

/** A case as it is closed before its end. It is told to its workflow, now or by the redelivery job. */
export const abandoned = (current: StoredCase, { reason, by, now }: Ending<AbandonReason>): StoredCase => ({
  ...current,
  abandoned: { reason, by, at: now },
  undeliveredSince: now,
});

export const closedLine = (
  { caseId }: GrowthCase,
  { reason, by }: Ending<AbandonReason>,
): Change['events'][number] => ({
  actor: by,
  happening: { type: 'candidacy-closed', caseId, reason },
});

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
 * with the end of its membership, so that neither is without the other; then `tellGrowthEnded`.
 * @returns nothing where it has nothing (left) with it
 */
export const growthEnded = async (application: Application, ending: Ending<LeavingReason>): Promise<Ended> => {
  const [ofCase, ofPlace] = await Promise.all([
    caseEnded(application, ending),
    placeEnded(application.applicationId, ending),
  ]);
  return { events: [...ofCase.events, ...ofPlace.events], writes: [...ofCase.writes, ...ofPlace.writes] };
};
