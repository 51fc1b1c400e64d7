import { currentSession, type GrowthCase } from '../../domain/growth/case.ts';
import { isSettled } from '../../domain/jury/vote.ts';

/**
 * What the state that waits is told of a case; null while what it waits for has not come. Votes stay in the table: the
 * workflow hears that they are in.
 */
export const settledOutput = (growthCase: GrowthCase): Record<string, unknown> | null => {
  const { stage, appeal, questions } = growthCase;
  switch (stage) {
    case 'voting':
    case 'chair-asked': {
      const session = currentSession(growthCase);
      return session !== null && isSettled(session) ? {} : null;
    }
    case 'more-asked':
      return questions.at(-1)?.answeredAt == null ? null : {};
    case 'appeal-open':
      return appeal === null || appeal.answeredAt === null ? null : { appeal: appeal.appealed };
    default:
      return null;
  }
};
