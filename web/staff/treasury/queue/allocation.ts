/** What a line would pay if it were matched to these invoices, in their order. Amounts in cents. */
export type Allocation = {
  /** What each invoice gets. */
  shares: { number: string; cents: number }[];
  /** What is left of the line, and held for the company. */
  heldCents: number;
  /** What stays to be paid of the invoices. */
  leftCents: number;
};

/** Spreads a line over invoices, each in full before the next. @param cents of the line */
export const allocationOf = (
  cents: number,
  invoices: readonly { number: string; balanceCents: number }[],
): Allocation => {
  let rest = cents;
  const shares = invoices.map(({ number, balanceCents }) => {
    const share = Math.min(rest, balanceCents);
    rest -= share;
    return { number, cents: share };
  });
  const owed = invoices.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  return { shares, heldCents: rest, leftCents: owed - (cents - rest) };
};
