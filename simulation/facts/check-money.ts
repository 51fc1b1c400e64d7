import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';
import { ACCOUNTS, type LedgerEntry } from '../../domain/ledger/entry.ts';
import { sharesOf } from '../../domain/payment/payment.ts';
import { check, type Left, repeated } from './check.ts';
import type { Check } from './facts.ts';

const debits = ({ lines }: LedgerEntry): number => lines.reduce((sum, line) => sum + line.debitCents, 0);
const credits = ({ lines }: LedgerEntry): number => lines.reduce((sum, line) => sum + line.creditCents, 0);

/** What an account holds after entries: debits less credits, in cents. */
const balance = (entries: readonly LedgerEntry[], account: string): number =>
  entries
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => (line.account === account ? sum + line.debitCents - line.creditCents : sum), 0);

/** Every invoice is what was paid, credited and waived of it, and what is still open; and payments are what they paid. */
export const checkConservation = ({ dossiers }: Left): Check => {
  const faultOf = (owed: Receivable, paid: number): string | null => {
    const open = balanceOf(owed);
    const { number, status, paidCents } = owed;
    if (open < 0) return `${number} has ${open} cents left`;
    if (paidCents !== paid) return `${number} was paid ${paidCents} cents, by payments of ${paid}`;
    const settled = status === 'paid' || status === 'waived' || status === 'cancelled';
    return settled === (open === 0) ? null : `${number} is ${status}, with ${open} cents left`;
  };
  return check(
    'dues-conserved',
    dossiers.flatMap(({ receivables, payments }) => receivables.map((owed) => ({ owed, payments }))),
    ({ owed, payments }) => {
      const shares = payments
        .filter(({ reversedOn }) => reversedOn === null)
        .flatMap(({ allocations }) => allocations.filter(({ number }) => number === owed.number));
      return faultOf(owed, sharesOf(shares));
    },
  );
};

/** The journal balances, entry by entry and against what is owed and held. */
export const checkJournal = ({ dossiers, ledger }: Left): Check => {
  const owed = dossiers.flatMap(({ receivables }) => receivables).reduce((sum, one) => sum + balanceOf(one), 0);
  const held = dossiers.flatMap(({ payments }) => payments).reduce((sum, { heldCents }) => sum + heldCents, 0);
  const inJournal = balance(ledger, ACCOUNTS.receivable);
  const heldInJournal = -balance(ledger, ACCOUNTS.held);
  const entries = check('journal-balanced', ledger, (entry) =>
    debits(entry) === credits(entry) ? null : `${entry.key} does not balance`,
  );
  return {
    ...entries,
    failures: [
      ...entries.failures,
      ...(inJournal === owed ? [] : [`members owe ${owed} cents, and ${inJournal} in the journal`]),
      ...(heldInJournal === held ? [] : [`${held} cents are held, and ${heldInJournal} in the journal`]),
    ],
  };
};

/** Numbers of invoices and credit notes are given without a gap, and no later one is dated before an earlier one. */
export const checkNumbers = ({ ledger }: Left): Check => {
  const issued = ledger
    .filter(({ key }) => /^(invoice|credit-note):/.test(key))
    .map(({ piece, date }) => ({ series: piece.slice(0, 5), count: Number(piece.slice(-6)), piece, date }))
    .sort((a, b) => (a.piece < b.piece ? -1 : 1));
  return check('numbers-gapless', issued, ({ series, count, piece, date }) => {
    const before = issued.find((other) => other.series === series && other.count === count - 1);
    if (count > 1 && before === undefined) return `${piece} follows none`;
    return before !== undefined && before.date > date ? `${piece} is dated before the one before it` : null;
  });
};

/** Nobody is charged twice for a period: of the invoices for it, one at most is not cancelled. */
export const checkCharges = ({ dossiers }: Left): Check => {
  const charged = dossiers.flatMap(({ receivables, dues, application }) =>
    receivables
      .filter(({ status }) => status !== 'cancelled')
      .map((owed) => {
        const period = dues.find(({ duesId }) => duesId === owed.duesId)?.period;
        return `${application.form.company.siren} ${period?.from}`;
      }),
  );
  return { ...check('charged-once', repeated(charged), (key) => `${key} twice`), looked: charged.length };
};
