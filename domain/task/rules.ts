import * as z from 'zod';
import type { AntennaCode } from '../antenna/antenna.ts';
import { changedPaths, checkCorrection, emailChanged } from '../application/changes.ts';
import type { ApplicationForm } from '../application/form.ts';
import type { ApplicationStatus } from '../application/status.ts';
import type { FieldError } from '../errors.ts';
import { dueAt } from '../joining/policy.ts';
import type * as steps from '../joining/steps.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { Happening } from '../timeline/event.ts';
import {
  ANSWER_SCHEMAS,
  type Audience,
  type HumanTask,
  type JoiningKind,
  type TaskAnswer,
  type TaskKind,
} from './task.ts';

// The rules of what is asked while a company joins; those of a screening are in domain/growth and domain/jury.

/** What a waiting step asks for, with what only that kind of question needs. */
export type Asking =
  | { kind: 'confirm-email' }
  /** @param candidates antennas to choose from; the staff of each are asked */
  | { kind: 'choose-antenna'; candidates: readonly AntennaCode[] }
  | { kind: 'review-application'; antenna: AntennaCode }
  /** @param changes what staff asked for, in their words */
  | { kind: 'correct-application'; changes: string };

/**
 * Natural key of a task: the same state, entered at the same instant, asks the same question, however often its step runs.
 * @param now ISO 8601 instant the state was entered
 */
export const taskIdOf = (applicationId: string, kind: TaskKind, now: string): string =>
  `${applicationId}~${kind}~${Date.parse(now)}`;

const audienceOf = (asking: Asking): Audience => {
  switch (asking.kind) {
    case 'confirm-email':
    case 'correct-application':
      return { kind: 'link' };
    case 'choose-antenna':
      return { kind: 'staff', antennas: [...asking.candidates], headOffice: false };
    case 'review-application':
      return { kind: 'staff', antennas: [asking.antenna], headOffice: false };
  }
};

/**
 * A new question to people, due as JOINING_POLICY says.
 * @param now ISO 8601 instant the asking state was entered
 */
export const openTask = (applicationId: string, asking: Asking, now: string): HumanTask => ({
  taskId: taskIdOf(applicationId, asking.kind, now),
  applicationId,
  kind: asking.kind,
  audience: audienceOf(asking),
  status: 'open',
  openedAt: now,
  dueAt: dueAt(asking.kind, now),
  escalatedAt: null,
  note: asking.kind === 'correct-application' ? asking.changes : null,
  answer: null,
});

/**
 * The same question, asked of the head office too, with its longer deadline. A task that was escalated stays as it is.
 * @param now ISO 8601 instant the escalating state was entered
 */
export const escalateTask = (task: HumanTask, now: string): HumanTask => {
  if (task.escalatedAt !== null || task.audience.kind !== 'staff') return task;
  return {
    ...task,
    audience: { ...task.audience, headOffice: true },
    dueAt: dueAt('escalated', now),
    escalatedAt: now,
  };
};

/** Tells whether this member of staff may answer: the head office always, antenna staff when their antenna is asked. */
export const mayAnswer = (staff: StaffMember, task: Pick<HumanTask, 'audience'>): boolean => {
  if (task.audience.kind !== 'staff') return false;
  return staff.headOffice || task.audience.antennas.some((antenna) => staff.antennas.includes(antenna));
};

/** Tells whether this member of staff may see a task: the head office sees all, antenna staff what they may answer. */
export const maySee = (staff: StaffMember, task: Pick<HumanTask, 'audience'>): boolean =>
  staff.headOffice || mayAnswer(staff, task);

/** How a private link reached its holder: in the response to the form, or by mail to the contact's address. */
export const LinkVia = z.enum(['response', 'mail']);
export type LinkVia = z.infer<typeof LinkVia>;

/**
 * Tells whether a task may be answered through a link that came this way: an address is proved only by a link that was
 * mailed to it.
 */
export const answerableThrough = (task: Pick<HumanTask, 'kind' | 'audience'>, via: LinkVia): boolean =>
  task.audience.kind === 'link' && (task.kind !== 'confirm-email' || via === 'mail');

/**
 * Tells whether an answer comes too late. A review may be answered past its due date, because the head office is asked
 * too then; once escalated it has its last date like every other task.
 * @param now ISO 8601 instant of the answer
 */
export const isTooLate = (task: Pick<HumanTask, 'kind' | 'dueAt' | 'escalatedAt'>, now: string): boolean =>
  Date.parse(now) >= Date.parse(task.dueAt) && (task.kind !== 'review-application' || task.escalatedAt !== null);

/** An answer in the shape that its kind of task asks for. */
export type Answer = { [K in JoiningKind]: { kind: K; value: TaskAnswer<K> } }[JoiningKind];

/** Reads the answer to a kind of task. @throws z.ZodError with field codes when the shape is wrong */
export const parseAnswer = (kind: JoiningKind, body: unknown): Answer => {
  switch (kind) {
    case 'confirm-email':
      return { kind, value: ANSWER_SCHEMAS[kind].parse(body) };
    case 'choose-antenna':
      return { kind, value: ANSWER_SCHEMAS[kind].parse(body) };
    case 'review-application':
      return { kind, value: ANSWER_SCHEMAS[kind].parse(body) };
    case 'correct-application':
      return { kind, value: ANSWER_SCHEMAS[kind].parse(body) };
  }
};

/**
 * What is wrong with a well-formed answer to this very task: an antenna that is no candidate, a correction that changes
 * the SIREN. Paths are those of the answer's body. The form of a correction has its own checks too (checkForm).
 */
export const checkAnswer = (task: Pick<HumanTask, 'audience'>, answer: Answer, form: ApplicationForm): FieldError[] => {
  if (answer.kind === 'choose-antenna' && task.audience.kind === 'staff') {
    const candidates = task.audience.antennas;
    if (candidates.includes(answer.value.antenna)) return [];
    return [{ path: 'antenna', code: 'antenna.not-candidate', params: { candidates: candidates.join(', ') } }];
  }
  if (answer.kind === 'correct-application') {
    return checkCorrection(form, answer.value.application).map((e) => ({ ...e, path: `application.${e.path}` }));
  }
  return [];
};

type WorkflowOutput =
  | z.infer<typeof steps.ConfirmEmailOutput>
  | z.infer<typeof steps.ChooseAntennaOutput>
  | z.infer<typeof steps.ReviewApplicationOutput>
  | z.infer<typeof steps.CorrectApplicationOutput>;

/** What the waiting workflow is told (the output of SendTaskSuccess): the decision, and nothing about people. */
export const workflowOutput = (task: Pick<HumanTask, 'taskId'>, answer: Answer): WorkflowOutput => {
  switch (answer.kind) {
    case 'confirm-email':
      return {};
    case 'choose-antenna':
      return { antenna: answer.value.antenna };
    case 'review-application':
      return { decision: answer.value.decision };
    case 'correct-application':
      return { taskId: task.taskId };
  }
};

/**
 * The status that an answer leads to, stored with it. A refusal shows at once, though the workflow has still to close
 * the application.
 * @param form the form before the answer
 */
export const statusAfterAnswer = (answer: Answer, form: ApplicationForm): ApplicationStatus => {
  switch (answer.kind) {
    case 'confirm-email':
    case 'choose-antenna':
      return 'assigning-antenna';
    case 'review-application':
      return ({ approve: 'approved', refuse: 'refused', 'request-changes': 'changes-requested' } as const)[
        answer.value.decision
      ];
    case 'correct-application':
      return emailChanged(form, answer.value.application) ? 'confirming-email' : 'assigning-antenna';
  }
};

/**
 * The line an answer adds to the timeline.
 * @param context.now ISO 8601 instant of the answer
 * @param context.form the form before the answer, which a correction is compared with
 */
export const answerHappening = (answer: Answer, context: { now: string; form: ApplicationForm }): Happening => {
  switch (answer.kind) {
    case 'confirm-email':
      return { type: 'email-confirmed' };
    case 'choose-antenna':
      return { type: 'antenna-chosen', antenna: answer.value.antenna, comment: answer.value.comment };
    case 'review-application': {
      const { decision, comment } = answer.value;
      if (decision === 'approve') return { type: 'application-approved', comment };
      if (decision === 'refuse') return { type: 'application-refused', comment };
      return { type: 'changes-requested', comment, dueAt: dueAt('correct-application', context.now) };
    }
    case 'correct-application':
      return { type: 'application-corrected', changed: changedPaths(context.form, answer.value.application) };
  }
};
