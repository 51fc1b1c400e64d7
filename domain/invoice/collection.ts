import { Temporal } from 'temporal-polyfill';
import type { PaymentTerms } from '../dues/policy.ts';
import { isSettled } from './moves.ts';
import type { Receivable } from './receivable.ts';

// When what is owed is asked for again. Steps count from the due date of now, so a delay that was granted moves all that
// are still to come; each is taken once an invoice.

/** The hour of Paris at which a step falls due: mails leave in the morning. */
const HOUR = 8;

/** The instant of a step: so many days after the due date (before it where negative), at eight in Paris. ISO 8601. */
const instantOf = (dueOn: string, days: number): string =>
  Temporal.PlainDate.from(dueOn)
    .add({ days })
    .toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: Temporal.PlainTime.from({ hour: HOUR }) })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });

/** A step of collecting and when it falls due. */
export type DueStep = { step: string; at: string };

/** Every step of an invoice in order, without the end. */
export const stepsOf = ({ dueOn }: Pick<Receivable, 'dueOn'>, terms: PaymentTerms): DueStep[] => [
  ...terms.reminders.map((days) => ({ step: `reminder:${days}`, at: instantOf(dueOn, days) })),
  { step: 'formal-notice', at: instantOf(dueOn, terms.formalNotice) },
];

/** What is to be done about an invoice at an instant. */
export type CollectionPlan =
  /** Nothing is owed any more. */
  | { action: 'done' }
  /** A step is due. */
  | { action: 'take'; step: string }
  /** Nothing is due until then. */
  | { action: 'wait'; until: string }
  /** The last step has passed, and the time after it. */
  | { action: 'give-up' };

/**
 * What is to be done now. Of several steps that are due, as after an outage, the latest is taken and the others are
 * passed over: four reminders on one day are none. The end comes only once everything before it was taken or passed, so
 * nobody is given up who was never reminded.
 * @param now ISO 8601 instant
 */
export const planCollection = (receivable: Receivable, terms: PaymentTerms, now: string): CollectionPlan => {
  if (isSettled(receivable)) return { action: 'done' };
  const at = Date.parse(now);
  const taken = new Set(receivable.steps.map(({ step }) => step));
  const open = stepsOf(receivable, terms).filter(({ step }) => !taken.has(step));
  const due = open.filter((step) => Date.parse(step.at) <= at);
  const last = due.at(-1);
  if (last !== undefined) return { action: 'take', step: last.step };
  const end = instantOf(receivable.dueOn, terms.unpaid);
  const [next] = open;
  if (next !== undefined) return { action: 'wait', until: next.at };
  return Date.parse(end) <= at ? { action: 'give-up' } : { action: 'wait', until: end };
};

/** Steps before one that were never taken: an outage, or a delay that came late, passed over them. */
export const passedBefore = (receivable: Receivable, terms: PaymentTerms, step: string): string[] => {
  const taken = new Set(receivable.steps.map((each) => each.step));
  const all = stepsOf(receivable, terms).map((each) => each.step);
  return all.slice(0, Math.max(0, all.indexOf(step))).filter((each) => !taken.has(each));
};

/** Whole seconds from one instant to a later one, rounded up; at least one, as a state's timeout is. */
export const secondsUntil = (until: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));

/** The receivable with a step taken, and those passed over before it; a step that was taken stays as it is. */
export const takeStep = (receivable: Receivable, step: string, passed: readonly string[], now: string): Receivable => {
  const taken = new Set(receivable.steps.map((each) => each.step));
  const skipped = passed
    .filter((each) => !taken.has(each))
    .map((each) => ({ step: each, at: now, skipped: true as const }));
  return {
    ...receivable,
    steps: [...receivable.steps, ...skipped, ...(taken.has(step) ? [] : [{ step, at: now }])],
  };
};
