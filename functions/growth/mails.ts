import type { Application } from '../../domain/application/application.ts';
import { currentSession, type GrowthCase } from '../../domain/growth/case.ts';
import { explain } from '../../domain/growth/explain.ts';
import { verdictSentence } from '../../domain/jury/verdict-text.ts';
import { findCohortName } from '../data/programme.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';

// What a company is told of its screening, by mail.

const readerOf = ({ form }: Application) => ({
  firstName: form.contact.firstName,
  companyName: form.company.legalName,
});

/** What the jury decided, and why, as the company reads it. */
const decisionOf = (growthCase: GrowthCase) => {
  const session = currentSession(growthCase);
  if (session === null || session.verdict === null) throw new Error(`The case ${growthCase.caseId} has no verdict.`);
  const { verdict, votes } = session;
  return {
    verdict: { fr: verdictSentence(verdict, 'fr'), en: verdictSentence(verdict, 'en') },
    comment: votes.map((vote) => `• ${vote.comment}`).join('\n'),
  };
};

/** What is mailed about a case: the natural key is the case, and the sitting where there may be several. */
type About = { growthCase: GrowthCase; application: Application; now: string };

/** The jury votes until a date. */
export const mailBeforeJury = ({ growthCase, application, now }: About): Promise<void> => {
  const session = currentSession(growthCase);
  if (session === null) throw new Error(`The case ${growthCase.caseId} has no session.`);
  return sendMail({
    name: 'growth-before-jury',
    application,
    naturalKey: `${growthCase.caseId}#${session.number}`,
    values: () => ({ ...readerOf(application), dueAt: session.dueAt }),
    now,
  });
};

/** The jury asks for more. */
export const mailMoreAsked = ({ growthCase, application, now }: About): Promise<void> => {
  const question = growthCase.questions.at(-1);
  if (question === undefined) throw new Error(`The case ${growthCase.caseId} asks nothing.`);
  return sendMail({
    name: 'growth-more-asked',
    application,
    naturalKey: `${growthCase.caseId}#question-${growthCase.questions.length}`,
    values: async () => ({
      ...readerOf(application),
      comment: question.questions.map((text) => `• ${text}`).join('\n'),
      link: (await mailedLink(application, now)).url,
      dueAt: question.dueAt,
    }),
    now,
  });
};

/** The jury declined; the company may appeal. */
export const mailDeclined = ({ growthCase, application, now }: About): Promise<void> => {
  const { appeal, caseId } = growthCase;
  if (appeal === null) throw new Error(`The case ${caseId} has no appeal open.`);
  return sendMail({
    name: 'growth-declined',
    application,
    naturalKey: caseId,
    values: async () => ({
      ...readerOf(application),
      ...decisionOf(growthCase),
      link: (await mailedLink(application, now)).url,
      dueAt: appeal.dueAt,
    }),
    now,
  });
};

/** How a case ended. What was told before, a decision nobody appealed against, is not told again. */
export const mailEnd = async ({ growthCase, application, now }: About): Promise<void> => {
  const { stage, caseId, score, appeal, cohortId } = growthCase;
  const mail = { application, naturalKey: caseId, now };
  const reader = readerOf(application);
  switch (stage) {
    case 'not-eligible': {
      if (score === null) throw new Error(`The case ${caseId} has no score.`);
      const { criteria } = explain(score.policy, score.evaluation);
      const reasons = criteria.map(({ title, sentence }) => ({
        fr: `${title.fr}. ${sentence.fr}`,
        en: `${title.en}. ${sentence.en}`,
      }));
      return sendMail({ ...mail, name: 'growth-not-eligible', values: () => ({ ...reader, reasons }) });
    }
    case 'enrolled': {
      const { verdict } = decisionOf(growthCase);
      const cohort = await findCohortName(cohortId ?? '');
      return sendMail({ ...mail, name: 'growth-enrolled', values: () => ({ ...reader, verdict, cohort }) });
    }
    case 'waiting-list': {
      const { verdict } = decisionOf(growthCase);
      return sendMail({ ...mail, name: 'growth-waiting', values: () => ({ ...reader, verdict }) });
    }
    case 'declined':
      if (appeal?.appealed !== true) return;
      return sendMail({
        ...mail,
        name: 'growth-appeal-declined',
        values: () => ({ ...reader, ...decisionOf(growthCase) }),
      });
    case 'undecided':
      return sendMail({ ...mail, name: 'growth-undecided', values: () => reader });
    case 'abandoned':
      return sendMail({ ...mail, name: 'growth-closed', values: () => reader });
    default:
      // A technical fault is between staff and the machines: the candidacy is taken up again.
      return;
  }
};

/** A place became free. */
export const mailMovedUp = (application: Application, cohort: { cohortId: string; name: string }, now: string) =>
  sendMail({
    name: 'growth-moved-up',
    application,
    naturalKey: `${application.applicationId}#${cohort.cohortId}`,
    values: () => ({ ...readerOf(application), cohort: cohort.name }),
    now,
  });
