import type * as z from 'zod';
import type { AnswerAccepted } from '../../domain/contract/responses.ts';
import { Refusal } from '../../domain/errors.ts';
import { currentSession, isOpen, withSession } from '../../domain/growth/case.ts';
import { caseIdOf } from '../../domain/growth/case-id.ts';
import { questionsLeft } from '../../domain/growth/progress.ts';
import { castVote, isSettled } from '../../domain/jury/vote.ts';
import { ANSWER_SCHEMAS, type GrowthKind } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeCase, type StoredCase } from '../data/growth-cases.ts';
import { applicationIdOf, changeTask, getTask, type StoredTask } from '../data/tasks.ts';
import { type AnswerPost, answeredWith, isRepeated, readAnswer } from '../tasks/answered.ts';
import { deliverNow } from './deliver-case.ts';
import { tellSettled } from './tell-settled.ts';

/** What an answer makes of a case, and the line that tells of it. */
type Effect = { growthCase: StoredCase; happening: Happening; value: unknown; settled: boolean };

/** @throws Refusal `vote-closed`, `not-sitting`, `conflict-declared`, `declaration-required`, `already-voted` */
const vote = (growthCase: StoredCase, task: StoredTask, { body, circumstances: { now } }: AnswerPost): Effect => {
  const { audience } = task;
  const session = currentSession(growthCase);
  if (audience.kind !== 'jury' || session === null) throw new Refusal('not-found');
  if (!isOpen(growthCase)) throw new Refusal('vote-closed');
  const value = readAnswer(() => ANSWER_SCHEMAS['jury-vote'].parse(body));
  // A question of an earlier sitting is closed, whoever sits now.
  if (Date.parse(task.openedAt) < Date.parse(session.openedAt)) throw new Refusal('vote-closed');
  const cast = { jurorId: audience.jurorId, vote: value.vote, comment: value.comment, at: now };
  const after = castVote(session, cast, questionsLeft(growthCase));
  const { caseId } = growthCase;
  return {
    growthCase: withSession(growthCase, after),
    happening: { type: 'vote-cast', caseId },
    value,
    settled: isSettled(after),
  };
};

/** @throws Refusal `task-already-answered`; `task-closed` when the case does not wait for it any more */
const assertAsked = (growthCase: StoredCase, task: StoredTask, stage: StoredCase['stage'], now: string): void => {
  if (task.answer !== null) throw new Refusal('task-already-answered');
  const late = Date.parse(now) >= Date.parse(task.dueAt);
  if (task.status !== 'open' || !isOpen(growthCase) || growthCase.stage !== stage || late) {
    throw new Refusal('task-closed');
  }
};

const provideMore = (
  growthCase: StoredCase,
  task: StoredTask,
  { body, circumstances: { now } }: AnswerPost,
): Effect => {
  assertAsked(growthCase, task, 'more-asked', now);
  const value = readAnswer(() => ANSWER_SCHEMAS['provide-more'].parse(body));
  const { questions, caseId } = growthCase;
  const asked = questions.at(-1);
  if (asked === undefined) throw new Error(`The case ${caseId} asks nothing.`);
  const answered = { ...asked, answeredAt: now, answer: value.message };
  return {
    growthCase: { ...growthCase, questions: [...questions.slice(0, -1), answered] },
    happening: { type: 'more-provided', caseId, comment: value.message },
    value,
    settled: true,
  };
};

const decideAppeal = (
  growthCase: StoredCase,
  task: StoredTask,
  { body, circumstances: { now } }: AnswerPost,
): Effect => {
  assertAsked(growthCase, task, 'appeal-open', now);
  const value = readAnswer(() => ANSWER_SCHEMAS['appeal-decision'].parse(body));
  const { appeal, caseId } = growthCase;
  if (appeal === null) throw new Error(`The case ${caseId} has no appeal open.`);
  return {
    growthCase: {
      ...growthCase,
      appeal: { ...appeal, answeredAt: now, appealed: value.appeal, grounds: value.grounds },
    },
    happening: value.appeal
      ? { type: 'appeal-made', caseId, comment: value.grounds }
      : { type: 'decision-accepted', caseId },
    value,
    settled: true,
  };
};

const EFFECTS = { 'jury-vote': vote, 'provide-more': provideMore, 'appeal-decision': decideAppeal } as const;

/** The case a question is about: its number stands in the question's id. */
const caseOf = (taskId: string): string =>
  caseIdOf(applicationIdOf(taskId), Number.parseInt(taskId.split('~')[2] ?? '', 10));

/**
 * Answers a question about a screening: the answer, the case and the line of the timeline are stored together; where that
 * settles what the workflow waits for, it is told, now or by the redelivery job.
 * @returns `answered` when the workflow has still to be told
 * @throws Refusal whatever `authorize` and the kind of question say, `invalid-fields`, `idempotency-key-reused`
 */
export const answerGrowthTask = async (kind: GrowthKind, post: AnswerPost): Promise<z.infer<typeof AnswerAccepted>> => {
  const { taskId, by } = post;
  const { now } = post.circumstances;
  const { growthCase } = await changeCase(caseOf(taskId), async (current, application) => {
    const task = await getTask(taskId);
    post.authorize(task, application);
    if (isRepeated(task, post)) return null;
    const effect = EFFECTS[kind](current, task, post);
    const change = changeTask(task, {
      // The workflow reads answers from the case: there is nothing of the task itself to deliver.
      status: 'delivered',
      answer: { by, at: now, value: effect.value },
      answeredWith: answeredWith(post),
    });
    return {
      growthCase: { ...effect.growthCase, ...(effect.settled ? { undeliveredSince: now } : {}) },
      at: now,
      events: [{ actor: by, happening: effect.happening }],
      writes: [change.write],
    };
  });
  return { taskId, status: await deliverNow(growthCase, tellSettled) };
};
