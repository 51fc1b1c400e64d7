import { Temporal } from 'temporal-polyfill';
import type { AntennaCode } from '../antenna/antenna.ts';
import type { Member } from '../member/member.ts';
import { policyAt } from './policies.ts';
import type { DuesPolicy } from './policy.ts';
import { quoteDues } from './quote.ts';

/** What a version changes for one member, in cents a year with VAT. */
export type PolicyChange = {
  memberNumber: string;
  companyName: string;
  antenna: AntennaCode;
  beforeCents: number;
  afterCents: number;
};

/** The membership year after the one a member is in. */
const nextPeriod = ({ period }: Member): { from: string; to: string } => {
  const from = Temporal.PlainDate.from(period.to).add({ days: 1 });
  return { from: from.toString(), to: from.add({ years: 1 }).subtract({ days: 1 }).toString() };
};

/**
 * What a version would change for the members of today, at their next renewal: worked out with the figures they gave
 * last, by the version as it is in force then without it, and by it.
 * @param policies those there are
 */
export const previewPolicy = (policy: DuesPolicy, policies: readonly DuesPolicy[], members: readonly Member[]) => {
  const all = members.map((member): PolicyChange => {
    const { company, figures } = member;
    const period = nextPeriod(member);
    const { category, foundedOn } = company;
    const input = { purpose: 'renewal', category, foundedOn, figures, period } as const;
    return {
      memberNumber: member.number,
      companyName: company.legalName,
      antenna: member.antenna,
      beforeCents: quoteDues(policyAt(period.from, policies), input).totalCents,
      afterCents: quoteDues(policy, input).totalCents,
    };
  });
  const sum = (of: 'beforeCents' | 'afterCents'): number => all.reduce((total, change) => total + change[of], 0);
  return {
    members: all.length,
    beforeCents: sum('beforeCents'),
    afterCents: sum('afterCents'),
    changes: all.filter(({ beforeCents, afterCents }) => beforeCents !== afterCents),
  };
};
