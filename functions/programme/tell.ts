import { type Programme, untold } from '../../domain/programme/programme.ts';
import { getApplication } from '../data/applications.ts';
import { changeCase } from '../data/growth-cases.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import { mailMovedUp } from '../growth/mails.ts';
import { logger } from '../shared/observability.ts';

/**
 * Tells the companies that moved up from the waiting list, and marks them told with the line of their timeline. Once,
 * however often it is called. What fails now is left to the redelivery job.
 * @returns the programme as it is afterwards
 */
export const tellMovedUp = async (now: string): Promise<Programme> => {
  try {
    await tellAll(now);
  } catch (error) {
    logger.warn('not told yet who moved up', { error: error instanceof Error ? error : String(error) });
  }
  return readProgramme();
};

/** @throws TransientStoreError, TransientMailError */
export const tellAll = async (now: string): Promise<void> => {
  const { cohorts } = await readProgramme();
  for (const cohort of cohorts) {
    for (const { applicationId, caseId } of untold(cohort)) {
      await mailMovedUp(await getApplication(applicationId), cohort, now);
      await markTold(caseId, applicationId, cohort.cohortId, now);
    }
  }
};

const markTold = (caseId: string, applicationId: string, cohortId: string, now: string) =>
  changeCase(caseId, async (growthCase) => {
    const before = await readProgramme();
    const cohort = before.cohorts.find((one) => one.cohortId === cohortId);
    const waiting = cohort === undefined ? [] : untold(cohort).filter((one) => one.applicationId === applicationId);
    if (cohort === undefined || waiting.length === 0) return null;
    const participants = cohort.participants.map((one) => (waiting.includes(one) ? { ...one, told: true } : one));
    const cohorts = before.cohorts.map((one) => (one === cohort ? { ...cohort, participants } : one));
    return {
      growthCase: { ...growthCase, stage: 'enrolled', cohortId },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'programme-moved-up', cohort: cohort.name } }],
      writes: programmeWrites(before, { ...before, cohorts }),
    };
  });
