import { type HumanTask, isJoiningTask, type JoiningKind } from '../task/task.ts';
import type { Happening } from '../timeline/event.ts';
import type { Application } from './application.ts';
import { type ApplicationStatus, type CloseOutcome, isLive } from './status.ts';

/** Which status may follow which. A step that runs again finds its own status, so staying is always allowed. */
const MOVES: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  received: ['confirming-email', 'duplicate', 'withdrawn', 'failed'],
  'confirming-email': ['assigning-antenna', 'expired', 'duplicate', 'withdrawn', 'failed'],
  // Back to the address where a failure came between a correction that changes it and its recording.
  'assigning-antenna': ['in-review', 'confirming-email', 'withdrawn', 'failed'],
  'in-review': ['approved', 'refused', 'changes-requested', 'expired', 'withdrawn', 'failed'],
  'changes-requested': ['confirming-email', 'assigning-antenna', 'expired', 'withdrawn', 'failed'],
  approved: ['awaiting-payment', 'admitted', 'withdrawn', 'failed'],
  'awaiting-payment': ['admitted', 'expired', 'withdrawn', 'failed'],
  admitted: [],
  refused: [],
  withdrawn: [],
  expired: [],
  duplicate: [],
  // Restarted by staff: it goes on where it stopped.
  failed: [
    'received',
    'confirming-email',
    'assigning-antenna',
    'in-review',
    'changes-requested',
    'approved',
    'awaiting-payment',
  ],
};

/** A step tried to move an application where it may not go: a fault of the program, never an outcome. */
export class IllegalMoveError extends Error {
  override name = 'IllegalMoveError';
  constructor(
    readonly from: ApplicationStatus,
    readonly to: ApplicationStatus,
  ) {
    super(`An application that is ${from} cannot become ${to}.`);
  }
}

/** Tells whether an application may go from one status to another; staying where it is, it may. */
export const mayMove = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  from === to || MOVES[from].includes(to);

/** @throws IllegalMoveError when `to` may not follow `from` */
export const assertMove = (from: ApplicationStatus, to: ApplicationStatus): void => {
  if (!mayMove(from, to)) throw new IllegalMoveError(from, to);
};

/** An application whose dues are invoiced: an approved one awaits the payment; a member's stays what it is. */
export const awaitingPayment = (application: Application): Application =>
  application.status === 'approved' ? { ...application, status: 'awaiting-payment' } : application;

/**
 * The outcome to close an application with. What people decided stands over what the workflow asks: an application that
 * was withdrawn or refused is closed as such, even when it is a failure or a deadline that leads to its closing.
 * @returns null when there is nothing to close: it is closed already, or the company is a member
 */
export const outcomeToClose = (
  application: Pick<Application, 'status' | 'closedAt'>,
  asked: CloseOutcome,
): CloseOutcome | null => {
  const { status, closedAt } = application;
  if (closedAt !== null || status === 'admitted') return null;
  return status === 'withdrawn' || status === 'refused' ? status : asked;
};

/** Where each happening leaves an application; the others leave it where it is. */
const STATUS_AFTER: Partial<Record<Happening['type'], ApplicationStatus>> = {
  'application-received': 'received',
  'email-confirmation-asked': 'confirming-email',
  'email-confirmed': 'assigning-antenna',
  'register-checked': 'assigning-antenna',
  'review-asked': 'in-review',
  'application-approved': 'approved',
  'invoice-issued': 'awaiting-payment',
  'changes-requested': 'changes-requested',
  'application-corrected': 'assigning-antenna',
};

/**
 * The status an application had before it failed, so that a restart gives it back: read from its timeline, which nobody
 * rewrites.
 * @param timeline in the order things happened
 */
export const statusBeforeFailure = (timeline: readonly { happening: Happening }[]): ApplicationStatus =>
  timeline.reduce<ApplicationStatus>((status, { happening }) => STATUS_AFTER[happening.type] ?? status, 'received');

/** What an application waits for: who, for what, until when (ISO 8601 instant). */
export type Waiting = { who: 'applicant' | 'antenna' | 'head-office'; kind: JoiningKind; dueAt: string };

const asked = (task: HumanTask): Waiting['who'] => {
  if (task.audience.kind !== 'staff') return 'applicant';
  const headOfficeOnly = task.audience.headOffice && task.audience.antennas.length === 0;
  return headOfficeOnly || task.escalatedAt !== null ? 'head-office' : 'antenna';
};

/**
 * What an application waits for. Of several open tasks (there is one at a time in joining) the soonest due counts.
 * @param tasks tasks of this application; those that are not open are passed over
 * @returns null when it is closed, or machines are at work
 */
export const waitsFor = (application: Pick<Application, 'status'>, tasks: readonly HumanTask[]): Waiting | null => {
  if (!isLive(application.status)) return null;
  const [soonest] = tasks
    .filter(isJoiningTask)
    .filter((task) => task.status === 'open')
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.taskId < b.taskId ? -1 : 1));
  return soonest === undefined ? null : { who: asked(soonest), kind: soonest.kind, dueAt: soonest.dueAt };
};
