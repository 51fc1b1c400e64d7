import type { ScreeningReason } from '../../domain/growth/case.ts';
import { caseIdOf } from '../../domain/growth/case-id.ts';
import { latestClosedYear } from '../../domain/growth/yearly.ts';
import type { Member } from '../../domain/member/member.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { newCaseWrite, type StoredCase } from '../data/growth-cases.ts';
import { profileWrite, type StoredProfile } from '../data/growth-profiles.ts';
import type { Write } from '../data/table.ts';

/** A case as it begins, to be started. */
const newCase = (
  member: Member,
  profile: StoredProfile,
  { reason, by, now }: { reason: ScreeningReason; by: Actor; now: string },
): StoredCase => {
  const { applicationId, number: memberNumber, company, antenna } = member;
  const number = profile.cases + 1;
  return {
    caseId: caseIdOf(applicationId, number),
    applicationId,
    number,
    memberNumber,
    companyName: company.legalName,
    siren: company.siren,
    antenna,
    reason,
    requestedBy: by,
    openedAt: now,
    stage: 'scoring',
    score: null,
    sessions: [],
    questions: [],
    appeal: null,
    cohortId: null,
    abandoned: null,
    endedAt: null,
    token: null,
    undeliveredSince: now,
    started: false,
    revision: 0,
  };
};

/** What opens a screening: the case, its line, and the writes that go with them. */
export const openingOf = (
  member: Member,
  profile: StoredProfile,
  request: { reason: ScreeningReason; by: Actor; now: string },
): { growthCase: StoredCase; event: { actor: Actor; happening: Happening }; writes: Write[] } => {
  const growthCase = newCase(member, profile, request);
  const { caseId, number, reason } = growthCase;
  const screenedYear = latestClosedYear(profile.figures, parisDay(request.now));
  return {
    growthCase,
    event: { actor: request.by, happening: { type: 'screening-opened', caseId, reason } },
    writes: [newCaseWrite(growthCase), profileWrite(profile, { cases: number, openCaseId: caseId, screenedYear })],
  };
};
