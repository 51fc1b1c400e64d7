import type { Application } from '../../domain/application/application.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';
import { contactFor } from '../../domain/member/contacts.ts';
import { getApplication } from '../data/applications.ts';
import { getInvoice } from '../data/invoices.ts';
import { findMember } from '../data/members.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';

// What a company is told about its invoices. Each mail leaves once for its natural key; a link is made only when it does.

const reader = ({ form }: Application) => ({
  firstName: form.contact.firstName,
  companyName: form.company.legalName,
});

/** What a transfer needs, with a link to the page that shows it. */
const toPay = async (application: Application, receivable: Receivable, { seller }: Invoice, now: string) => ({
  ...reader(application),
  number: receivable.number,
  amount: balanceOf(receivable),
  dueOn: receivable.dueOn,
  reference: receivable.reference,
  iban: seller.iban,
  link: (await mailedLink(application, now)).url,
});

/** About an invoice: its dossier, what is owed of it now, and when. */
export type AboutInvoice = { receivable: Receivable; now: string };

/**
 * The dossier as whoever deals with invoices reads it: a member's contact for them, or else its main one of today; in the
 * name of the company that goes on with the membership.
 */
const dossier = async ({ receivable }: AboutInvoice): Promise<Application> => {
  const application = await getApplication(receivable.applicationId);
  const member = application.memberNumber === null ? null : await findMember(application.memberNumber);
  if (member === null) return application;
  const { firstName, lastName, email, language } = contactFor(member, 'billing');
  const contact = { ...member.contact, firstName, lastName, email, language };
  const company = { ...application.form.company, legalName: member.company.legalName };
  return { ...application, form: { ...application.form, company, contact } };
};

/** @throws TransientMailError, TransientStoreError */
export const sendInvoiceIssued = async (invoice: Invoice, about: AboutInvoice): Promise<void> => {
  const application = await dossier(about);
  await sendMail({
    name: 'invoice-issued',
    application,
    naturalKey: invoice.number,
    values: () => toPay(application, about.receivable, invoice, about.now),
    now: about.now,
  });
};

/**
 * A reminder, before the due date or past it, or the formal notice: once an invoice and a step.
 * @throws TransientMailError, TransientStoreError
 */
export const sendCollectionStep = async (step: string, about: AboutInvoice): Promise<void> => {
  const { receivable, now } = about;
  const [application, invoice] = await Promise.all([
    dossier(about),
    getInvoice(receivable.number, receivable.applicationId),
  ]);
  const naturalKey = `${receivable.number}#${step}`;
  const values = () => toPay(application, receivable, invoice, now);
  if (step === 'formal-notice') {
    const { penaltyRateBasisPoints: penaltyRate } = invoice;
    return sendMail({
      name: 'formal-notice',
      application,
      naturalKey,
      values: async () => ({ ...(await values()), penaltyRate }),
      now,
    });
  }
  const late = Number(step.split(':')[1]) > 0;
  return sendMail({ name: late ? 'payment-late' : 'payment-due', application, naturalKey, values, now });
};

/**
 * A payment that came in: what is left, or that the invoice is paid.
 * @param payment.id natural key of the payment: a mail a payment and an invoice
 * @throws TransientMailError, TransientStoreError
 */
export const sendPaymentReceived = async (
  payment: { id: string; cents: number },
  about: AboutInvoice,
): Promise<void> => {
  const { receivable, now } = about;
  const application = await dossier(about);
  const left = balanceOf(receivable);
  const naturalKey = `${payment.id}#${receivable.number}`;
  const values = async () => ({
    ...reader(application),
    number: receivable.number,
    paid: payment.cents,
    link: (await mailedLink(application, now)).url,
  });
  if (left === 0) return sendMail({ name: 'dues-settled', application, naturalKey, values, now });
  return sendMail({
    name: 'payment-received',
    application,
    naturalKey,
    values: async () => ({ ...(await values()), left }),
    now,
  });
};

/**
 * A payment that the bank took back: the invoice is owed again.
 * @throws TransientMailError, TransientStoreError
 */
export const sendPaymentReversed = async (
  payment: { id: string; cents: number },
  about: AboutInvoice,
): Promise<void> => {
  const { receivable, now } = about;
  const [application, invoice] = await Promise.all([
    dossier(about),
    getInvoice(receivable.number, receivable.applicationId),
  ]);
  await sendMail({
    name: 'payment-reversed',
    application,
    naturalKey: `${payment.id}#${receivable.number}`,
    values: async () => ({ ...(await toPay(application, receivable, invoice, now)), reversed: payment.cents }),
    now,
  });
};

/** @throws TransientMailError, TransientStoreError */
export const sendUnpaid = async (about: AboutInvoice): Promise<void> => {
  const { receivable, now } = about;
  const application = await dossier(about);
  await sendMail({
    name: 'dues-unpaid',
    application,
    naturalKey: receivable.number,
    values: () => ({
      ...reader(application),
      number: receivable.number,
      amount: balanceOf(receivable),
      dueOn: receivable.dueOn,
    }),
    now,
  });
};

/**
 * A waiver.
 * @param waiver.id natural key of the waiver
 * @throws TransientMailError, TransientStoreError
 */
export const sendWaived = async (waiver: { id: string; cents: number }, about: AboutInvoice): Promise<void> => {
  const { receivable, now } = about;
  const application = await dossier(about);
  await sendMail({
    name: 'invoice-waived',
    application,
    naturalKey: waiver.id,
    values: async () => ({
      ...reader(application),
      number: receivable.number,
      amount: waiver.cents,
      left: balanceOf(receivable),
      link: (await mailedLink(application, now)).url,
    }),
    now,
  });
};

/** @throws TransientMailError, TransientStoreError */
export const sendCreditNote = async (note: Invoice, about: AboutInvoice): Promise<void> => {
  const { receivable, now } = about;
  const application = await dossier(about);
  await sendMail({
    name: 'credit-note-issued',
    application,
    naturalKey: note.number,
    values: async () => ({
      ...reader(application),
      number: note.number,
      corrects: receivable.number,
      amount: note.totalCents,
      left: balanceOf(receivable),
      reason: note.corrects?.reason ?? '',
      link: (await mailedLink(application, now)).url,
    }),
    now,
  });
};

/**
 * What became of the delay that was asked for.
 * @param decision.askedAt when it was asked for: an invoice may have several delays
 * @throws TransientMailError, TransientStoreError
 */
export const sendDelayDecided = async (
  decision: { granted: boolean; comment: string; askedAt: string },
  about: AboutInvoice,
): Promise<void> => {
  const { receivable, now } = about;
  const application = await dossier(about);
  const naturalKey = `${receivable.number}#${decision.askedAt}`;
  const values = async () => ({
    ...reader(application),
    number: receivable.number,
    amount: balanceOf(receivable),
    reason: decision.comment,
    link: (await mailedLink(application, now)).url,
  });
  const { dueOn } = receivable;
  if (decision.granted) {
    const granted = async () => ({ ...(await values()), until: dueOn });
    return sendMail({ name: 'delay-granted', application, naturalKey, values: granted, now });
  }
  const declined = async () => ({ ...(await values()), dueOn });
  return sendMail({ name: 'delay-declined', application, naturalKey, values: declined, now });
};
