import { DUES_ROUTES } from '../../domain/contract/dues-routes.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { creditAndTell } from './credit.ts';

/** Cancels an invoice, in whole or in part, by a credit note with a reason. */
export const handler = api(DUES_ROUTES.CreditInvoice, treasurer, async (request) => {
  const { caller, params, body, now } = request;
  return creditAndTell(params.number, {
    ...body,
    by: { kind: 'staff', id: caller.id, name: caller.name },
    now,
    post: postOf(`CreditInvoice#${params.number}`, request),
  });
});
