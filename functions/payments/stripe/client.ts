import type { Language } from '../../../domain/application/form.ts';
import { TransientPaymentError } from '../../../domain/errors.ts';
import { NewSession } from '../../../domain/payment/stripe.ts';
import { readEnvironment } from '../../shared/environment.ts';

const { stripe } = readEnvironment('stripe');

/** Version of Stripe's API that this is written for: theirs changes, this does not. */
const API_VERSION = '2024-06-20';
/** Milliseconds a call may take: the function has ten seconds. */
const PATIENCE = 7000;

/** A card payment to ask for. */
export type Checkout = {
  number: string;
  cents: number;
  email: string;
  language: Language;
  /** Where the company comes back to, paid or not. */
  returnUrl: string;
  /** The same key gets the same page. */
  idempotencyKey: string;
};

const TITLES = { fr: 'Cotisation, facture', en: 'Dues, invoice' } as const satisfies Record<Language, string>;

/** Stripe refuses what it was asked: a fault of ours, or of the key. Its message may hold the address: it stays out. */
class StripeRefusedError extends Error {
  override name = 'StripeRefusedError';
}

/**
 * Has Stripe make a payment page for one invoice.
 * @throws TransientPaymentError when Stripe does not answer, or is over its rate
 */
export const createCheckout = async (
  { number, cents, email, language, returnUrl, idempotencyKey }: Checkout,
  secretKey: string,
): Promise<{ id: string; url: string }> => {
  const body = new URLSearchParams({
    mode: 'payment',
    'payment_method_types[0]': 'card',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': String(cents),
    'line_items[0][price_data][product_data][name]': `${TITLES[language]} ${number}`,
    client_reference_id: number,
    customer_email: email,
    locale: language,
    success_url: returnUrl,
    cancel_url: returnUrl,
  });
  const response = await fetch(`${stripe}/v1/checkout/sessions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': idempotencyKey,
      'stripe-version': API_VERSION,
    },
    body: body.toString(),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw new TransientPaymentError('Stripe does not answer.', { cause: error });
  });
  if (response.status === 429 || response.status >= 500) {
    throw new TransientPaymentError(`Stripe answers ${response.status}.`);
  }
  if (!response.ok) throw new StripeRefusedError(`Stripe refuses a payment page: ${response.status}.`);
  return NewSession.parse(await response.json());
};
