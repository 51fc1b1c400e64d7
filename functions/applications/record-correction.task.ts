import { isDeepStrictEqual } from 'node:util';
import { RecordCorrectionInput, RecordCorrectionOutput } from '../../domain/joining/steps.ts';
import { ANSWER_SCHEMAS } from '../../domain/task/task.ts';
import { changeApplication } from '../data/applications.ts';
import { getTask } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { corrected } from './correction.ts';
import { assertLive } from './live.ts';

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
