import { isDeepStrictEqual } from 'node:util';
import type { Application } from '../../domain/application/application.ts';
import { emailChanged } from '../../domain/application/changes.ts';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { RecordCorrectionInput, RecordCorrectionOutput } from '../../domain/joining/steps.ts';
import { ANSWER_SCHEMAS } from '../../domain/task/task.ts';
import { changeApplication } from '../data/applications.ts';
import { findCommune } from '../data/communes.ts';
import { getTask } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { assertLive } from './live.ts';

const corrected = (application: Application, form: ApplicationForm): Application => {
  const commune = findCommune(form.establishment.communeCode);
  if (commune === null) throw new Error(`There is no commune ${form.establishment.communeCode}.`);
  const confirmed = emailChanged(application.form, form) ? null : application.emailConfirmedAt;
  return { ...application, form, commune, emailConfirmedAt: confirmed };
};

/** Puts the corrected form in the place of the first. An address that changed must be confirmed again. */
export const handler = task(RecordCorrectionInput, RecordCorrectionOutput, async ({ applicationId, taskId, now }) => {
  const { answer } = await getTask(taskId);
  const { application: form } = ANSWER_SCHEMAS['correct-application'].parse(answer?.value);
  const { emailConfirmedAt } = await changeApplication(applicationId, (application) => {
    assertLive(application);
    if (isDeepStrictEqual(application.form, form)) return null;
    return { application: corrected(application, form), at: now, events: [] };
  });
  return { emailChanged: emailConfirmedAt === null };
});
