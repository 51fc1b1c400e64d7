import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { refundHeld } from './held.ts';

/** Records that what is held was paid back, in whole or in part. */
export const handler = api(ROUTES.RefundCredit, treasurer, (request) => {
  const { caller, params, body, now } = request;
  const by = { kind: 'staff' as const, id: caller.id, name: caller.name };
  return refundHeld(params.id, { ...body, by, now, post: postOf(`RefundCredit#${params.id}`, request) });
});
