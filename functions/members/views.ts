import type * as z from 'zod';
import type { MemberDues } from '../../domain/contract/directory-responses.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import type { StoredReceivable } from '../data/receivables.ts';
import { invoiceSummaryView } from '../invoices/views.ts';

const sum = (receivables: readonly StoredReceivable[]): number =>
  receivables.reduce((cents, receivable) => cents + balanceOf(receivable), 0);

/** What a member owes. @param today ISO 8601 date in Europe/Paris */
export const memberDuesView = (
  receivables: readonly StoredReceivable[],
  today: string,
): z.input<typeof MemberDues> => ({
  balanceCents: sum(receivables),
  lateCents: sum(receivables.filter(({ dueOn }) => dueOn < today)),
  invoices: receivables.map(invoiceSummaryView).reverse(),
});
