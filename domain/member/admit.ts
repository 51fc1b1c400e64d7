import type { Application } from '../application/application.ts';
import { parisDay } from '../time/paris.ts';
import type { Member, MembershipPeriod } from './member.ts';
import { firstPeriod, plusDays } from './period.ts';
import { hasLeft } from './status.ts';

/** The highest number that six digits hold. */
const LAST_NUMBER = 999_999;

/**
 * The n-th membership number as it is written: `M000042`.
 * @param n from 1 on
 * @throws RangeError when n does not fit
 */
export const formatMemberNumber = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > LAST_NUMBER) throw new RangeError(`There is no membership number ${n}.`);
  return `M${String(n).padStart(6, '0')}`;
};

/**
 * The member that an approved application becomes.
 * @param n the membership number is the n-th given
 * @param now ISO 8601 instant of the admission; the period starts on its day in Paris
 * @throws RangeError when the application has no antenna yet: it cannot be approved without one
 */
export const newMember = (application: Application, n: number, now: string): Member => {
  const { applicationId, form, commune, antenna } = application;
  if (antenna === null) throw new RangeError(`The application ${applicationId} has no antenna.`);
  return {
    number: formatMemberNumber(n),
    status: 'active',
    company: form.company,
    establishment: form.establishment,
    commune,
    contact: form.contact,
    contacts: [],
    figures: form.figures,
    antenna: antenna.code,
    growthProgramme: form.growthProgramme,
    admittedAt: now,
    since: parisDay(now),
    period: firstPeriod(parisDay(now)),
    renewal: null,
    resignation: null,
    leftAt: null,
    applicationId,
    updatedAt: now,
    version: 0,
  };
};

/**
 * The first period of a company that joins on a day. Of one that was a member before, a period that was paid for then is not
 * given, nor asked for, twice: the next begins after it.
 * @param former the member it was; null where it was none
 * @param today ISO 8601 date in Europe/Paris
 */
export const joiningPeriod = (former: Pick<Member, 'period'> | null, today: string): MembershipPeriod =>
  firstPeriod(former !== null && former.period.to >= today ? plusDays(former.period.to, 1) : today);

/**
 * The member that a former one becomes when its company applies again and is approved: under its number, as the new
 * application says, with a period of its own ({@link joiningPeriod}).
 * @param now ISO 8601 instant of the admission
 * @throws RangeError when the membership is not over
 */
export const readmittedMember = (former: Member, application: Application, now: string): Member => {
  if (!hasLeft(former.status)) throw new RangeError(`The member ${former.number} has not left.`);
  const period = joiningPeriod(former, parisDay(now));
  const fresh = newMember(application, 1, now);
  return { ...fresh, number: former.number, since: period.from, period, version: former.version };
};
