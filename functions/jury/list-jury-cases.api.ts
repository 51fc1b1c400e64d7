import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { casesOfJuries } from '../data/growth-cases.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { callingJuror } from './calling-juror.ts';
import { juryCaseView, sittingOf } from './views.ts';

/** Candidates before the juror who asks: those to vote on first, the soonest due first, then the latest decided. */
export const handler = api(JURY_ROUTES.ListJuryCases, staff, async ({ caller }) => {
  const { jurorId } = await callingJuror(caller);
  const views = await Promise.all(
    (await casesOfJuries()).flatMap((growthCase) => {
      const session = sittingOf(growthCase, jurorId);
      return session === null ? [] : [juryCaseView(growthCase, session, jurorId)];
    }),
  );
  const asked = views.filter(({ taskId }) => taskId !== null).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const rest = views.filter(({ taskId }) => taskId === null).sort((a, b) => b.dueAt.localeCompare(a.dueAt));
  return { items: [...asked, ...rest] };
});
