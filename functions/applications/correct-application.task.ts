import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { CorrectApplicationInput } from '../../domain/joining/steps.ts';
import { ReviewAnswer } from '../../domain/task/task.ts';
import { listTasks } from '../data/tasks.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { ask } from '../tasks/ask.ts';

/** What staff asked for when they last decided. */
const changesAskedFor = async ({ applicationId }: Application): Promise<string> => {
  const answered = (await listTasks(applicationId)).filter(
    ({ kind, answer }) => kind === 'review-application' && answer !== null,
  );
  const { comment } = ReviewAnswer.parse(answered.at(-1)?.answer?.value);
  return comment;
};

/** Asks the applicant for the changes that staff want, by mail. */
export const handler = task(CorrectApplicationInput, z.strictObject({}), async (input) => {
  const asked = await ask({
    ...input,
    kind: 'correct-application',
    status: 'changes-requested',
    // The answer led on from this status; who is still in it was asked for changes once more.
    isThis: (_, { status }) => status !== 'changes-requested',
    asking: async (application) => ({ kind: 'correct-application', changes: await changesAskedFor(application) }),
    // The decision that asks for changes was told with its comment and the day they are due.
    happening: () => null,
  });
  if (asked === null) return {};
  const { application, task: opened } = asked;
  await sendMail({
    name: 'changes-requested',
    application,
    naturalKey: opened.taskId,
    values: async () => ({
      firstName: application.form.contact.firstName,
      companyName: application.form.company.legalName,
      comment: opened.note ?? '',
      link: (await mailedLink(application, input.now)).url,
      dueAt: opened.dueAt,
    }),
    now: input.now,
  });
  return {};
});
