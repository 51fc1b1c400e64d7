import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { getApplication } from '../data/applications.ts';
import { keepCheckout } from '../data/checkouts.ts';
import { findReceivable } from '../data/receivables.ts';
import { readEnvironment } from '../shared/environment.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { createCheckout } from './stripe/client.ts';
import { keysOfStripe } from './stripe/keys.ts';

const { site } = readEnvironment('site');

/** Has Stripe make a page on which the company pays what is left of an invoice by card. */
export const handler = api(ROUTES.StartCheckout, linkHolder, async ({ params, caller, now, language }) => {
  const keys = await keysOfStripe();
  if (keys === null) throw new Refusal('card-payment-off');
  const receivable = await findReceivable(params.number);
  if (receivable?.applicationId !== caller.applicationId) throw new Refusal('not-found');
  const cents = balanceOf(receivable);
  if (cents === 0) throw new Refusal('invoice-settled');
  const { number, version } = receivable;
  const { form } = await getApplication(caller.applicationId);
  const checkout = {
    number,
    cents,
    email: form.contact.email,
    language,
    returnUrl: `${site}/application`,
    // Who clicks twice within the hour gets one page; a page lives for a day.
    idempotencyKey: `${number}-${version}-${now.slice(0, 13)}-${language}`,
  };
  const { id, url } = await createCheckout(checkout, keys.secretKey);
  await keepCheckout(id, { number, cents });
  return { url };
});
