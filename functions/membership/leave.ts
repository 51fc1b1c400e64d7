import type { Language } from '../../domain/application/form.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import type { Member } from '../../domain/member/member.ts';
import { renewalOfDues } from '../../domain/renewal/names.ts';
import { isRenewalTask } from '../../domain/task/task.ts';
import { getReceivable, listReceivables } from '../data/receivables.ts';
import { leaveSiren } from '../data/siren-locks.ts';
import type { Write } from '../data/table.ts';
import { cancelWrites, listTasks } from '../data/tasks.ts';
import { creditInFull } from '../invoices/credit-in-full.ts';
import { releasePayments } from '../payments/release.ts';
import { sendEnded } from '../shared/workflow.ts';

/** The writes that call off what a renewal asks of the company. */
export const callOffTasks = ({ applicationId }: Member): Promise<Write[]> =>
  cancelWrites(applicationId, (task) => isRenewalTask(task) && (task.status === 'open' || task.status === 'answered'));

/** The writes of the end of a membership: its SIREN is free, and nothing is asked of it any more. */
export const leavingWrites = async (member: Member): Promise<Write[]> => [
  ...leaveSiren(member.company.siren, member.number),
  ...(await callOffTasks(member)),
];

/**
 * Tells the states that wait for the figures of a renewal that was called off, however often it is called. One that is
 * not told, because a crash came between, finds it out when its wait is over.
 */
const tellCalledOff = async ({ applicationId, number, renewal }: Member): Promise<void> => {
  if (renewal !== null) return;
  const tasks = (await listTasks(applicationId)).filter((task) => isRenewalTask(task) && task.status === 'cancelled');
  await Promise.all(tasks.map(({ token }) => sendEnded(token, number)));
};

const REASON: Record<Language, string> = {
  fr: 'l’adhésion ne se renouvelle pas',
  en: 'the membership is not renewed',
};

/**
 * Tells whether dues were asked for a period that the member will not have. What it owed as it lapsed, before it joined
 * again, is of another membership.
 */
const isAskedInVain = ({ period, since, renewal }: Member, duesId: string): boolean => {
  const key = renewalOfDues(duesId);
  // A key begins with the first day of its period.
  return key !== null && key > period.to && key >= since && key !== renewal?.key;
};

/**
 * Cancels by credit notes what was asked for a period that the member will not have; what it had paid of it, in part or in
 * whole, is held for it. What it owes for periods it had, or lapsed in, stays owed.
 */
const voidRenewal = async (member: Member, now: string): Promise<void> => {
  const { applicationId, contact } = member;
  for (const { number, duesId } of await listReceivables(applicationId)) {
    if (!isAskedInVain(member, duesId)) continue;
    await releasePayments(applicationId, number, now);
    if (balanceOf(await getReceivable(number, applicationId)) === 0) continue;
    await creditInFull(number, { reason: REASON[contact.language], now });
  }
};

/**
 * Ends a renewal that was called off: whoever waits is told, what was invoiced is void. Once, however often it is called.
 * @param now ISO 8601 instant
 * @throws TransientWorkflowError, TransientStoreError, TransientMailError
 */
export const callOff = async (member: Member, now: string): Promise<void> => {
  await tellCalledOff(member);
  await voidRenewal(member, now);
};
