import type * as z from 'zod';
import type { AnswerAccepted } from '../../domain/contract/responses.ts';
import { type FieldError, Refusal } from '../../domain/errors.ts';
import { checkFigures } from '../../domain/member/figures.ts';
import { settleFigures } from '../../domain/member/lifecycle.ts';
import type { Member } from '../../domain/member/member.ts';
import { isTooLate } from '../../domain/task/rules.ts';
import { ANSWER_SCHEMAS, type TaskAnswer } from '../../domain/task/task.ts';
import { fieldErrors } from '../../domain/text/field-errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { getApplication } from '../data/applications.ts';
import { takenFigures } from '../data/growth-profiles.ts';
import { changeMember } from '../data/members.ts';
import { applicationIdOf, changeTask, getTask, type StoredTask } from '../data/tasks.ts';
import { sha256 } from '../shared/tokens.ts';
import { type AnswerPost, delivered, isRepeated } from '../tasks/answered.ts';

const refuse = (errors: FieldError[]): Refusal => new Refusal('invalid-fields', { errors });

/** @throws Refusal `invalid-fields` */
const read = (body: unknown, { company }: Member, now: string): TaskAnswer<'confirm-figures'> => {
  const parsed = ANSWER_SCHEMAS['confirm-figures'].safeParse(body);
  if (!parsed.success) throw refuse(fieldErrors(parsed.error));
  const errors = checkFigures(parsed.data.figures, company.foundedOn, parisDay(now));
  if (errors.length > 0) throw refuse(errors);
  return parsed.data;
};

/**
 * Answers the question for the figures of a renewal: the answer, the member's figures, those of its growth and their line
 * are stored together, then the waiting workflow is told.
 * @throws Refusal `not-found`, whatever `authorize` says, `task-already-answered`, `task-closed`, `invalid-fields`,
 *   `idempotency-key-reused`; TransientStoreError
 */
export const answerFigures = async (post: AnswerPost): Promise<z.infer<typeof AnswerAccepted>> => {
  const { taskId, circumstances, idempotencyKey, bodySha256 } = post;
  const { now } = circumstances;
  const { memberNumber } = await getApplication(applicationIdOf(taskId));
  if (memberNumber === null) throw new Refusal('not-found');
  const answered: { task?: StoredTask } = {};
  await changeMember(memberNumber, async (member, application) => {
    const task = await getTask(taskId);
    answered.task = task;
    post.authorize(task, application);
    if (isRepeated(task, post)) return null;
    if (task.answer !== null) throw new Refusal('task-already-answered');
    const { renewal } = member;
    if (task.status === 'cancelled' || renewal === null || isTooLate(task, now)) throw new Refusal('task-closed');
    const answer = read(post.body, member, now);
    const step = settleFigures(member, renewal.key, answer.figures, now);
    if (step === null) throw new Refusal('task-closed');
    const change = changeTask(task, {
      status: 'answered',
      answer: { by: post.by, at: now, value: answer },
      answeredWith: { keySha256: idempotencyKey === null ? null : sha256(idempotencyKey), bodySha256 },
    });
    answered.task = change.task;
    return {
      member: step.member,
      at: now,
      events: [{ actor: post.by, happening: step.happening }],
      writes: [
        change.write,
        ...(await takenFigures(application, answer.figures, { by: post.by, at: now, comment: '' })),
      ],
    };
  });
  return { taskId, status: await delivered(answered.task) };
};
