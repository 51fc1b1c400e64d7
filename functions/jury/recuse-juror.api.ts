import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { currentSession, isOpen } from '../../domain/growth/case.ts';
import type { Seat } from '../../domain/jury/session.ts';
import { recuse } from '../../domain/jury/vote.ts';
import { changeCase } from '../data/growth-cases.ts';
import { caseSummaryView } from '../growth/case-views.ts';
import { deliverNow } from '../growth/deliver-case.ts';
import { tellSettled } from '../growth/tell-settled.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { seatChange } from './change-seats.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';

/** The head office states a tie of a juror who has not voted: a deputy takes the seat, as after a declaration. */
export const handler = api(JURY_ROUTES.RecuseJuror, headOffice, async ({ caller, params, body, now }) => {
  const { jurorId, reason } = body;
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  const stepped: { in: Seat | null } = { in: null };
  const { growthCase } = await changeCase(params.id, async (current) => {
    if (!isOpen(current)) throw new Refusal('case-closed');
    const before = currentSession(current);
    if (before === null) throw new Refusal('not-found');
    const change = recuse(before, { jurorId, reason, recusedBy: caller.name, at: now });
    stepped.in = change.replacedBy;
    return seatChange(current, before, change, { jurorId, why: 'recused', by, now });
  });
  await deliverNow(growthCase, tellSettled);
  // What the deputy is told now, the reminder tells again: a fault here loses nobody.
  if (stepped.in !== null) await mailJurors('jury-invited', growthCase, sessionOf(growthCase), [stepped.in], now);
  return caseSummaryView(growthCase);
});
