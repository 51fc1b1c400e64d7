import * as z from 'zod';
import type { Member, MembershipPeriod } from '../../domain/member/member.ts';
import { figuresTask } from '../../domain/renewal/figures-task.ts';
import { ConfirmFiguresInput } from '../../domain/renewal/steps.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import { changeMember } from '../data/members.ts';
import { findTask, newTaskWrite, writeTask } from '../data/tasks.ts';
import { untilWritten } from '../data/until-written.ts';
import { correspondent } from '../membership/correspondent.ts';
import { mailedLink } from '../shared/links.ts';
import { type Correspondent, sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { cancelQuestions } from './questions.ts';
import { assertRenewing } from './step.ts';

type Asked = { task: HumanTask; member: Member; period: MembershipPeriod; to: Correspondent };

/**
 * Opens the question, once: one that is open gets the new token.
 * @returns null when the figures are settled already: the state is told so at once
 */
const ask = (input: z.infer<typeof ConfirmFiguresInput>): Promise<Asked | null> =>
  untilWritten(async () => {
    const { applicationId, memberNumber, key, now, taskToken: token } = input;
    const asked: { now: Asked | null } = { now: null };
    await changeMember(memberNumber, async (member, application) => {
      const renewal = assertRenewing(member, key);
      asked.now = null;
      if (renewal.figuresAt !== null) return null;
      const opened = figuresTask(applicationId, now);
      const before = await findTask(opened.taskId);
      // The line of the mail comes after that of the question, which is written under the next version.
      const version = application.version + (before === null ? 1 : 0);
      asked.now = { task: opened, member, period: renewal.period, to: correspondent(member, { version }) };
      if (before !== null) {
        if (before.token !== token) await writeTask(before, { token });
        return null;
      }
      return {
        member,
        at: now,
        events: [{ actor: { kind: 'system' }, happening: { type: 'figures-asked', dueAt: opened.dueAt } }],
        writes: [
          newTaskWrite({ ...opened, token, answeredWith: null, revision: 0 }),
          // One that was opened before its execution failed, and was gone on with.
          ...(await cancelQuestions(applicationId)),
        ],
      };
    });
    if (asked.now === null) await sendAnswer(token, {});
    return asked.now;
  });

/** Asks a member for its figures, by mail; the last known ones stand when it does not answer. */
export const handler = task(ConfirmFiguresInput, z.strictObject({}), async (input) => {
  const asked = await ask(input);
  if (asked === null) return {};
  const { member, period, to, task: opened } = asked;
  const { now } = input;
  await sendMail({
    name: 'confirm-figures',
    application: to,
    naturalKey: opened.taskId,
    values: async () => ({
      firstName: member.contact.firstName,
      companyName: member.company.legalName,
      ...period,
      link: (await mailedLink(to, now)).url,
      dueAt: opened.dueAt,
    }),
    now,
  });
  return {};
});
