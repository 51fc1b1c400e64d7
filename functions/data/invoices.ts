import * as z from 'zod';
import { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { awaitingPayment } from '../../domain/application/lifecycle.ts';
import { Dues } from '../../domain/dues/dues.ts';
import type { DuesPolicy } from '../../domain/dues/policy.ts';
import { Refusal } from '../../domain/errors.ts';
import { Invoice } from '../../domain/invoice/invoice.ts';
import {
  creditNote,
  type Holder,
  issueInvoice,
  nextInSeries,
  type Series,
  seriesYear,
} from '../../domain/invoice/issue.ts';
import { creditReceivable } from '../../domain/invoice/moves.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';
import { creditNoteIssued, invoiceIssued } from '../../domain/ledger/postings.ts';
import type { Actor } from '../../domain/task/task.ts';
import { changeApplication } from './applications.ts';
import { NumberTaken, WriteConflict } from './errors.ts';
import {
  applicationPartition,
  creditNoteIndexes,
  DUES_PREFIX,
  duesKey,
  INVOICE_PREFIX,
  INVOICES,
  invoiceCounterKey,
  invoiceKey,
  invoicePlaceKey,
} from './keys.ts';
import { ledgerWrite } from './ledger.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { changeReceivable, dossierOf, newReceivableWrite, StoredReceivable } from './receivables.ts';
import { get, list, type Write } from './table.ts';

const Counter = z.object({ value: z.int().nonnegative(), lastIssuedOn: z.iso.date() });

/**
 * An invoice or a credit note, strongly consistent; null when there is none of this number.
 * @param dossier the one it lies in, where that is known: it need not be found first
 */
export const findInvoice = async (number: string, dossier?: string): Promise<Invoice | null> => {
  const applicationId = dossier ?? (await dossierOf(number));
  return applicationId === null ? null : get(invoiceKey(applicationId, number), Invoice);
};

/** @throws Refusal `not-found` */
export const getInvoice = async (number: string, dossier?: string): Promise<Invoice> => {
  const invoice = await findInvoice(number, dossier);
  if (invoice === null) throw new Refusal('not-found');
  return invoice;
};

/** Every invoice and credit note of a dossier: credit notes first, each series in its order. */
export const listInvoices = (applicationId: string): Promise<Invoice[]> =>
  list({ pk: applicationPartition(applicationId), prefix: INVOICE_PREFIX }, Invoice);

/** A line of the list of all: an invoice by what is owed of it, a credit note by itself. */
const Listed = z.union([StoredReceivable, Invoice.extend({ antenna: AntennaCode.nullable() })]);
export type ListedInvoice = z.infer<typeof Listed>;

/** Invoices and credit notes, the newest first. @param keep leaves out what was not asked for */
export const listAllInvoices = (
  page: PageRequest,
  keep: (listed: ListedInvoice) => boolean,
): Promise<Page<ListedInvoice>> => readPage('GSI1', { pk: INVOICES, newestFirst: true }, Listed, page, keep);

/** The dues of that key; null when they were never quoted. */
export const findDues = (applicationId: string, duesId: string): Promise<Dues | null> =>
  get(duesKey(applicationId, duesId), Dues);

/** All dues that were quoted for a dossier. */
export const listDues = (applicationId: string): Promise<Dues[]> =>
  list({ pk: applicationPartition(applicationId), prefix: DUES_PREFIX }, Dues);

/** The write of dues as they become; of dues nobody quoted yet when `before` is null. */
export const duesWrite = (before: Dues | null, dues: Dues): Write => ({
  put: { ...duesKey(dues.applicationId, dues.duesId), ...dues },
  ...(before === null
    ? { condition: 'attribute_not_exists(PK)' }
    : { condition: '#number = :read', names: { '#number': 'number' }, values: { ':read': before.number } }),
  otherwise: () => new WriteConflict(`The dues ${dues.duesId} were changed by another.`),
});

/** The series a document takes its number from, and the write that moves it: it fails when another took the number. */
const takeNumber = async (
  kind: Invoice['kind'],
  now: string,
): Promise<{ place: { number: string } & Series; write: Write }> => {
  const key = invoiceCounterKey(kind, seriesYear(now));
  const series = await get(key, Counter);
  const place = nextInSeries(kind, series, now);
  const { value, lastIssuedOn } = place;
  const write: Write = {
    put: { ...key, value, lastIssuedOn },
    ...(series === null
      ? { condition: 'attribute_not_exists(PK)' }
      : { condition: '#value = :read', names: { '#value': 'value' }, values: { ':read': series.value } }),
    otherwise: () => new NumberTaken('Another document took the number.'),
  };
  return { place, write };
};

/** The writes of a document nobody has issued yet. Its item is never written again. */
const documentWrites = (document: Invoice, { antenna }: Application): Write[] => [
  {
    put: {
      ...invoiceKey(document.applicationId, document.number),
      ...(document.kind === 'credit-note' ? creditNoteIndexes(document) : {}),
      ...document,
      // For the list alone: the document itself does not print it.
      antenna: antenna?.code ?? null,
    },
    condition: 'attribute_not_exists(PK)',
  },
  {
    put: { ...invoicePlaceKey(document.number), applicationId: document.applicationId },
    condition: 'attribute_not_exists(PK)',
  },
];

/**
 * Issues the invoice of dues that were quoted: number, invoice, what is owed, entry of the journal, line of the timeline
 * and status change together, or nothing does; so no number is left out or given twice, whatever stops in between. Asked
 * again for the same dues it finds the invoice.
 * @param policy the version the dues were quoted by
 * @param now ISO 8601 instant
 * @param holderOf whom the dues are asked of
 * @throws whatever `holderOf` throws; TransientStoreError
 */
export const issueInvoiceOf = async (
  { applicationId, duesId }: Pick<Dues, 'applicationId' | 'duesId'>,
  policy: DuesPolicy,
  now: string,
  holderOf: (application: Application) => Promise<Holder>,
): Promise<Invoice> => {
  const result: { number?: string; issued?: Invoice } = {};
  await changeApplication(applicationId, async (application) => {
    const dues = await findDues(applicationId, duesId);
    if (dues === null) throw new Error(`The dues ${duesId} were never quoted.`);
    if (dues.number !== null) {
      result.number = dues.number;
      return null;
    }
    const holder = await holderOf(application);
    return async () => {
      const { place, write } = await takeNumber('invoice', now);
      const { invoice, receivable } = issueInvoice({
        holder,
        memberNumber: application.memberNumber,
        dues,
        policy,
        place,
        now,
      });
      result.issued = invoice;
      const { number, totalCents: cents, dueOn } = invoice;
      return {
        application: awaitingPayment(application),
        at: now,
        events: [{ actor: { kind: 'system' }, happening: { type: 'invoice-issued', number, cents, dueOn } }],
        writes: [
          write,
          ...documentWrites(invoice, application),
          newReceivableWrite(receivable, invoice.buyer.siren, application),
          ledgerWrite(invoiceIssued(invoice), applicationId),
          duesWrite(dues, { ...dues, number }),
        ],
      };
    };
  });
  if (result.number !== undefined) return getInvoice(result.number, applicationId);
  if (result.issued === undefined) throw new Error(`Nothing was issued for the dues ${duesId}.`);
  return result.issued;
};

/** Who credits an invoice, of how much, and why. */
export type Credit = {
  /** Including VAT; null for all that is left. */
  cents: number | null;
  reason: string;
  by: Actor;
  /** ISO 8601 instant. */
  now: string;
  /** What is written with it: the record of the post that asked for it. */
  writes?: (note: Invoice, after: Receivable) => Write[];
};

/**
 * Issues a credit note that cancels what is left of an invoice, or a part of it: number, note, what is owed, entry and
 * line change together, or nothing does.
 * @throws Refusal `not-found`, `invoice-settled`, `invalid-fields`; TransientStoreError
 */
export const creditInvoice = async (
  number: string,
  { cents, reason, by, now, writes = () => [] }: Credit,
): Promise<{ note: Invoice; receivable: StoredReceivable }> => {
  const invoice = await getInvoice(number);
  const result: { note?: Invoice } = {};
  const receivable = await changeReceivable(number, async (before, application) => {
    const credited = cents ?? balanceOf(before);
    // Refuses a settled invoice before anything is made of the amount.
    const after = credited === 0 ? refuseSettled() : creditReceivable(before, credited);
    const { place, write } = await takeNumber('credit-note', now);
    const note = creditNote(invoice, { cents: credited, before: before.creditedCents, reason }, place, now);
    result.note = note;
    return {
      receivable: after,
      at: now,
      events: [
        {
          actor: by,
          happening: {
            type: 'credit-note-issued',
            number: note.number,
            cents: credited,
            corrects: number,
            comment: reason,
          },
        },
      ],
      ledger: [creditNoteIssued(note)],
      writes: [write, ...documentWrites(note, application), ...writes(note, after)],
    };
  });
  if (result.note === undefined) throw new Error(`Nothing was credited of ${number}.`);
  return { note: result.note, receivable };
};

const refuseSettled = (): never => {
  throw new Refusal('invoice-settled');
};
