import { policyOf } from '../../domain/dues/policies.ts';
import type { DuesPolicy } from '../../domain/dues/policy.ts';
import { planCollection, stepsOf } from '../../domain/invoice/collection.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import type { Receivable } from '../../domain/invoice/receivable.ts';
import type { TimelineEvent } from '../../domain/timeline/event.ts';
import { check, type Left } from './check.ts';
import type { Check } from './facts.ts';

/** Milliseconds that a state may take after the instant it was due at: answers on their way are waited for. */
const GRACE = 15 * 60_000;

/** The last time that money, a credit note or a waiver changed what is owed of an invoice. */
const lastMove = (timeline: readonly TimelineEvent[], number: string): string | undefined =>
  timeline.findLast(
    ({ happening }) =>
      ((happening.type === 'payment-received' || happening.type === 'invoice-waived') && happening.number === number) ||
      (happening.type === 'credit-note-issued' && happening.corrects === number),
  )?.at;

/** What was due of an invoice before it was settled, or by now, and was not done. */
const lateFault = (owed: Receivable, timeline: readonly TimelineEvent[], { terms }: DuesPolicy, now: string) => {
  const until = Date.parse(isSettled(owed) ? (lastMove(timeline, owed.number) ?? now) : now);
  const taken = new Set(owed.steps.map(({ step }) => step));
  const missing = stepsOf(owed, terms).filter(({ step, at }) => Date.parse(at) + GRACE < until && !taken.has(step));
  if (missing.length > 0) return `${owed.number} lacks ${missing.map(({ step }) => step).join(', ')}`;
  if (isSettled(owed) || owed.status === 'unpaid') return null;
  const { action } = planCollection(owed, terms, now);
  return action === 'wait' ? null : `${owed.number} waits, and is to ${action}`;
};

/** Every invoice that was overdue was reminded of, step by step, for as long as it was; then it counts as unpaid. */
export const checkEscalation = ({ dossiers, policies, now }: Left): Check =>
  check(
    'overdue-escalated',
    dossiers.flatMap(({ receivables, dues, timeline }) =>
      receivables.map((owed) => ({ owed, timeline, quote: dues.find(({ duesId }) => duesId === owed.duesId)?.quote })),
    ),
    ({ owed, timeline, quote }) =>
      quote === undefined
        ? `${owed.number} is of no dues`
        : lateFault(owed, timeline, policyOf(quote.policyVersion, policies), now),
  );

/** No question is left open past its due date, but reviews, which the head office is asked for then. */
export const checkQuestions = ({ dossiers, now }: Left): Check =>
  check(
    'questions-answered',
    dossiers.flatMap(({ tasks }) => tasks),
    (task) => {
      if (task.status !== 'open' || Date.parse(task.dueAt) + GRACE >= Date.parse(now)) return null;
      return task.kind === 'review-application' && task.escalatedAt !== null ? null : `${task.taskId} lies open`;
    },
  );
