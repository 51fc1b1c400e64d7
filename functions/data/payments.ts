import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { Payment } from '../../domain/payment/payment.ts';
import { WriteConflict } from './errors.ts';
import { applicationPartition, HELD, PAYMENT_PREFIX, paymentIndexes, paymentKey, paymentPlaceKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, list, type Write } from './table.ts';

/** A payment, with what lists show of its company. */
export const StoredPayment = Payment.safeExtend({ companyName: z.string(), siren: z.string() });
export type StoredPayment = z.infer<typeof StoredPayment>;

const Place = z.object({ applicationId: z.string() });

/** The payment, strongly consistent; null when there is none. */
export const findPayment = async (paymentId: string): Promise<StoredPayment | null> => {
  const place = await get(paymentPlaceKey(paymentId), Place);
  return place === null ? null : get(paymentKey(place.applicationId, paymentId), StoredPayment);
};

/** @throws Refusal `not-found` */
export const getPayment = async (paymentId: string): Promise<StoredPayment> => {
  const payment = await findPayment(paymentId);
  if (payment === null) throw new Refusal('not-found');
  return payment;
};

/** What came in for a dossier, the oldest first; what the bank took back included. */
export const listPayments = async (applicationId: string): Promise<StoredPayment[]> => {
  const payments = await list({ pk: applicationPartition(applicationId), prefix: PAYMENT_PREFIX }, StoredPayment);
  return payments.sort((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.at.localeCompare(b.at));
};

/** Payments of which something is held, the oldest first. */
export const listHeld = (page: PageRequest): Promise<Page<StoredPayment>> =>
  readPage('GSI1', { pk: HELD }, StoredPayment, page);

const item = (payment: StoredPayment) => ({
  ...paymentKey(payment.applicationId, payment.paymentId),
  ...paymentIndexes(payment),
  ...StoredPayment.parse(payment),
});

/** The writes of a payment nobody has written yet: it comes once, whatever it is for. */
export const newPaymentWrites = (payment: StoredPayment): Write[] => [
  {
    put: { ...paymentPlaceKey(payment.paymentId), applicationId: payment.applicationId },
    condition: 'attribute_not_exists(PK)',
    otherwise: () => new WriteConflict(`The payment ${payment.paymentId} came before.`),
  },
  { put: item(payment), condition: 'attribute_not_exists(PK)' },
];

/** The write of a payment as it becomes; it fails when somebody else wrote first. Its version is set here. */
export const paymentWrite = (before: StoredPayment, after: StoredPayment): Write => ({
  put: item({ ...after, version: before.version + 1 }),
  condition: 'version = :read',
  values: { ':read': before.version },
  otherwise: () => new WriteConflict(`The payment ${before.paymentId} was changed by another.`),
});
