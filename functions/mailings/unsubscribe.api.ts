import { MAILING_ROUTES } from '../../domain/contract/mailing-routes.ts';
import { unsubscribe } from '../data/unsubscriptions.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { addressOf } from './link-of.ts';

/** Ends mailings to the address of a link, from the page or by the mail program's own button (RFC 8058). */
export const handler = api(MAILING_ROUTES.Unsubscribe, anybody, async ({ params, now }) => {
  await unsubscribe(await addressOf(params, now), now);
  return { subscribed: false };
});
