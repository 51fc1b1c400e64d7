import { ROUTES } from '../../domain/contract/routes.ts';
import { changeCategory } from '../../domain/member/change.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Puts a member into another category. */
export const handler = api(ROUTES.ChangeMemberCategory, staff, async ({ caller, params, body, now }) => {
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => changeCategory(before, body.category, body.comment),
  });
  return changedView(member, consequences);
});
