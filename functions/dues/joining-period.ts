import type { Application } from '../../domain/application/application.ts';
import { joiningPeriod } from '../../domain/member/admit.ts';
import type { MembershipPeriod } from '../../domain/member/member.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { formerMember } from '../members/former.ts';

/** The period that a company which joins now is asked to pay for: the one its membership will have. */
export const periodToJoin = async ({ form }: Application, now: string): Promise<MembershipPeriod> =>
  joiningPeriod(await formerMember(form.company.siren), parisDay(now));
