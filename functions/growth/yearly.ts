import { isYearlyDue, latestClosedYear } from '../../domain/growth/yearly.ts';
import { isKnown } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication } from '../data/applications.ts';
import type { StoredCase } from '../data/growth-cases.ts';
import { profileWrite, readProfile } from '../data/growth-profiles.ts';
import { readProgramme } from '../data/programme.ts';
import { startScreening } from '../shared/workflow.ts';
import { deliverNow } from './deliver-case.ts';
import { memberOf } from './member.ts';
import { openingOf } from './opening.ts';

/**
 * Screens a company with its new figures, once however often it is called. Who is in the programme, or no member, is
 * passed over until there are newer ones; who is before a jury waits for its end.
 * @param now ISO 8601 instant
 * @returns whether a screening was opened
 * @throws TransientStoreError
 */
export const screenYearly = async (applicationId: string, now: string): Promise<boolean> => {
  const today = parisDay(now);
  const opened: { growthCase: StoredCase | null } = { growthCase: null };
  await changeApplication(applicationId, async (application) => {
    opened.growthCase = null;
    const [profile, programme, member] = await Promise.all([
      readProfile(application),
      readProgramme(),
      memberOf(application),
    ]);
    if (!isYearlyDue(profile, today) || profile.openCaseId !== null) return null;
    if (member === null || isKnown(programme, applicationId)) {
      const screenedYear = latestClosedYear(profile.figures, today);
      return { application, at: now, events: [], writes: [profileWrite(profile, { screenedYear })] };
    }
    const request = { reason: 'yearly', by: { kind: 'system' }, now } as const;
    const { growthCase, event, writes } = openingOf(member, profile, request);
    opened.growthCase = growthCase;
    return { application, at: now, events: [event], writes };
  });
  const { growthCase } = opened;
  if (growthCase !== null) await deliverNow(growthCase, () => startScreening(growthCase.caseId));
  return growthCase !== null;
};
