import { Temporal } from 'temporal-polyfill';
import type { Application } from '../application/application.ts';
import { isLive } from '../application/status.ts';
import { Refusal } from '../errors.ts';
import type { Member } from '../member/member.ts';
import { hasLeft } from '../member/status.ts';
import { parisDay } from '../time/paris.ts';
import { NOBODY } from './erased.ts';

// What becomes of the people behind a dossier when it is erased, and what the law has kept of it. Sources: règlement (UE)
// 2016/679, article 17; Code de commerce, article L123-22; Code civil, article 2224.

/** Years from the close of the financial year for which invoices and what they rest on are kept (L123-22). */
const ACCOUNTS_YEARS = 10;
/** Years for which a debt may be claimed (article 2224 du Code civil): as long, who owes it is known. */
const CLAIM_YEARS = 5;

/** Stands where a person was. */
const NONE = '—';

type Contact = Member['contact'];

const erasedContact = ({ language }: Contact): Contact => ({
  firstName: NONE,
  lastName: NONE,
  role: NONE,
  email: NOBODY,
  phone: '000000',
  language,
});

/** What stays of an application whose accounts are kept: the company that is invoiced, and nobody's name. */
export const erasedApplication = (application: Application): Application => {
  const { form, consent } = application;
  return {
    ...application,
    form: { ...form, company: { ...form.company, website: null }, contact: erasedContact(form.contact) },
    consent: {
      ...consent,
      signer: { firstName: NONE, lastName: NONE, role: NONE, email: NOBODY },
      sourceIp: '',
      userAgent: '',
      confirmation: null,
    },
    register: null,
    refusalComment: null,
  };
};

/** What stays of a member whose accounts are kept: its number, its company and its last period. */
export const erasedMember = (member: Member): Member => ({
  ...member,
  company: { ...member.company, website: null },
  contact: erasedContact(member.contact),
  contacts: [],
  figures: [],
});

/**
 * The last day accounts are kept for.
 * @param latest ISO 8601 date of the latest of them; financial years are calendar years
 */
export const accountsKeptUntil = (latest: string): string => `${Number(latest.slice(0, 4)) + ACCOUNTS_YEARS}-12-31`;

/** The first day of the oldest financial year whose accounts are still kept. @param today ISO 8601 date in Europe/Paris */
export const accountsKeptFrom = (today: string): string => `${Number(today.slice(0, 4)) - ACCOUNTS_YEARS}-01-01`;

/** What must be known of a dossier to say whether its people can be erased. */
export type Standing = {
  application: Pick<Application, 'status' | 'closedAt'>;
  member: Pick<Member, 'status' | 'leftAt'> | null;
  /** What it owes today, in cents. */
  owedCents: number;
  /** The latest day that any of it fell due; null where nothing is owed. ISO 8601 date. */
  owedSince: string | null;
};

/** Whether a dossier may be erased today; if not, why, and from which day on (null where no day is known). */
export type Verdict =
  | { may: true }
  | { may: false; why: 'membership-runs' | 'application-runs' | 'owes'; from: string | null };

/**
 * The day from which a claim runs out of time: of what a company owed when it ended its membership, that end. Of a dossier
 * that a company left behind when it applied anew, nothing tells the end but what is owed.
 */
const claimFrom = ({ application, member, owedSince }: Standing, endedAt: string): string => {
  const ended = parisDay(endedAt);
  const leftBehind = member === null && application.status === 'admitted';
  return leftBehind && owedSince !== null && owedSince > ended ? owedSince : ended;
};

/**
 * Whether a dossier may be erased. A membership and an application under way rest on it; a claim needs somebody to be
 * claimed from, until it is out of time (article 17, 3, e).
 * @param today ISO 8601 date in Europe/Paris
 */
export const erasureOf = (standing: Standing, today: string): Verdict => {
  const { application, member, owedCents } = standing;
  if (member !== null && !hasLeft(member.status)) return { may: false, why: 'membership-runs', from: null };
  const endedAt = member?.leftAt ?? application.closedAt;
  if (member === null && (isLive(application.status) || endedAt === null)) {
    return { may: false, why: 'application-runs', from: null };
  }
  if (owedCents === 0 || endedAt === null) return { may: true };
  const from = Temporal.PlainDate.from(claimFrom(standing, endedAt)).add({ years: CLAIM_YEARS }).toString();
  return from <= today ? { may: true } : { may: false, why: 'owes', from };
};

const PROBLEM = {
  'membership-runs': 'membership-runs',
  'application-runs': 'application-runs',
  owes: 'claim-open',
} as const;

/** @throws Refusal `membership-runs`, `application-runs`, `claim-open` with the day from which it may be */
export const assertErasable = (standing: Standing, today: string): void => {
  const verdict = erasureOf(standing, today);
  if (verdict.may) return;
  throw new Refusal(PROBLEM[verdict.why], verdict.from === null ? {} : { params: { from: verdict.from } });
};
