import { currentSession, type GrowthCase } from '../../domain/growth/case.ts';
import type { Session } from '../../domain/jury/session.ts';

/** The sitting a step works on. @throws Error when none was opened */
export const sessionOf = (growthCase: GrowthCase): Session => {
  const session = currentSession(growthCase);
  if (session === null) throw new Error(`The case ${growthCase.caseId} has no session.`);
  return session;
};
