import { DUES_ROUTES } from '../../domain/contract/dues-routes.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { waiveInvoice } from './waive.ts';

/** Gives up what is owed of an invoice, in whole or in part, with a reason. */
export const handler = api(DUES_ROUTES.WaiveInvoice, treasurer, async (request) => {
  const { caller, params, body, now } = request;
  return waiveInvoice(params.number, {
    ...body,
    by: { kind: 'staff', id: caller.id, name: caller.name },
    now,
    post: postOf(`WaiveInvoice#${params.number}`, request),
  });
});
