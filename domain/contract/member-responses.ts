import * as z from 'zod';
import { MemberNumber, MembershipPeriod } from '../member/member.ts';
import { MemberStatus } from '../member/status.ts';

/** What became of a change to a membership; each consequence is a code with what its sentence needs. */
export const MemberChanged = z.object({
  number: MemberNumber,
  status: MemberStatus,
  period: MembershipPeriod,
  /** Last day of the membership, where a resignation was given. */
  endsOn: z.iso.date().nullable(),
  consequences: z.array(
    z.object({
      code: z.enum(['dues-from', 'antenna-reassigned', 'antenna-kept', 'transferred']),
      params: z.record(z.string(), z.string()),
    }),
  ),
});
