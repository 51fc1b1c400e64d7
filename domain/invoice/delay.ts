import { Refusal } from '../errors.ts';
import { daysAfter } from './issue.ts';
import { isSettled } from './moves.ts';
import type { Receivable } from './receivable.ts';

/** Most days past the due date of now that more time may be asked for: French law knows no longer term between firms. */
const LONGEST_DELAY_DAYS = 60;

/** The latest day a delay may be asked until; null when none may be asked. */
export const delayableUntil = (receivable: Receivable): string | null =>
  isSettled(receivable) || receivable.status === 'unpaid' || receivable.delayAsked !== null
    ? null
    : daysAfter(receivable.dueOn, LONGEST_DELAY_DAYS);

/**
 * The company asks for more time to pay.
 * @param asked.until ISO 8601 date, after the due date of now and to come
 * @param today ISO 8601 date in Europe/Paris
 * @throws Refusal `invoice-settled`, `delay-already-asked`, `invalid-fields`
 */
export const askDelay = (
  receivable: Receivable,
  asked: { until: string; reason: string },
  { now, today }: { now: string; today: string },
): Receivable => {
  if (isSettled(receivable) || receivable.status === 'unpaid') throw new Refusal('invoice-settled');
  if (receivable.delayAsked !== null) throw new Refusal('delay-already-asked');
  const latest = daysAfter(receivable.dueOn, LONGEST_DELAY_DAYS);
  const refuse = (code: string, params: Record<string, string>): Refusal =>
    new Refusal('invalid-fields', { errors: [{ path: 'until', code, params }] });
  if (asked.until <= receivable.dueOn) throw refuse('delay.not-later', { dueOn: receivable.dueOn });
  if (asked.until <= today) throw refuse('date.not-to-come', {});
  if (asked.until > latest) throw refuse('delay.too-long', { latest });
  return { ...receivable, delayAsked: { until: asked.until, reason: asked.reason, at: now } };
};

/** @throws Refusal `no-delay-asked` */
const pendingDelay = ({ delayAsked }: Receivable): NonNullable<Receivable['delayAsked']> => {
  if (delayAsked === null) throw new Refusal('no-delay-asked');
  return delayAsked;
};

/** Grants the delay that was asked for: the invoice is due then, and what is still to be sent moves with it. */
export const grantDelay = (receivable: Receivable): { receivable: Receivable; until: string } => {
  const { until } = pendingDelay(receivable);
  return { receivable: { ...receivable, dueOn: until, delayAsked: null }, until };
};

/** Declines the delay that was asked for. @throws Refusal `no-delay-asked` */
export const declineDelay = (receivable: Receivable): Receivable => {
  pendingDelay(receivable);
  return { ...receivable, delayAsked: null };
};
