import { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';
import type { Dues } from '../dues/dues.ts';
import type { DuesPolicy } from '../dues/policy.ts';
import type { Quote, QuoteLine } from '../dues/quote-line.ts';
import { periodText, quoteLineBasis, quoteLineText } from '../dues/texts.ts';
import type { Member } from '../member/member.ts';
import { invoiceReference } from '../payment/reference.ts';
import { parisDay } from '../time/paris.ts';
import { Invoice, type InvoiceKind, type InvoiceLine } from './invoice.ts';
import type { Receivable } from './receivable.ts';

/** How far a series has got in a year: how many numbers were given, and the day of the last. */
export type Series = { value: number; lastIssuedOn: string };

/** The highest number that six digits hold. */
const LAST_NUMBER = 999_999;
const LETTERS = { invoice: 'F', 'credit-note': 'A' } as const satisfies Record<InvoiceKind, string>;

/** The n-th number of a series in a year: `F2026-000042`. @throws RangeError when n does not fit */
export const formatInvoiceNumber = (kind: InvoiceKind, year: number, n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > LAST_NUMBER) throw new RangeError(`There is no invoice number ${n}.`);
  return `${LETTERS[kind]}${year}-${String(n).padStart(6, '0')}`;
};

/** The year a document issued now belongs to. @param now ISO 8601 instant */
export const seriesYear = (now: string): number => Number(parisDay(now).slice(0, 4));

/**
 * The next place in a series: the number, and the day it is dated, which is never before that of the number before it,
 * whatever the clocks say (CGI, ann. II, 242 nonies A: chronological).
 * @param series how far the series of {@link seriesYear} has got; null before its first number
 * @param now ISO 8601 instant
 */
export const nextInSeries = (kind: InvoiceKind, series: Series | null, now: string): { number: string } & Series => {
  const today = parisDay(now);
  const value = (series?.value ?? 0) + 1;
  const issuedOn = series !== null && series.lastIssuedOn > today ? series.lastIssuedOn : today;
  return { number: formatInvoiceNumber(kind, seriesYear(now), value), value, lastIssuedOn: issuedOn };
};

/** So many days after a day. @param day ISO 8601 date @returns ISO 8601 date */
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Whom dues are asked of: an applicant or a member. */
export type Holder = Pick<Member, 'company' | 'establishment' | 'contact' | 'commune' | 'figures'>;

/** Whose invoice it is: the company and its contact as they are now. */
const buyerOf = ({ company, establishment, contact, commune }: Holder): Invoice['buyer'] => ({
  legalName: company.legalName,
  siren: company.siren,
  street: establishment.street,
  postcode: establishment.postcode,
  city: commune.name,
  contactName: `${contact.firstName} ${contact.lastName}`,
  email: contact.email,
});

/** A line of the quote in words; the first says the period and what it was counted from too. */
const lineOf = (line: QuoteLine, index: number, quote: Quote, language: Language): InvoiceLine => {
  const basis = quoteLineBasis(line, quote.figuresYear, language);
  const words = quoteLineText(line, language) + (basis === null ? '' : ` (${basis})`);
  return {
    description: index === 0 ? `${words}, ${periodText(quote.period, language)}` : words,
    quantity: 1,
    unitCents: line.cents,
    netCents: line.cents,
  };
};

export type Issue = {
  holder: Holder;
  /** Null before admission. */
  memberNumber: string | null;
  dues: Dues;
  policy: DuesPolicy;
  /** The place it takes: see {@link nextInSeries}. */
  place: { number: string } & Series;
  /** ISO 8601 instant. */
  now: string;
};

/**
 * The invoice for dues, and what is owed of it.
 * @throws RangeError when nothing is owed: there is no invoice of nothing
 */
export const issueInvoice = ({
  holder,
  memberNumber,
  dues,
  policy,
  place,
  now,
}: Issue): {
  invoice: Invoice;
  receivable: Receivable;
} => {
  const { quote } = dues;
  if (quote.totalCents === 0) throw new RangeError(`Nothing is owed for ${dues.duesId}.`);
  const { applicationId } = dues;
  const { language } = holder.contact;
  const { number, lastIssuedOn: issuedOn } = place;
  const dueOn = daysAfter(issuedOn, policy.terms.dueDays);
  const reference = invoiceReference(number);
  const invoice = Invoice.parse({
    number,
    kind: 'invoice',
    duesId: dues.duesId,
    applicationId,
    memberNumber,
    issuedOn,
    dueOn,
    period: quote.period,
    issuedAt: now,
    language,
    seller: policy.seller,
    buyer: buyerOf(holder),
    lines: quote.lines.map((line, index) => lineOf(line, index, quote, language)),
    netCents: quote.netCents,
    vat: quote.vat,
    totalCents: quote.totalCents,
    penaltyRateBasisPoints: policy.terms.penaltyRateBasisPoints,
    reference,
    corrects: null,
    policyVersion: quote.policyVersion,
  } satisfies Invoice);
  const receivable: Receivable = {
    number,
    applicationId,
    duesId: dues.duesId,
    companyName: holder.company.legalName,
    status: 'open',
    totalCents: quote.totalCents,
    paidCents: 0,
    creditedCents: 0,
    waivedCents: 0,
    issuedOn,
    dueOn,
    reference,
    steps: [],
    delayAsked: null,
    token: null,
    reopenedAt: null,
    updatedAt: now,
    version: 0,
  };
  return { invoice, receivable };
};

const CREDIT_NOTE_TEXT: Record<Language, (number: string, reason: string) => string> = {
  fr: (number, reason) => `Avoir sur la facture ${number} : ${reason}`,
  en: (number, reason) => `Credit note for invoice ${number}: ${reason}`,
};

/** The VAT within the first so many cents of an invoice: half up, and all of it within the whole. */
const vatWithin = ({ vat, totalCents }: Invoice, cents: number): number =>
  Math.floor((2 * vat.cents * cents + totalCents) / (2 * totalCents));

/**
 * The credit note that cancels an invoice, or a part of it. Several for one invoice share out its VAT to the cent: when
 * all is credited, all its VAT is.
 * @param cents including VAT; see {@link creditReceivable} for what may be credited
 * @param before how much of the invoice was credited before, in cents
 */
export const creditNote = (
  invoice: Invoice,
  credit: { cents: number; before: number; reason: string },
  place: { number: string } & Series,
  now: string,
): Invoice => {
  const { cents, before, reason } = credit;
  const vatCents = vatWithin(invoice, before + cents) - vatWithin(invoice, before);
  const netCents = cents - vatCents;
  return Invoice.parse({
    ...invoice,
    number: place.number,
    kind: 'credit-note',
    issuedOn: place.lastIssuedOn,
    dueOn: place.lastIssuedOn,
    issuedAt: now,
    lines: [
      {
        description: CREDIT_NOTE_TEXT[invoice.language](invoice.number, reason),
        quantity: 1,
        unitCents: netCents,
        netCents,
      },
    ],
    netCents,
    vat: { ...invoice.vat, cents: vatCents },
    totalCents: cents,
    corrects: { number: invoice.number, issuedOn: invoice.issuedOn, reason },
  } satisfies Invoice);
};
