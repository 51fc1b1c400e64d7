import { ROUTES } from '../../domain/contract/routes.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { useHeld } from './held.ts';

/** Pays an invoice of the same company from what is held. */
export const handler = api(ROUTES.UseCredit, treasurer, async (request) => {
  const { caller, params, body, now } = request;
  const by = { kind: 'staff' as const, id: caller.id, name: caller.name };
  const post = postOf(`UseCredit#${params.id}`, request);
  const { receivable, ...accepted } = await useHeld(params.id, { ...body, by, now, post });
  if (receivable !== null) await tellIfSettled(receivable);
  return accepted;
});
