import { balanceOf, type Receivable } from '../invoice/receivable.ts';

/** A part of a payment that pays an invoice. */
export type Share = { number: string; cents: number };
/** How money is spread over invoices: what each gets, and what is left over. */
export type Allocation = {
  shares: Share[];
  /** More than was owed: held as a credit of the company. */
  restCents: number;
  /** All that was owed, less, or more. */
  outcome: 'matched' | 'part' | 'over';
};

/**
 * Spreads money over invoices in the order given, each up to what is left to pay of it; never more, so what is over is
 * told apart. An invoice that is settled (paid, cancelled, waived) gets nothing.
 * @param cents above zero
 */
export const allocate = (cents: number, receivables: readonly Receivable[]): Allocation => {
  let restCents = cents;
  const shares = receivables.flatMap((receivable) => {
    const share = Math.min(restCents, balanceOf(receivable));
    restCents -= share;
    return share > 0 ? [{ number: receivable.number, cents: share }] : [];
  });
  const owed = receivables.reduce((sum, receivable) => sum + balanceOf(receivable), 0);
  if (restCents > 0) return { shares, restCents, outcome: 'over' };
  return { shares, restCents, outcome: cents < owed ? 'part' : 'matched' };
};
