import type * as z from 'zod';
import type { Language } from '../../domain/application/form.ts';
import type { StatementLine } from '../../domain/bank/line.ts';
import { type OpenInvoices, proposalsFor } from '../../domain/bank/proposals.ts';
import type { StoredLine } from '../../domain/bank/stored.ts';
import { whyText } from '../../domain/bank/text.ts';
import type { BankLine, BankLineToMatch } from '../../domain/contract/dues-responses.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';

type View = z.input<typeof BankLine>;

const common = (line: StatementLine) => ({
  lineId: line.lineId,
  bookedOn: line.bookedOn,
  cents: line.cents,
  currency: line.currency,
  payer: line.payer,
  reference: line.references[0] ?? null,
  remittance: line.remittance,
});

/** A line that waits for its turn. */
export const pendingLineView = (line: StatementLine, statementId: string): View => ({
  ...common(line),
  statementId,
  state: 'pending',
  invoices: [],
  heldCents: 0,
  note: '',
});

/** A line as the treasurer sees it: what became of it and why, and what whoever dealt with it said. */
export const bankLineView = (line: StoredLine, language: Language): View => ({
  ...common(line),
  statementId: line.statementId,
  state: line.state,
  invoices: line.invoices,
  heldCents: line.heldCents,
  note: [whyText(line.why, language), line.comment].filter((part) => part !== '').join(' '),
});

/** A line that waits for a person, with the invoices it may pay. */
export const lineToMatchView = (
  line: StoredLine,
  open: OpenInvoices,
  language: Language,
): z.input<typeof BankLineToMatch> => ({
  ...bankLineView(line, language),
  // Money that was taken back, or in another currency, pays nothing.
  proposals: (line.cents > 0 && line.state === 'unknown' ? proposalsFor(line, open) : []).map(
    ({ receivable, reasons }) => ({
      number: receivable.number,
      companyName: receivable.companyName,
      balanceCents: balanceOf(receivable),
      reasons,
    }),
  ),
});
