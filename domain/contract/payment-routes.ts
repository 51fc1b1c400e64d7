import * as z from 'zod';
import { MOST_INVOICES } from '../bank/match.ts';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { PositiveAmount } from '../money/money.ts';
import { PaymentMethod } from '../payment/payment.ts';
import { line, lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import * as response from './dues-responses.ts';
import { invoiceParams } from './dues-routes.ts';
import { cursor, limit, linkProblems, type Route, staffProblems } from './route.ts';

// Money that comes in: bank statements, payments by hand, cards online, and what is held for a company.

const reason = lines(1000).min(1, 'required');
const id = z.string().min(1).max(200);
const bodyProblems = ['invalid-body', 'invalid-fields'] as const;

/** The query of an upload: the body is the file itself. */
export const StatementQuery = z.strictObject({ fileName: line(200).default('camt.053.xml') });
export const StatementLinesQuery = z.strictObject({ state: response.BankLineState.optional(), cursor, limit });
export const QueueQuery = z.strictObject({ cursor, limit });
/** Which invoices a line pays, in order; what is left over is held for the company of the first. */
export const MatchBody = z.strictObject(
  { numbers: z.array(InvoiceNumber).min(1, 'required').max(MOST_INVOICES, 'too-many') },
  typed,
);
export const DismissBody = z.strictObject({ reason }, typed);
export const PaymentBody = z.strictObject(
  {
    method: PaymentMethod.extract(['cheque', 'card', 'transfer']),
    cents: PositiveAmount,
    receivedOn: z.iso.date(),
    note: lines(500).default(''),
  },
  typed,
);
export const RefundBody = z.strictObject({ cents: PositiveAmount.nullable(), reason }, typed);
export const UseCreditBody = z.strictObject({ number: InvoiceNumber }, typed);

export const PAYMENT_ROUTES = {
  UploadBankStatement: {
    method: 'POST',
    path: '/staff/bank-statements',
    caller: 'staff',
    entry: 'bank/upload-bank-statement',
    summary: 'Take a camt.053 file, as XML or gzipped XML; its lines are matched afterwards (treasurer)',
    query: StatementQuery,
    file: ['application/xml', 'text/xml', 'application/gzip'],
    status: 202,
    response: response.BankStatementAccepted,
    problems: [
      ...staffProblems,
      'body-too-large',
      'unsupported-media-type',
      'not-xml',
      'not-camt053',
      'other-account',
      'invalid-fields',
      'invalid-query',
    ],
  },
  ListBankStatements: {
    method: 'GET',
    path: '/staff/bank-statements',
    caller: 'staff',
    entry: 'bank/list-bank-statements',
    summary: 'Files that were sent, the newest first (treasurer)',
    query: QueueQuery,
    status: 200,
    response: response.BankStatementPage,
    problems: [...staffProblems, 'invalid-query'],
  },
  GetBankStatement: {
    method: 'GET',
    path: '/staff/bank-statements/{id}',
    caller: 'staff',
    entry: 'bank/get-bank-statement',
    summary: 'How far a file is (treasurer)',
    params: z.strictObject({ id }),
    status: 200,
    response: response.BankStatement,
    problems: [...staffProblems, 'not-found'],
  },
  ListBankLines: {
    method: 'GET',
    path: '/staff/bank-statements/{id}/lines',
    caller: 'staff',
    entry: 'bank/list-bank-lines',
    summary: 'The lines of a file and what became of each (treasurer)',
    params: z.strictObject({ id }),
    query: StatementLinesQuery,
    status: 200,
    response: response.BankLinePage,
    problems: [...staffProblems, 'not-found', 'invalid-query'],
  },
  ListUnmatchedLines: {
    method: 'GET',
    path: '/staff/bank-lines',
    caller: 'staff',
    entry: 'bank/list-unmatched-lines',
    summary: 'Lines that wait for a person, with the invoices each may pay (treasurer)',
    query: QueueQuery,
    status: 200,
    response: response.BankLineQueue,
    problems: [...staffProblems, 'invalid-query'],
  },
  MatchBankLine: {
    method: 'POST',
    path: '/staff/bank-lines/{id}/match',
    caller: 'staff',
    entry: 'bank/match-bank-line',
    summary: 'Say which invoices a line pays (treasurer)',
    params: z.strictObject({ id }),
    body: MatchBody,
    status: 202,
    response: response.BankLine,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'line-closed', 'invoice-settled'],
  },
  DismissBankLine: {
    method: 'POST',
    path: '/staff/bank-lines/{id}/dismissal',
    caller: 'staff',
    entry: 'bank/dismiss-bank-line',
    summary: 'Set aside a line that is not ours to match, with a reason (treasurer)',
    params: z.strictObject({ id }),
    body: DismissBody,
    status: 202,
    response: response.BankLine,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'line-closed'],
  },
  PayInvoice: {
    method: 'POST',
    path: '/staff/invoices/{number}/payment',
    caller: 'staff',
    entry: 'payments/pay-invoice',
    summary: 'Enter a payment by hand, with who and why (treasurer)',
    params: invoiceParams,
    body: PaymentBody,
    idempotent: true,
    status: 202,
    response: response.InvoiceAccepted,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'invoice-settled', 'idempotency-key-reused'],
  },
  ListHeldCredits: {
    method: 'GET',
    path: '/staff/held-credits',
    caller: 'staff',
    entry: 'payments/list-held-credits',
    summary: 'What is held for companies that paid more than they owed (treasurer)',
    query: QueueQuery,
    status: 200,
    response: response.HeldCreditPage,
    problems: [...staffProblems, 'invalid-query'],
  },
  RefundCredit: {
    method: 'POST',
    path: '/staff/payments/{id}/refund',
    caller: 'staff',
    entry: 'payments/refund-credit',
    summary: 'Record that what is held was paid back, in whole or in part (treasurer)',
    params: z.strictObject({ id }),
    body: RefundBody,
    idempotent: true,
    status: 202,
    response: response.PaymentAccepted,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'nothing-held', 'idempotency-key-reused'],
  },
  UseCredit: {
    method: 'POST',
    path: '/staff/payments/{id}/use',
    caller: 'staff',
    entry: 'payments/use-credit',
    summary: 'Pay an invoice of the same company from what is held (treasurer)',
    params: z.strictObject({ id }),
    body: UseCreditBody,
    idempotent: true,
    status: 202,
    response: response.PaymentAccepted,
    problems: [
      ...staffProblems,
      ...bodyProblems,
      'not-found',
      'nothing-held',
      'invoice-settled',
      'idempotency-key-reused',
    ],
  },
  StartCheckout: {
    method: 'POST',
    path: '/link/invoices/{number}/checkout',
    caller: 'link',
    entry: 'payments/start-checkout',
    summary: 'Pay what is left of an invoice by card, on the pages of Stripe',
    params: invoiceParams,
    status: 202,
    response: response.CheckoutStarted,
    problems: [...linkProblems, 'not-found', 'invoice-settled', 'card-payment-off', 'unavailable'],
  },
  TakeStripeEvent: {
    method: 'POST',
    path: '/stripe-events',
    caller: 'public',
    entry: 'payments/take-stripe-event',
    summary: 'Webhook of Stripe: signed, and safe to deliver twice',
    // The signature is of the bytes as they were sent, so they are read before the JSON they hold.
    file: ['application/json'],
    status: 200,
    response: z.object({ received: z.literal(true) }),
    problems: ['invalid-signature', 'invalid-body', 'body-too-large', 'unsupported-media-type', 'card-payment-off'],
  },
} as const satisfies Record<string, Route>;
