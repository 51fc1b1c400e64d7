import * as z from 'zod';
import { Category } from '../company/category.ts';
import { DuesPolicy } from '../dues/policy.ts';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { ReceivableStatus } from '../invoice/receivable.ts';
import { PositiveAmount } from '../money/money.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import * as response from './dues-responses.ts';
import { cursor, limit, linkProblems, type Route, staffProblems } from './route.ts';

// Quotes, the scale, invoices and what the treasurer decides about them.

export const invoiceParams = z.strictObject({ number: InvoiceNumber });
const reason = lines(1000).min(1, 'required');

/** What dues depend on, before there is an application. Turnover in whole euros. */
export const QuoteQuery = z.strictObject({
  category: Category,
  foundedOn: z.iso.date(),
  employees: z.coerce.number().int().min(0).max(1_000_000),
  turnover: z.coerce.number().int().min(0).max(1_000_000_000_000),
  year: z.coerce.number().int().min(1900).max(2200),
});
export const InvoiceListQuery = z.strictObject({
  status: ReceivableStatus.optional(),
  /** Open and past its due date. */
  late: z.stringbool().optional(),
  /** Number, company or SIREN, in part. */
  q: z.string().trim().min(2, 'too-short').max(80, 'too-long').optional(),
  cursor,
  limit,
});
/** The whole balance when `cents` is null. */
export const WaiverBody = z.strictObject({ cents: PositiveAmount.nullable(), reason }, typed);
export const CreditNoteBody = z.strictObject({ cents: PositiveAmount.nullable(), reason }, typed);
export const DelayRequestBody = z.strictObject({ until: z.iso.date(), reason }, typed);
export const DelayDecisionBody = z.strictObject(
  { decision: z.enum(['grant', 'decline'], typed), comment: lines(1000).default('') },
  typed,
);
export const PolicyBody = z.strictObject({ policy: DuesPolicy }, typed);

const bodyProblems = ['invalid-body', 'invalid-fields'] as const;

export const DUES_ROUTES = {
  QuoteDues: {
    method: 'GET',
    path: '/dues/quote',
    caller: 'public',
    entry: 'dues/quote-dues',
    summary: 'What a company would owe if it joined today, explained line by line',
    query: QuoteQuery,
    status: 200,
    response: response.DuesQuote,
    problems: ['invalid-query'],
  },
  GetLinkDues: {
    method: 'GET',
    path: '/link/dues',
    caller: 'link',
    entry: 'dues/get-link-dues',
    summary: 'The quote, the invoices, how to pay and what was paid',
    status: 200,
    response: response.LinkDues,
    problems: linkProblems,
  },
  GetLinkInvoice: {
    method: 'GET',
    path: '/link/invoices/{number}',
    caller: 'link',
    entry: 'invoices/get-link-invoice',
    summary: 'An invoice or credit note',
    params: invoiceParams,
    status: 200,
    response: response.InvoiceDetail,
    problems: [...linkProblems, 'not-found'],
  },
  AskDelay: {
    method: 'POST',
    path: '/link/invoices/{number}/delay-request',
    caller: 'link',
    entry: 'invoices/ask-delay',
    summary: 'Ask for more time to pay',
    params: invoiceParams,
    body: DelayRequestBody,
    status: 202,
    response: response.InvoiceAccepted,
    problems: [...linkProblems, ...bodyProblems, 'not-found', 'invoice-settled', 'delay-already-asked'],
  },
  ListDuesPolicies: {
    method: 'GET',
    path: '/staff/dues-policies',
    caller: 'staff',
    entry: 'dues/list-dues-policies',
    summary: 'Every version of the scale, and which is in force',
    status: 200,
    response: response.DuesPolicyList,
    problems: staffProblems,
  },
  PreviewDuesPolicy: {
    method: 'POST',
    path: '/staff/dues-policies/preview',
    caller: 'staff',
    entry: 'dues/preview-dues-policy',
    summary: 'What a version would change for the members of today (head office)',
    body: PolicyBody,
    status: 200,
    response: response.DuesPolicyPreview,
    problems: [...staffProblems, ...bodyProblems],
  },
  PublishDuesPolicy: {
    method: 'POST',
    path: '/staff/dues-policies',
    caller: 'staff',
    entry: 'dues/publish-dues-policy',
    summary: 'Publish a version of the scale, from a day to come on (head office)',
    body: PolicyBody,
    status: 202,
    response: response.DuesPolicyAccepted,
    problems: [...staffProblems, ...bodyProblems, 'version-conflict'],
  },
  ListInvoices: {
    method: 'GET',
    path: '/staff/invoices',
    caller: 'staff',
    entry: 'invoices/list-invoices',
    summary: 'Invoices and credit notes, the newest first',
    query: InvoiceListQuery,
    status: 200,
    response: response.StaffInvoicePage,
    problems: [...staffProblems, 'invalid-query'],
  },
  GetInvoice: {
    method: 'GET',
    path: '/staff/invoices/{number}',
    caller: 'staff',
    entry: 'invoices/get-invoice',
    summary: 'One invoice with all that came of it',
    params: invoiceParams,
    status: 200,
    response: response.StaffInvoice,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  WaiveInvoice: {
    method: 'POST',
    path: '/staff/invoices/{number}/waiver',
    caller: 'staff',
    entry: 'invoices/waive-invoice',
    summary: 'Give up what is owed, in whole or in part, with a reason (treasurer)',
    params: invoiceParams,
    body: WaiverBody,
    idempotent: true,
    status: 202,
    response: response.InvoiceAccepted,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'invoice-settled', 'idempotency-key-reused'],
  },
  CreditInvoice: {
    method: 'POST',
    path: '/staff/invoices/{number}/credit-note',
    caller: 'staff',
    entry: 'invoices/credit-invoice',
    summary: 'Cancel an invoice in whole or in part by a credit note (treasurer)',
    params: invoiceParams,
    body: CreditNoteBody,
    idempotent: true,
    status: 202,
    response: response.CreditNoteAccepted,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'invoice-settled', 'idempotency-key-reused'],
  },
  DecideDelay: {
    method: 'POST',
    path: '/staff/invoices/{number}/delay',
    caller: 'staff',
    entry: 'invoices/decide-delay',
    summary: 'Grant or decline the delay that the company asks for (treasurer)',
    params: invoiceParams,
    body: DelayDecisionBody,
    status: 202,
    response: response.InvoiceAccepted,
    problems: [...staffProblems, ...bodyProblems, 'not-found', 'no-delay-asked'],
  },
} as const satisfies Record<string, Route>;
