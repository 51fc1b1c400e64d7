import type { Application } from '../../domain/application/application.ts';
import { emailChanged } from '../../domain/application/changes.ts';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { ANSWER_SCHEMAS } from '../../domain/task/task.ts';
import { findCommune } from '../data/communes.ts';
import { listTasks } from '../data/tasks.ts';

/**
 * An application with a corrected form in the place of its own. An address that changed is not confirmed any more.
 * @param form checked
 */
export const corrected = (application: Application, form: ApplicationForm): Application => {
  const commune = findCommune(form.establishment.communeCode);
  if (commune === null) throw new Error(`There is no commune ${form.establishment.communeCode}.`);
  const confirmed = emailChanged(application.form, form) ? null : application.emailConfirmedAt;
  return { ...application, form, commune, emailConfirmedAt: confirmed };
};

/** An application with the correction its applicant made last, whether a step recorded it or failed before it did. */
export const withLatestCorrection = async (application: Application): Promise<Application> => {
  const tasks = await listTasks(application.applicationId);
  const latest = tasks.findLast(({ kind, answer }) => kind === 'correct-application' && answer !== null);
  if (latest === undefined) return application;
  return corrected(application, ANSWER_SCHEMAS['correct-application'].parse(latest.answer?.value).application);
};
