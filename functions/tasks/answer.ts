import type * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { emailChanged } from '../../domain/application/changes.ts';
import { checkForm } from '../../domain/application/check.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import type { AnswerAccepted } from '../../domain/contract/responses.ts';
import { type FieldError, Refusal } from '../../domain/errors.ts';
import {
  type Answer,
  answerHappening,
  checkAnswer,
  isTooLate,
  parseAnswer,
  statusAfterAnswer,
} from '../../domain/task/rules.ts';
import { GrowthKind, isJoiningTask, type JoiningKind } from '../../domain/task/task.ts';
import { under } from '../../domain/text/field-errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { consentOf } from '../applications/consent.ts';
import { isStillAsked } from '../applications/live.ts';
import { changeApplication } from '../data/applications.ts';
import { findCommune } from '../data/communes.ts';
import { applicationIdOf, changeTask, getTask, kindOf, type StoredTask } from '../data/tasks.ts';
import { answerGrowthTask } from '../growth/answer.ts';
import { answerFigures } from '../renewal/answer-figures.ts';
import { type AnswerPost, answeredWith, delivered, isRepeated, readAnswer } from './answered.ts';

type JoiningTask = StoredTask & { kind: JoiningKind };

const refuseFields = (errors: FieldError[]): void => {
  if (errors.length > 0) throw new Refusal('invalid-fields', { errors });
};

/** @throws Refusal `invalid-fields` */
const read = (task: JoiningTask, { form }: Application, { body, circumstances }: AnswerPost): Answer => {
  const answer = readAnswer(() => parseAnswer(task.kind, body));
  refuseFields(checkAnswer(task, answer, form));
  if (answer.kind === 'correct-application') {
    const { application } = answer.value;
    const commune = findCommune(application.establishment.communeCode);
    refuseFields(under('application', checkForm(application, { today: parisDay(circumstances.now), commune })));
  }
  return answer;
};

/** What an answer changes of the application at once, beside its status. The form of a correction waits for its step. */
const effects = (answer: Answer, application: Application, post: AnswerPost): Partial<Application> => {
  const { now, sourceIp } = post.circumstances;
  const { consent, form } = application;
  switch (answer.kind) {
    case 'confirm-email': {
      if (post.linkSha256 === null) throw new Error('An address is confirmed through a link.');
      const confirmation = { linkSha256: post.linkSha256, confirmedAt: now, sourceIp };
      return { emailConfirmedAt: now, consent: { ...consent, confirmation } };
    }
    case 'review-application':
      return answer.value.decision === 'refuse' ? { refusalComment: answer.value.comment } : {};
    case 'correct-application': {
      // The corrected form accepts the charter anew; the address stays proved while it is the same.
      const { application: corrected } = answer.value;
      const confirmation = emailChanged(form, corrected) ? null : consent.confirmation;
      return { consent: { ...consentOf(corrected, post.circumstances), confirmation } };
    }
    case 'choose-antenna':
      return {};
  }
};

/**
 * Answers a human task: the answer, its line in the timeline and the application's status are stored together, then
 * the waiting workflow is told. What cannot be told now is delivered by the redelivery job.
 * @returns `answered` when the workflow has still to be told
 * @throws Refusal `not-found`, whatever `authorize` says, `task-already-answered`, `task-closed`, `invalid-fields`,
 *   `idempotency-key-reused`; TransientStoreError
 */
export const answerTask = async (post: AnswerPost): Promise<z.infer<typeof AnswerAccepted>> => {
  const { taskId, circumstances } = post;
  const kind = kindOf(taskId);
  if (kind === 'confirm-figures') return answerFigures(post);
  const growth = GrowthKind.safeParse(kind);
  if (growth.success) return answerGrowthTask(growth.data, post);
  const { now } = circumstances;
  const answered: { task?: StoredTask } = {};
  await changeApplication(applicationIdOf(taskId), async (application) => {
    const task = await getTask(taskId);
    answered.task = task;
    post.authorize(task, application);
    if (isRepeated(task, post)) return null;
    if (task.answer !== null) throw new Refusal('task-already-answered');
    if (task.status === 'cancelled' || !isStillAsked(task.kind, application.status) || isTooLate(task, now)) {
      throw new Refusal('task-closed');
    }
    if (!isJoiningTask(task)) throw new Refusal('not-found');
    const answer = read(task, application, post);
    const status = application.status === 'admitted' ? 'admitted' : statusAfterAnswer(answer, application.form);
    assertMove(application.status, status);
    const change = changeTask(task, {
      status: 'answered',
      answer: { by: post.by, at: now, value: answer.value },
      answeredWith: answeredWith(post),
    });
    answered.task = change.task;
    return {
      application: { ...application, ...effects(answer, application, post), status },
      at: now,
      events: [{ actor: post.by, happening: answerHappening(answer, { now, form: application.form }) }],
      writes: [change.write],
    };
  });
  return { taskId, status: await delivered(answered.task) };
};
