import * as z from 'zod';
import { ConfirmEmailInput } from '../../domain/joining/steps.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { ask } from '../tasks/ask.ts';

/** Mails the contact a link that proves the address. An address that was proved before is not asked again. */
export const handler = task(ConfirmEmailInput, z.strictObject({}), async (input) => {
  const asked = await ask({
    ...input,
    kind: 'confirm-email',
    status: 'confirming-email',
    settled: ({ emailConfirmedAt }) => (emailConfirmedAt === null ? null : {}),
    asking: () => ({ kind: 'confirm-email' }),
    happening: () => ({ type: 'email-confirmation-asked' }),
  });
  if (asked === null) return {};
  const { application, task: opened } = asked;
  await sendMail({
    name: 'confirm-email',
    application,
    naturalKey: opened.taskId,
    values: async () => ({
      firstName: application.form.contact.firstName,
      companyName: application.form.company.legalName,
      link: (await mailedLink(application, input.now)).url,
      dueAt: opened.dueAt,
    }),
    now: input.now,
  });
  return {};
});
