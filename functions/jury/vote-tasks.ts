import type { GrowthCase } from '../../domain/growth/case.ts';
import type { Seat, Session } from '../../domain/jury/session.ts';
import { silentOf } from '../../domain/jury/vote.ts';
import type { Write } from '../data/table.ts';
import { listTasks, type StoredTask } from '../data/tasks.ts';
import { cancelling, caseTask, caseTaskId, newCaseTasks } from '../growth/tasks.ts';

/** Id of the question to one juror in one sitting. */
export const voteTaskId = (growthCase: GrowthCase, session: Session, jurorId: string): string =>
  caseTaskId(growthCase, 'jury-vote', `${session.number}-${jurorId}`);

const question = (growthCase: GrowthCase, session: Session, { jurorId }: Seat, now: string, token: string) =>
  caseTask({
    taskId: voteTaskId(growthCase, session, jurorId),
    applicationId: growthCase.applicationId,
    kind: 'jury-vote',
    audience: { kind: 'jury', jurorId },
    openedAt: now,
    dueAt: session.dueAt,
    note: null,
    token,
  });

/** The writes that ask every juror of a sitting who has not voted, and was not asked before. */
export const askingWrites = async (
  growthCase: GrowthCase,
  session: Session,
  { now, token }: { now: string; token: string },
): Promise<Write[]> =>
  newCaseTasks(
    silentOf(session).map((seat) => question(growthCase, session, seat, now, token)),
    await listTasks(growthCase.applicationId),
  );

const ofVotes = ({ kind, status }: StoredTask): boolean => kind === 'jury-vote' && status === 'open';

/** The writes that no longer ask anybody for a vote, or, with a juror, ask that one no more. */
export const cancellingVotes = async (applicationId: string, jurorId?: string): Promise<Write[]> =>
  cancelling(
    (await listTasks(applicationId)).filter(
      (task) =>
        ofVotes(task) &&
        (jurorId === undefined || (task.audience.kind === 'jury' && task.audience.jurorId === jurorId)),
    ),
  );
