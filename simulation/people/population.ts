import { randomUUID } from 'node:crypto';
import { proposeAntenna } from '../../domain/antenna/assign.ts';
import type { Application } from '../../domain/application/application.ts';
import { newApplication } from '../../domain/application/submit.ts';
import { newMember } from '../../domain/member/admit.ts';
import type { MembershipPeriod } from '../../domain/member/member.ts';
import { firstPeriod, nextPeriod, plusDays, startOfDay } from '../../domain/member/period.ts';
import { consentOf } from '../../functions/applications/consent.ts';
import { newApplicationWrites } from '../../functions/data/applications.ts';
import { findCommune } from '../../functions/data/communes.ts';
import { lastMemberCount, newMemberWrites } from '../../functions/data/members.ts';
import { takeSirenForMember } from '../../functions/data/siren-locks.ts';
import { transact } from '../../functions/data/table.ts';
import { eventWrite } from '../../functions/data/timeline.ts';
import type { Chance } from '../chance.ts';
import type { Company } from './companies.ts';

/** The first day a membership may have begun: that of the first policy, and of the cluster. */
const FOUNDED = '2017-01-01';

/** The period of a membership that a day lies in. @param since its first day */
const periodAt = (day: string, since: string): MembershipPeriod => {
  let period = firstPeriod(since);
  while (period.to < day) period = nextPeriod(period, since);
  return period;
};

/** Writes a member as it is when the year begins: admitted years ago, its period paid for. */
const settle = async (chance: Chance, company: Company, count: number, on: string): Promise<void> => {
  const { siren, form } = company;
  const commune = findCommune(form.establishment.communeCode);
  if (commune === null) throw new Error(`There is no commune ${form.establishment.communeCode}.`);
  const lastYear = Number(on.slice(0, 4)) - 1;
  const first = Math.max(Number(FOUNDED.slice(0, 4)), Number(form.company.foundedOn.slice(0, 4)) + 1);
  const year = Math.min(lastYear, chance.between(first, Math.max(first, lastYear), 'joined', siren));
  const since = plusDays(`${year}-01-01`, chance.between(0, 364, 'joined-on', siren));
  const at = startOfDay(since);
  const applicationId = randomUUID();
  const { proposed } = proposeAntenna({ commune, preferredAntenna: null, alreadyChosen: null, on: since });
  const application: Application = {
    ...newApplication({
      applicationId,
      form,
      commune,
      consent: consentOf(form, { now: at, sourceIp: '203.0.113.7', userAgent: 'simulation' }),
      now: at,
    }),
    antenna: { code: proposed, assignedBy: 'rule', at, communeCode: commune.code },
    executionName: applicationId,
  };
  const member = { ...newMember(application, count + 1, at), period: periodAt(on, since) };
  const admitted = { ...application, status: 'admitted' as const, memberNumber: member.number, closedAt: at };
  await transact([
    ...newApplicationWrites(admitted, {
      actor: { kind: 'system' },
      happening: { type: 'member-admitted', memberNumber: member.number },
    }),
    eventWrite(applicationId, 0, '1', {
      at,
      actor: { kind: 'system' },
      happening: { type: 'antenna-recorded', antenna: proposed, assignedBy: 'rule' },
    }),
    ...newMemberWrites(member, count),
    ...takeSirenForMember(siren, member.number, at, () => new Error(`${siren} is taken.`)),
  ]);
};

/**
 * Writes the members there are on a day, through the table's own door: what they did before is not played.
 * One that is interrupted goes on where it stopped.
 * @param on ISO 8601 date
 */
export const settleAll = async (chance: Chance, companies: readonly Company[], on: string): Promise<void> => {
  for (let count = await lastMemberCount(); count < companies.length; count += 1) {
    const company = companies[count];
    if (company !== undefined) await settle(chance, company, count, on);
  }
};
