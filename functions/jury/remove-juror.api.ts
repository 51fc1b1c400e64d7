import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { currentSession, isOpen } from '../../domain/growth/case.ts';
import type { Seat } from '../../domain/jury/session.ts';
import { withoutJuror } from '../../domain/jury/vote.ts';
import type { Actor } from '../../domain/task/task.ts';
import { changeCase, openCases } from '../data/growth-cases.ts';
import { deactivateJuror } from '../data/jurors.ts';
import { deliverNow } from '../growth/deliver-case.ts';
import { tellSettled } from '../growth/tell-settled.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { seatChange } from './change-seats.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';

/** Takes a juror out of one open vote. @returns whether a seat passed to a deputy, or fell away; null when neither */
const leaveCase = async (caseId: string, jurorId: string, by: Actor, now: string): Promise<boolean | null> => {
  const left: { seat: { replacedBy: Seat | null } | null } = { seat: null };
  const { growthCase } = await changeCase(caseId, async (current) => {
    left.seat = null;
    const before = currentSession(current);
    if (!isOpen(current) || before === null) return null;
    const change = withoutJuror(before, jurorId, now);
    if (change.session.seatsLost.length > before.seatsLost.length) left.seat = change;
    return seatChange(current, before, change, { jurorId, why: 'removed', by, now });
  });
  await deliverNow(growthCase, tellSettled);
  if (left.seat === null) return null;
  const { replacedBy } = left.seat;
  if (replacedBy !== null) await mailJurors('jury-invited', growthCase, sessionOf(growthCase), [replacedBy], now);
  return replacedBy !== null;
};

/** Removes a juror from the register: their open seats pass to deputies, or the quorum follows the seats left. */
export const handler = api(JURY_ROUTES.RemoveJuror, headOffice, async ({ caller, params, now }) => {
  const juror = await deactivateJuror(params.id, now);
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  const seats: (boolean | null)[] = [];
  for (const { caseId } of await openCases()) seats.push(await leaveCase(caseId, params.id, by, now));
  return {
    ...juror,
    seatsPassed: seats.filter((passed) => passed === true).length,
    seatsLost: seats.filter((passed) => passed === false).length,
  };
});
