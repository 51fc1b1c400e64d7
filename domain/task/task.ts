import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { ApplicationForm, YearlyFigures } from '../application/form.ts';
import { VOTES } from '../jury/session.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';

/** What people can be asked for while a company joins. */
const JOINING_KINDS = ['confirm-email', 'choose-antenna', 'review-application', 'correct-application'] as const;
/** What people can be asked for while a member is screened for growth. */
const GROWTH_KINDS = ['jury-vote', 'provide-more', 'appeal-decision'] as const;
/** What a member is asked for while it renews. */
const RENEWAL_KINDS = ['confirm-figures'] as const;
export const TASK_KINDS = [...JOINING_KINDS, ...GROWTH_KINDS, ...RENEWAL_KINDS] as const;
export const JoiningKind = z.enum(JOINING_KINDS);
export type JoiningKind = z.infer<typeof JoiningKind>;
export const GrowthKind = z.enum(GROWTH_KINDS);
export type GrowthKind = z.infer<typeof GrowthKind>;
export const TaskKind = z.enum(TASK_KINDS);
export type TaskKind = z.infer<typeof TaskKind>;

const comment = lines(2000);

/** A refusal and a request for changes must say why: the applicant reads it. */
export const ReviewAnswer = z
  .strictObject(
    { decision: z.enum(['approve', 'refuse', 'request-changes'], typed), comment: comment.default('') },
    typed,
  )
  .refine((a) => a.decision === 'approve' || a.comment.length > 0, { path: ['comment'], message: 'comment.required' });

/** A vote says why: the company reads it, unsigned. One with a conflict is none: it is declared instead. */
export const VoteAnswer = z.strictObject(
  {
    vote: z.enum(VOTES, typed),
    conflict: z.boolean(typed).refine((conflict) => !conflict, 'vote.conflict'),
    comment: comment.min(1, 'comment.required'),
  },
  typed,
);

/** Whether the company appeals against a decision; if it does, why. */
export const AppealAnswer = z
  .strictObject({ appeal: z.boolean(typed), grounds: lines(4000).default('') }, typed)
  .refine((a) => !a.appeal || a.grounds.length > 0, { path: ['grounds'], message: 'required' });

/** The shape of the answer to each kind of task. */
export const ANSWER_SCHEMAS = {
  'confirm-email': z.strictObject({}, typed),
  'choose-antenna': z.strictObject({ antenna: AntennaCode, comment: comment.default('') }, typed),
  'review-application': ReviewAnswer,
  'correct-application': z.strictObject({ application: ApplicationForm }, typed),
  'jury-vote': VoteAnswer,
  'provide-more': z.strictObject({ message: lines(6000).min(1, 'required') }, typed),
  'appeal-decision': AppealAnswer,
  'confirm-figures': z.strictObject({ figures: YearlyFigures }, typed),
} as const satisfies Record<TaskKind, z.ZodType>;
export type TaskAnswer<K extends TaskKind> = z.infer<(typeof ANSWER_SCHEMAS)[K]>;

/** Who is asked: the company through its private link, or staff. */
export const Audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link') }),
  /** Staff of any of these antennas; `headOffice` when the head office is asked too (it may always answer). */
  z.object({ kind: z.literal('staff'), antennas: z.array(AntennaCode), headOffice: z.boolean() }),
  /** One juror, whoever else may see it. */
  z.object({ kind: z.literal('jury'), jurorId: z.string() }),
]);
export type Audience = z.infer<typeof Audience>;

/** Who did something, as the timeline shows it: the applicant through a private link, staff, a step of a workflow or a job. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('company') }),
  z.object({ kind: z.literal('staff'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** open → answered (stored) → delivered (the workflow has it); or cancelled, when the workflow no longer asks. */
export const TaskStatus = z.enum(['open', 'answered', 'delivered', 'cancelled']);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** A human task: one question put to people by a waiting workflow. Instants are ISO 8601 in UTC. */
export const HumanTask = z.object({
  /** Natural key: application, kind and the instant the state was entered, so a repeated call makes no second task. */
  taskId: z.string(),
  applicationId: z.string(),
  kind: TaskKind,
  audience: Audience,
  status: TaskStatus,
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  escalatedAt: z.iso.datetime().nullable(),
  /** What the person must know to answer, such as the changes asked for. */
  note: z.string().nullable(),
  answer: z.object({ by: Actor, at: z.iso.datetime(), value: z.unknown() }).nullable(),
});
export type HumanTask = z.infer<typeof HumanTask>;

/**
 * By when somebody had to answer at first: what was escalated was late then already, and its longer deadline makes it no
 * less urgent. Lists of what waits are in this order, so what was escalated comes before all that has time left.
 */
export const firstDueAt = ({ dueAt, escalatedAt }: Pick<HumanTask, 'dueAt' | 'escalatedAt'>): string =>
  escalatedAt ?? dueAt;

/** Tells whether a task is one of joining: it stands while its application is live. */
export const isJoiningTask = <T extends Pick<HumanTask, 'kind'>>(task: T): task is T & { kind: JoiningKind } =>
  JoiningKind.safeParse(task.kind).success;

/** Tells whether a task is one of a screening: it stands while its case is open. */
export const isGrowthTask = <T extends Pick<HumanTask, 'kind'>>(task: T): task is T & { kind: GrowthKind } =>
  GrowthKind.safeParse(task.kind).success;

/** Tells whether a task is one of a renewal: it stands while its renewal is under way. */
export const isRenewalTask = <T extends Pick<HumanTask, 'kind'>>(task: T): task is T & { kind: 'confirm-figures' } =>
  task.kind === 'confirm-figures';
