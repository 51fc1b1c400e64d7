import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { isOpen } from '../../domain/growth/case.ts';
import type { Seat } from '../../domain/jury/session.ts';
import { declare } from '../../domain/jury/vote.ts';
import { changeCase } from '../data/growth-cases.ts';
import { deliverNow } from '../growth/deliver-case.ts';
import { tellSettled } from '../growth/tell-settled.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { callingJuror } from './calling-juror.ts';
import { seatChange } from './change-seats.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';
import { juryCaseView, sittingOf } from './views.ts';

/** A juror says whether they have a conflict: without one the file opens, with one a deputy takes the seat. */
export const handler = api(JURY_ROUTES.DeclareConflict, staff, async ({ caller, params, body, now }) => {
  const { jurorId } = await callingJuror(caller);
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  const stepped: { in: Seat | null } = { in: null };
  const { growthCase, application } = await changeCase(params.id, async (current) => {
    if (!isOpen(current)) throw new Refusal('case-closed');
    if (sittingOf(current, jurorId) === null) throw new Refusal('not-sitting');
    const before = sessionOf(current);
    const change = declare(before, { jurorId, ...body, at: now });
    stepped.in = change.replacedBy;
    return seatChange(current, before, change, { jurorId, why: 'conflict', by, now });
  });
  await deliverNow(growthCase, tellSettled);
  const session = sittingOf(growthCase, jurorId);
  if (session === null) throw new Refusal('not-sitting');
  // What the deputy is told now, the reminder tells again: a fault here loses nobody.
  if (stepped.in !== null) await mailJurors('jury-invited', growthCase, session, [stepped.in], now);
  return juryCaseView(growthCase, session, jurorId, application);
});
