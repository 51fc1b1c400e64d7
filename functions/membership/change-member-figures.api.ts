import { ROUTES } from '../../domain/contract/routes.ts';
import { changeFigures } from '../../domain/member/change.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Records the headcount and turnover of a year. */
export const handler = api(ROUTES.ChangeMemberFigures, staff, async ({ caller, params, body, now }) => {
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => changeFigures(before, body.figures, body.comment, parisDay(now)),
  });
  return changedView(member, consequences);
});
