import * as z from 'zod';
import { CURRENCY } from '../money/money.ts';
import { invoiceNumberOf, invoicesNamed, invoicesReferredTo, referenceFault } from '../payment/reference.ts';
import type { StatementLine } from './line.ts';

/** How a line names the invoices it pays. A number has no check, so it counts only beside the very amount. */
export type Naming =
  | { by: 'reference' | 'number'; numbers: string[] }
  /** It names none; or tries to, with a reference whose check is wrong. */
  | { by: 'nothing' | 'wrong-check'; numbers: [] };

/**
 * The invoices a line names: by the references set apart for it, else by those in the text, else in what the payer calls
 * the transfer; else by numbers of invoices in the text.
 */
export const namedBy = ({ references, remittance, endToEndId }: StatementLine): Naming => {
  const apart = [...new Set(references.flatMap((reference) => invoiceNumberOf(reference) ?? []))];
  if (apart.length > 0) return { by: 'reference', numbers: apart };
  const referred = [remittance, endToEndId ?? ''].map(invoicesReferredTo).find((found) => found.length > 0);
  if (referred !== undefined) return { by: 'reference', numbers: referred };
  const numbers = invoicesNamed([...references, remittance].join(' '));
  if (numbers.length > 0) return { by: 'number', numbers };
  const slips = references.some((reference) => referenceFault(reference) === 'reference.checksum');
  return { by: slips ? 'wrong-check' : 'nothing', numbers: [] };
};

/**
 * Most invoices that one line pays. Each may be another company's, which has a payment of its own: with its entry, its line of
 * the timeline and its mail six items, and a transaction takes a hundred.
 */
export const MOST_INVOICES = 16;

/** Why a line is where it is. A sentence in each language: domain/bank/text.ts. */
export const Why = z.enum([
  'by-reference',
  'by-number',
  'by-person',
  'nothing-owed',
  'no-reference',
  'wrong-check',
  'no-such-invoice',
  'too-many-invoices',
  'number-other-amount',
  'debit',
  'other-currency',
  'returned',
  'reversal',
  'taken-back',
  'nothing-to-reverse',
  'known',
  'set-aside',
]);
export type Why = z.infer<typeof Why>;

/** What is to be done with a line, before the books are looked at. */
export type Course =
  /** Leave it: it is none of ours. */
  | { course: 'leave'; state: 'debit' | 'other-currency'; why: Why }
  /** Take back the payment it reverses. */
  | { course: 'reverse' }
  /** Pay the invoices it names. */
  | { course: 'pay'; by: 'reference' | 'number'; numbers: string[] }
  /** Keep it for a person. */
  | { course: 'ask'; why: Why };

/** What a line calls for, as far as the line itself says. */
export const courseOf = (line: StatementLine): Course => {
  if (line.currency !== CURRENCY) return { course: 'leave', state: 'other-currency', why: 'other-currency' };
  if (line.kind === 'debit') return { course: 'leave', state: 'debit', why: 'debit' };
  if (line.kind === 'reversal') return { course: 'reverse' };
  if (line.kind === 'return') return { course: 'ask', why: 'returned' };
  const { by, numbers } = namedBy(line);
  if (numbers.length > MOST_INVOICES) return { course: 'ask', why: 'too-many-invoices' };
  if (by === 'reference' || by === 'number') return { course: 'pay', by, numbers };
  return { course: 'ask', why: by === 'wrong-check' ? 'wrong-check' : 'no-reference' };
};
