import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { DuesPolicy } from '../dues/policy.ts';
import { Quote } from '../dues/quote-line.ts';
import { Invoice, InvoiceKind, InvoiceNumber } from '../invoice/invoice.ts';
import { Receivable, ReceivableStatus } from '../invoice/receivable.ts';
import { Amount, Cents } from '../money/money.ts';
import { Payment, PaymentMethod } from '../payment/payment.ts';

// What the API answers of dues, invoices, payments and the ledger. Amounts in integer cents, days in Europe/Paris.

const instant = z.iso.datetime();
const day = z.iso.date();
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const DuesQuote = Quote;

/** How an invoice is paid by transfer: everything a banking app needs, and what its QR code says (EPC069-12). */
export const TransferDetails = z.object({
  name: z.string(),
  iban: z.string(),
  bic: z.string(),
  reference: z.string(),
  cents: Amount,
  qr: z.string(),
});

/** What a company was paid for, as it may read it. */
export const Receipt = z.object({
  paymentId: z.string(),
  method: PaymentMethod,
  receivedOn: day,
  cents: Amount,
  reversedOn: day.nullable(),
});

/** An invoice or credit note as the company sees it. */
export const LinkInvoice = z.object({
  number: InvoiceNumber,
  kind: InvoiceKind,
  issuedOn: day,
  dueOn: day,
  totalCents: Amount,
  /** Null on a credit note. */
  status: ReceivableStatus.nullable(),
  balanceCents: Amount,
  corrects: InvoiceNumber.nullable(),
  /** Null when there is nothing (left) to pay. */
  transfer: TransferDetails.nullable(),
  receipts: z.array(Receipt),
  delayAsked: z.object({ until: day, reason: z.string() }).nullable(),
  /** Latest day a delay may be asked until; null when none may be asked. */
  delayableUntil: day.nullable(),
});
export type LinkInvoice = z.infer<typeof LinkInvoice>;

export const LinkDues = z.object({
  /** What is quoted for the dossier now; null once it is closed without a membership. */
  quote: Quote.nullable(),
  invoices: z.array(LinkInvoice),
  /** Held for the company: paid beyond what it owed, in cents. */
  heldCents: Amount,
  /** True when cards are taken online. */
  cardPayment: z.boolean(),
});
export type LinkDues = z.infer<typeof LinkDues>;

export const InvoiceDetail = Invoice;

/** A line of the staff's list of invoices. */
export const StaffInvoiceSummary = z.object({
  number: InvoiceNumber,
  kind: InvoiceKind,
  companyName: z.string(),
  siren: z.string(),
  applicationId: z.string(),
  memberNumber: z.string().nullable(),
  antenna: AntennaCode.nullable(),
  issuedOn: day,
  dueOn: day,
  totalCents: Amount,
  balanceCents: Amount,
  status: ReceivableStatus.nullable(),
  delayAsked: z.boolean(),
});
export type StaffInvoiceSummary = z.infer<typeof StaffInvoiceSummary>;
export const StaffInvoicePage = page(StaffInvoiceSummary);

/** One invoice with all that came of it. */
export const StaffInvoice = z.object({
  invoice: Invoice,
  /** Null on a credit note. */
  receivable: Receivable.omit({ token: true }).nullable(),
  balanceCents: Amount,
  creditNotes: z.array(z.object({ number: InvoiceNumber, issuedOn: day, totalCents: Amount, reason: z.string() })),
  payments: z.array(Payment),
  /** What the treasurer may do now. */
  may: z.object({ waive: z.boolean(), credit: z.boolean(), pay: z.boolean(), decideDelay: z.boolean() }),
});
export type StaffInvoice = z.infer<typeof StaffInvoice>;

export const InvoiceAccepted = z.object({ number: InvoiceNumber, status: ReceivableStatus, balanceCents: Amount });
export const CreditNoteAccepted = InvoiceAccepted.extend({ creditNote: InvoiceNumber });

export const DuesPolicyList = z.object({
  /** The oldest first. */
  items: z.array(DuesPolicy),
  /** Version in force today. */
  inForce: z.string(),
});
/** What a version would change for the members of today, at their next renewal. */
export const DuesPolicyPreview = z.object({
  faults: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  members: z.int(),
  beforeCents: Cents,
  afterCents: Cents,
  changes: z.array(
    z.object({
      memberNumber: z.string(),
      companyName: z.string(),
      antenna: AntennaCode,
      beforeCents: Amount,
      afterCents: Amount,
    }),
  ),
});
export type DuesPolicyPreview = z.infer<typeof DuesPolicyPreview>;
export const DuesPolicyAccepted = z.object({ version: z.string(), from: day });

/** What became of a line of a bank statement. */
export const BankLineState = z.enum([
  /** Waits for its turn. */
  'pending',
  /** Its reference found one invoice, and paid it exactly. */
  'matched',
  /** Less than is owed: a part payment. */
  'part',
  /** More than is owed: the rest is held for the company. */
  'over',
  /** Waits for a person; there may be proposals. */
  'unknown',
  /** Money that left: not ours to match. */
  'debit',
  /** Not in euros: waits for a person at the bank. */
  'other-currency',
  /** A payment the bank took back. */
  'reversal',
  /** In the books already, from this file or another. */
  'known',
  /** Set aside by a person, with a reason. */
  'dismissed',
]);
export type BankLineState = z.infer<typeof BankLineState>;

export const BankLine = z.object({
  lineId: z.string(),
  statementId: z.string(),
  bookedOn: day,
  /** Negative for debits and reversals. */
  cents: Cents,
  currency: z.string(),
  payer: z.string().nullable(),
  reference: z.string().nullable(),
  remittance: z.string(),
  state: BankLineState,
  invoices: z.array(z.object({ number: InvoiceNumber, cents: Amount })),
  heldCents: Amount,
  note: z.string(),
});
export type BankLine = z.infer<typeof BankLine>;

/** A line that waits for a person, with the invoices it may pay: the best first. */
export const BankLineToMatch = BankLine.extend({
  proposals: z.array(
    z.object({
      number: InvoiceNumber,
      companyName: z.string(),
      balanceCents: Amount,
      /** Why: the same amount, a name alike, the reference but for a slip. */
      reasons: z.array(z.enum(['amount', 'name', 'reference'])),
    }),
  ),
});
export type BankLineToMatch = z.infer<typeof BankLineToMatch>;
export const BankLinePage = page(BankLine);
export const BankLineQueue = page(BankLineToMatch);

/** A file that was sent: how far its lines are. */
export const BankStatement = z.object({
  statementId: z.string(),
  fileName: z.string(),
  uploadedAt: instant,
  uploadedBy: z.string(),
  /** Statements (Stmt) in the file, with the days and balances each gives. */
  statements: z.array(
    z.object({ id: z.string(), from: day.nullable(), to: day.nullable(), closingCents: Cents.nullable() }),
  ),
  lines: z.int(),
  done: z.int(),
  /** How many lines ended in each state. */
  counts: z.partialRecord(BankLineState, z.int()),
  status: z.enum(['running', 'done', 'failed']),
});
export type BankStatement = z.infer<typeof BankStatement>;
export const BankStatementPage = page(BankStatement);
export const BankStatementAccepted = z.object({
  statementId: z.string(),
  lines: z.int(),
  /** True when this very file was sent before: nothing was done again. */
  known: z.boolean(),
});

export const HeldCredit = z.object({
  paymentId: z.string(),
  applicationId: z.string(),
  companyName: z.string(),
  receivedOn: day,
  heldCents: Amount,
});
export const HeldCreditPage = page(HeldCredit);
export const PaymentAccepted = z.object({ paymentId: z.string(), heldCents: Amount });

/** What is owed by age, in days past the due date. */
export const AGE_BUCKETS = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;
export const AgedBalance = z.object({
  on: day,
  totals: z.record(z.enum(AGE_BUCKETS), Amount),
  items: z.array(
    z.object({
      applicationId: z.string(),
      companyName: z.string(),
      memberNumber: z.string().nullable(),
      antenna: AntennaCode.nullable(),
      buckets: z.record(z.enum(AGE_BUCKETS), Amount),
      totalCents: Amount,
    }),
  ),
});
export type AgedBalance = z.infer<typeof AgedBalance>;

/** A member's or applicant's account: every movement, with the running balance (what they owe, in cents). */
export const AccountStatement = z.object({
  applicationId: z.string(),
  companyName: z.string(),
  items: z.array(
    z.object({
      date: day,
      piece: z.string(),
      label: z.string(),
      debitCents: Amount,
      creditCents: Amount,
      balanceCents: Cents,
    }),
  ),
  balanceCents: Cents,
});
export const CheckoutStarted = z.object({ url: z.url() });
