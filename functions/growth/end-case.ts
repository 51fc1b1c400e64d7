import type { CaseEnd } from '../../domain/growth/case.ts';
import { changeCase, type StoredCase } from '../data/growth-cases.ts';
import { profileWrite, readProfile } from '../data/growth-profiles.ts';
import { mailEnd } from './mails.ts';
import { cancelling, openGrowthTasks } from './tasks.ts';

/**
 * Ends a case: its stage, its tasks and the company's profile change together, then the company is told. Once, however
 * often it is called; that the company withdrew or left stands over the outcome asked for.
 * @param now ISO 8601 instant
 * @throws TransientStoreError, TransientMailError
 */
export const endCase = async (caseId: string, asked: CaseEnd, now: string): Promise<StoredCase> => {
  const ended = await changeCase(caseId, async (growthCase, application) => {
    if (growthCase.endedAt !== null) return null;
    const outcome = growthCase.abandoned === null ? asked : 'abandoned';
    const profile = await readProfile(application);
    return {
      growthCase: { ...growthCase, stage: outcome, endedAt: now, token: null, undeliveredSince: null },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'screening-ended', caseId, outcome } }],
      writes: [
        ...cancelling(await openGrowthTasks(application.applicationId)),
        ...(profile.openCaseId === caseId ? [profileWrite(profile, { openCaseId: null })] : []),
      ],
    };
  });
  await mailEnd({ ...ended, now });
  return ended.growthCase;
};
