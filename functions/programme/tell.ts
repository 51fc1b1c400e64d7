import { type Programme, untold } from '../../domain/programme/programme.ts';
import { getApplication } from '../data/applications.ts';
import { changeCase } from '../data/growth-cases.ts';
import { dropOwedMail, findOwedMail, type OwedMail, owedMailId, owedMailWrite } from '../data/owed-mails.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import { mailMovedUp } from '../growth/mails.ts';
import { unlessRefused } from '../shared/mailer.ts';
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
      const mail = { about: 'moved-up', applicationId, cohortId: cohort.cohortId, name: cohort.name } as const;
      // Of several who tell at once, the one that marks it owes the mail.
      if (await markTold(caseId, mail, now)) await deliverMovedUp(owedMailId(mail), now);
    }
  }
};

type MovedUp = Extract<OwedMail, { about: 'moved-up' }>;

/** @returns whether it was this call that marked it */
const markTold = async (caseId: string, mail: MovedUp, now: string): Promise<boolean> => {
  const { applicationId, cohortId } = mail;
  const result = { marked: false };
  await changeCase(caseId, async (growthCase) => {
    result.marked = false;
    const before = await readProgramme();
    const cohort = before.cohorts.find((one) => one.cohortId === cohortId);
    const waiting = cohort === undefined ? [] : untold(cohort).filter((one) => one.applicationId === applicationId);
    if (cohort === undefined || waiting.length === 0) return null;
    const participants = cohort.participants.map((one) => (waiting.includes(one) ? { ...one, told: true } : one));
    const cohorts = before.cohorts.map((one) => (one === cohort ? { ...cohort, participants } : one));
    result.marked = true;
    return {
      growthCase: { ...growthCase, stage: 'enrolled', cohortId },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'programme-moved-up', cohort: cohort.name } }],
      writes: [...programmeWrites(before, { ...before, cohorts }), owedMailWrite(mail, now)],
    };
  });
  return result.marked;
};

/**
 * Sends the mail to a company that moved up; any other, or one that has left, is passed over.
 * @param id its natural key
 * @throws TransientMailError, TransientStoreError: the redelivery job tries again
 */
export const deliverMovedUp = async (id: string, now: string): Promise<void> => {
  const mail = await findOwedMail(id);
  if (mail === null || mail.about !== 'moved-up') return;
  const application = await getApplication(mail.applicationId);
  await unlessRefused(() => mailMovedUp(application, mail, now));
  await dropOwedMail(id);
};
