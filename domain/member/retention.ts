import { Temporal } from 'temporal-polyfill';
import { parisDay } from '../time/paris.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy, membershipPolicyAt } from './policy.ts';

/**
 * The day from which the file of a company that left, or whose application came to nothing, is erased: three years
 * after the last contact as the CNIL has it for prospects. Invoices are no part of it: they are kept for ten years.
 * @param endedAt ISO 8601 instant it left, or its application was closed
 */
export const erasedFrom = (endedAt: string, policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES): string => {
  const day = parisDay(endedAt);
  return Temporal.PlainDate.from(day)
    .add({ years: membershipPolicyAt(day, policies).retentionYears })
    .toString();
};
