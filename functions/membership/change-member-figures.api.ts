import { ROUTES } from '../../domain/contract/routes.ts';
import { changeFigures } from '../../domain/member/change.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { getApplication } from '../data/applications.ts';
import { takenFigures } from '../data/growth-profiles.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Records the headcount and turnover of a year, for the dues and for its growth. */
export const handler = api(ROUTES.ChangeMemberFigures, staff, async ({ caller, params, body, now }) => {
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => changeFigures(before, body.figures, body.comment, parisDay(now)),
    writes: async ({ applicationId }) =>
      takenFigures(await getApplication(applicationId), body.figures, {
        by: { kind: 'staff', id: caller.id, name: caller.name },
        at: now,
        comment: body.comment,
      }),
  });
  return changedView(member, consequences);
});
