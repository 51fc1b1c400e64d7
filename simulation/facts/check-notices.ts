import type { MessageName } from '../../domain/mail/messages.ts';
import { sirenAt } from '../people/companies.ts';
import { check, grouped, type Left, repeated } from './check.ts';
import type { Check } from './facts.ts';

/** What tells one notice to a company from the next of its kind: the invoice, the period, the day. */
const occasionOf = (message: MessageName, data: Record<string, string>): string => {
  const { number, from, to, dueOn, effectiveOn, dueAt, amount, paid, memberNumber } = data;
  switch (message) {
    // One before the due date and one on it: the same text, of another day.
    case 'payment-due':
    case 'payment-late':
      return '';
    case 'confirm-email':
    case 'changes-requested':
      return dueAt ?? '';
    case 'payment-received':
    case 'dues-settled':
      return `${number} ${amount ?? ''} ${paid ?? ''}`;
    case 'membership-lapsed':
      return memberNumber ?? '';
    default:
      return [number, from, to, dueOn, effectiveOn].join(' ');
  }
};

/** Each notice reaches a company once: of an occasion there is one mail. Reminders are counted by {@link remindersFault}. */
export const checkNotices = (left: Left): Check => {
  // Staff are told each week of what waits, though it be the same as the week before.
  const told = left.mails.filter(({ to }) => sirenAt(to) !== null);
  const keys = told.map(({ to, message, data, at }) => {
    const occasion = occasionOf(message, data);
    return `${to} ${message} ${occasion === '' ? `${data.number} ${at.slice(0, 10)}` : occasion}`;
  });
  const twice = repeated(keys);
  const mailed = left.mails.filter(({ message }) => message === 'payment-due' || message === 'payment-late');
  const byInvoice = grouped(mailed, ({ data }) => data.number ?? '');
  const reminders = left.dossiers.flatMap(({ receivables }) =>
    receivables.flatMap(({ number, steps }) => {
      const taken = steps.filter(({ step, skipped }) => step.startsWith('reminder:') && skipped !== true).length;
      const sent = byInvoice.get(number)?.length ?? 0;
      // A reminder that fell due in the moment its invoice was paid is taken, and not sent.
      return sent <= taken ? [] : [`${number} was reminded of ${sent} times in ${taken} steps`];
    }),
  );
  const failures = [...twice, ...reminders];
  return { ...check('notice-once', failures, (failure) => failure), looked: keys.length };
};
