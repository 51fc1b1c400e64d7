import { renewalToStart } from '../../domain/member/lifecycle.ts';
import { dueUntil } from '../../domain/member/period.ts';
import { renewalName } from '../../domain/renewal/names.ts';
import { FindWhoIsDueInput, FindWhoIsDueOutput, type RenewalInput } from '../../domain/renewal/steps.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { findMember } from '../data/members.ts';
import { listPeriodsDue } from '../data/membership-lists.ts';
import { task } from '../shared/task.ts';

/** Members looked at a page: the renewals of a page start together. */
const PAGE = 40;

/** Whom a page of the list of periods asks to renew: the list lags, so each member is read. */
const toStart = async (number: string, today: string): Promise<RenewalInput[]> => {
  const member = await findMember(number);
  const renewal = member === null ? null : renewalToStart(member, today);
  if (member === null || renewal === null) return [];
  const { key, period } = renewal;
  return [{ applicationId: member.applicationId, memberNumber: number, key, period }];
};

/** A page of the members whose period ends within the notice, or ended before it on days that were missed. */
export const handler = task(FindWhoIsDueInput, FindWhoIsDueOutput, async ({ now, cursor, found }) => {
  const today = parisDay(now);
  const page = await listPeriodsDue(dueUntil(today), { cursor: cursor ?? undefined, limit: PAGE });
  const inputs = (await Promise.all(page.items.map(({ number }) => toStart(number, today)))).flat();
  return {
    due: inputs.map((input) => ({ name: renewalName(input.applicationId, input.key), input })),
    cursor: page.nextCursor,
    found: found + inputs.length,
  };
});
