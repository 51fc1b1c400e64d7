import * as z from 'zod';
import * as response from './dues-responses.ts';
import { invoiceParams } from './dues-routes.ts';
import { linkProblems, type Route, staffProblems } from './route.ts';

// Documents and exports: invoices as Factur-X, the journal as the law wants it, and what is owed by age.

/** FEC: fichier des écritures comptables (article A47 A-1 LPF), of one financial year. */
export const ExportQuery = z.strictObject({
  format: z.enum(['fec', 'csv']),
  year: z.coerce.number().int().min(2017).max(2200),
});
/** A file: its bytes stand in the body. */
const file = z.instanceof(Uint8Array);

export const LEDGER_ROUTES = {
  GetLinkInvoicePdf: {
    method: 'GET',
    path: '/link/invoices/{number}/pdf',
    caller: 'link',
    entry: 'documents/get-link-invoice-pdf',
    summary: 'An invoice or credit note as Factur-X: PDF/A-3 with its XML inside',
    params: invoiceParams,
    status: 200,
    answersWith: ['application/pdf'],
    response: file,
    problems: [...linkProblems, 'not-found'],
  },
  GetLinkInvoiceXml: {
    method: 'GET',
    path: '/link/invoices/{number}/xml',
    caller: 'link',
    entry: 'documents/get-link-invoice-xml',
    summary: 'The XML of an invoice or credit note (Cross Industry Invoice, EN 16931)',
    params: invoiceParams,
    status: 200,
    answersWith: ['application/xml'],
    response: file,
    problems: [...linkProblems, 'not-found'],
  },
  GetInvoicePdf: {
    method: 'GET',
    path: '/staff/invoices/{number}/pdf',
    caller: 'staff',
    entry: 'documents/get-invoice-pdf',
    summary: 'An invoice or credit note as Factur-X: PDF/A-3 with its XML inside',
    params: invoiceParams,
    status: 200,
    answersWith: ['application/pdf'],
    response: file,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  GetInvoiceXml: {
    method: 'GET',
    path: '/staff/invoices/{number}/xml',
    caller: 'staff',
    entry: 'documents/get-invoice-xml',
    summary: 'The XML of an invoice or credit note (Cross Industry Invoice, EN 16931)',
    params: invoiceParams,
    status: 200,
    answersWith: ['application/xml'],
    response: file,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  GetAgedBalance: {
    method: 'GET',
    path: '/staff/aged-balance',
    caller: 'staff',
    entry: 'ledger/get-aged-balance',
    summary: 'What is owed, by age (treasurer)',
    status: 200,
    response: response.AgedBalance,
    problems: staffProblems,
  },
  GetAccountStatement: {
    method: 'GET',
    path: '/staff/applications/{id}/account',
    caller: 'staff',
    entry: 'ledger/get-account-statement',
    summary: 'Every movement of a company’s account, with the running balance',
    params: z.strictObject({ id: z.uuid() }),
    status: 200,
    response: response.AccountStatement,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  ExportLedger: {
    method: 'GET',
    path: '/staff/ledger',
    caller: 'staff',
    entry: 'ledger/export-ledger',
    summary: 'The journal of a year, as FEC or CSV (treasurer)',
    query: ExportQuery,
    status: 200,
    answersWith: ['text/plain', 'text/csv'],
    response: file,
    problems: [...staffProblems, 'invalid-query', 'file-too-large'],
  },
} as const satisfies Record<string, Route>;
