import { withSession } from '../../domain/growth/case.ts';
import type { Session, WhyLost } from '../../domain/jury/session.ts';
import { isSettled, type SeatChange } from '../../domain/jury/vote.ts';
import type { Actor } from '../../domain/task/task.ts';
import type { CaseChange, StoredCase } from '../data/growth-cases.ts';
import { askingWrites, cancellingVotes } from './vote-tasks.ts';

/**
 * What a change of seats makes of a case while its vote is open: whoever left is asked no more, the deputy who steps in
 * is asked, and where the vote is settled by it the workflow is told.
 * @param before the sitting before the change
 */
export const seatChange = async (
  growthCase: StoredCase,
  before: Session,
  { session, replacedBy }: SeatChange,
  { jurorId, why, by, now }: { jurorId: string; why: WhyLost; by: Actor; now: string },
): Promise<CaseChange | null> => {
  if (session === before) return null;
  const changed = withSession(growthCase, session);
  const left = session.seatsLost.length > before.seatsLost.length;
  const { token, caseId, applicationId, stage } = growthCase;
  const asking = token !== null && (stage === 'voting' || stage === 'chair-asked');
  return {
    growthCase: { ...changed, ...(asking && isSettled(session) ? { undeliveredSince: now } : {}) },
    at: now,
    events: left ? [{ actor: by, happening: { type: 'seat-passed', caseId, why, replaced: replacedBy !== null } }] : [],
    writes: left
      ? [
          ...(await cancellingVotes(applicationId, jurorId)),
          ...(asking && replacedBy !== null ? await askingWrites(changed, session, { now, token }) : []),
        ]
      : [],
  };
};
