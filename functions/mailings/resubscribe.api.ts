import { MAILING_ROUTES } from '../../domain/contract/mailing-routes.ts';
import { resubscribe } from '../data/unsubscriptions.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { addressOf } from './link-of.ts';

/** Takes the unsubscribing back, for whoever pressed by mistake. */
export const handler = api(MAILING_ROUTES.Resubscribe, anybody, async ({ params, now }) => {
  await resubscribe(await addressOf(params, now));
  return { subscribed: true };
});
