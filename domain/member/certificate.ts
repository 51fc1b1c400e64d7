import type { Language } from '../application/form.ts';
import type { Seller } from '../dues/policy.ts';
import { Refusal } from '../errors.ts';
import type { Member } from './member.ts';

/** What a certificate of membership (attestation d'adhésion) says. It is all that its document is made from. */
export type Certificate = {
  /** Names it: the member and the first day of its period. */
  reference: string;
  language: Language;
  issuer: Seller;
  number: string;
  companyName: string;
  siren: string;
  city: string;
  category: Member['company']['category'];
  antenna: Member['antenna'];
  /** First day of the membership as it runs. */
  since: string;
  period: Member['period'];
};

/**
 * Tells whether a member is in good standing: its period runs, and the dues of it are paid. One that is asked to renew
 * has paid for the period that runs; but one that was excluded within it and joins again, begins after it.
 * @param today ISO 8601 date in Europe/Paris
 */
export const isInGoodStanding = (
  { status, since, period }: Pick<Member, 'status' | 'since' | 'period'>,
  today: string,
): boolean =>
  (status === 'active' || status === 'to-renew') && since <= today && period.from <= today && today <= period.to;

/**
 * The certificate of a member for the period that runs. It bears no day of its own: asked for again in the same period it
 * is the same.
 * @throws Refusal `not-in-good-standing`
 */
export const certificateOf = (member: Member, issuer: Seller, language: Language, today: string): Certificate => {
  if (!isInGoodStanding(member, today)) throw new Refusal('not-in-good-standing');
  const { number, company, commune, antenna, since, period } = member;
  return {
    reference: `${number}-${period.from}`,
    language,
    issuer,
    number,
    companyName: company.legalName,
    siren: company.siren,
    city: commune.name,
    category: company.category,
    antenna,
    since,
    period,
  };
};
