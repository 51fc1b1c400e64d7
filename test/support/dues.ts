import type { Dues } from '../../domain/dues/dues.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { quoteDues } from '../../domain/dues/quote.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { payReceivable } from '../../domain/invoice/moves.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { debtorOf, paymentReceived } from '../../domain/ledger/postings.ts';
import { firstPeriod } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { formOf } from './forms.ts';
import { bringToReview, type Submitted, submit, type World } from './world.ts';

/** The first dues of an application, as the scale in force has them. */
const quoteOf = ({ applicationId, form: { company, figures } }: Submitted, now: string, duesId: string): Dues => {
  const period = firstPeriod(parisDay(now));
  const { category, foundedOn } = company;
  const quote = quoteDues(policyAt(period.from), { purpose: 'joining', category, foundedOn, figures, period });
  return { applicationId, duesId, purpose: 'joining', period, quote, quotedAt: now, number: null };
};

/** Quotes the first dues of an application, under each of these ids. */
export const quoteAllFor = async (one: Submitted, now: string, duesIds: readonly string[]): Promise<void> => {
  const { duesWrite } = await import('../../functions/data/invoices.ts');
  const { transact } = await import('../../functions/data/table.ts');
  await transact(duesIds.map((duesId) => duesWrite(null, quoteOf(one, now, duesId))));
};

/** Quotes the first dues of an application, as the scale in force has them. */
export const quoteFor = async (one: Submitted, now: string, duesId = `${one.applicationId}~joining`): Promise<Dues> => {
  await quoteAllFor(one, now, [duesId]);
  return quoteOf(one, now, duesId);
};

/** Quotes the first dues of an application and issues their invoice, through the data's own door. */
export const invoiceFor = async (one: Submitted, now: string): Promise<Invoice> => {
  const { issueInvoiceOf } = await import('../../functions/data/invoices.ts');
  const { holderOf } = await import('../../functions/dues/holder.ts');
  const dues = await quoteFor(one, now);
  return issueInvoiceOf(dues, policyAt(dues.period.from), now, holderOf);
};

/** An approved company with its first invoice. */
export type Invoiced = Submitted & { number: string; totalCents: number };

/** Takes a company from the form to its first invoice. @param now ISO 8601 instant of all of it */
export const invoicedCompany = async (world: World, now: string, form = formOf()): Promise<Invoiced> => {
  const one = await submit(world, form, now);
  const id = await bringToReview(world, one, now);
  const body = { decision: 'approve', comment: '' };
  await world.call('AnswerStaffTask', { staff: ['admin'], params: { id }, body, now });
  const { number, totalCents } = await invoiceFor(one, now);
  return { ...one, number, totalCents };
};

/** Pays an invoice by transfer, in whole unless said, through the data's own door; whoever waits for it is told. */
export const payInvoice = async (number: string, now: string, cents?: number) => {
  const { changeReceivable } = await import('../../functions/data/receivables.ts');
  const { tellIfSettled } = await import('../../functions/dues/settle.ts');
  const date = parisDay(now);
  const receivable = await changeReceivable(number, (before) => {
    const paid = cents ?? balanceOf(before);
    const piece = `test-${before.version}`;
    const movement = { key: `payment:${number}:${piece}`, date, piece, pieceDate: date, label: number, at: now };
    return {
      receivable: payReceivable(before, paid),
      at: now,
      events: [
        {
          actor: { kind: 'system' },
          happening: { type: 'payment-received', number, cents: paid, method: 'transfer', comment: '' },
        },
      ],
      ledger: [
        paymentReceived(movement, 'transfer', [{ party: debtorOf(before), allocatedCents: paid, heldCents: 0 }]),
      ],
    };
  });
  await tellIfSettled(receivable);
  return receivable;
};
