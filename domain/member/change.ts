import type { YearlyFigures } from '../application/form.ts';
import type { Category } from '../company/category.ts';
import { Refusal } from '../errors.ts';
import type { Commune } from '../geography/commune.ts';
import { checkFigures, sameFigures, withFigures } from './figures.ts';
import type { MemberStep } from './lifecycle.ts';
import type { Member } from './member.ts';
import { plusDays } from './period.ts';
import { hasLeft } from './status.ts';

/**
 * What follows from a change in the middle of a year, for whoever makes it; the page turns the code into a sentence:
 * `dues-from` (`from`: first day of the period whose dues it counts for), `antenna-reassigned` (its workflow places the
 * company), `antenna-kept`, `transferred` (`siren`).
 */
export type Consequence = {
  code: 'dues-from' | 'antenna-reassigned' | 'antenna-kept' | 'transferred';
  params: Record<string, string>;
};
/** A change and its consequences; no step when nothing changes. */
export type MemberChange = { step: MemberStep | null; consequences: Consequence[] };

const NOTHING: MemberChange = { step: null, consequences: [] };

/** @throws Refusal `member-left`: who has left is changed when it joins again */
const assertMember = ({ status }: Member): void => {
  if (hasLeft(status)) throw new Refusal('member-left');
};

/** Dues of the present period stand as they were asked for; so do those of a renewal whose figures are settled. */
const duesFrom = ({ renewal, period }: Member): Consequence => {
  if (renewal === null) return { code: 'dues-from', params: { from: plusDays(period.to, 1) } };
  const from = renewal.figuresAt === null ? renewal.period.from : plusDays(renewal.period.to, 1);
  return { code: 'dues-from', params: { from } };
};

/** Puts a member into another category. */
export const changeCategory = (member: Member, category: Category, comment: string): MemberChange => {
  assertMember(member);
  if (member.company.category === category) return NOTHING;
  return {
    step: {
      member: { ...member, company: { ...member.company, category } },
      happening: { type: 'member-changed', changed: ['company.category'], comment },
    },
    consequences: [duesFrom(member)],
  };
};

/** Records the headcount and turnover of a year. @param today ISO 8601 date in Europe/Paris */
export const changeFigures = (member: Member, figures: YearlyFigures, comment: string, today: string): MemberChange => {
  assertMember(member);
  const errors = checkFigures(figures, member.company.foundedOn, today);
  if (errors.length > 0) throw new Refusal('invalid-fields', { errors });
  if (
    sameFigures(
      member.figures.find(({ year }) => year === figures.year),
      figures,
    )
  )
    return NOTHING;
  return {
    step: {
      member: { ...member, figures: withFigures(member.figures, figures) },
      happening: { type: 'member-changed', changed: [`figures.${figures.year}`], comment },
    },
    consequences: [duesFrom(member)],
  };
};

const SITE_FIELDS = ['siret', 'street', 'postcode', 'communeCode'] as const;

/** Moves a member's establishment. In another commune the antenna is assigned anew, by its workflow. */
export const moveMember = (
  member: Member,
  establishment: Member['establishment'],
  commune: Commune,
  comment: string,
): MemberChange => {
  assertMember(member);
  const { siret } = establishment;
  if (siret !== null && !siret.startsWith(member.company.siren)) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'establishment.siret', code: 'siret.other-siren' }] });
  }
  const changed = SITE_FIELDS.filter((field) => establishment[field] !== member.establishment[field]);
  if (changed.length === 0) return NOTHING;
  const elsewhere = commune.code !== member.commune.code;
  return {
    step: {
      member: { ...member, establishment, commune },
      happening: { type: 'member-changed', changed: changed.map((field) => `establishment.${field}`), comment },
    },
    consequences: [{ code: elsewhere ? 'antenna-reassigned' : 'antenna-kept', params: {} }],
  };
};

/** A company that takes the place of another in the membership. */
export type Successor = { siren: string; legalName: string; siret: string | null };

/**
 * Transfers the membership to another company: after a merger or a sale, the one that goes on. Number, periods, antenna
 * and what was paid stay; the establishment's number is the new company's, or unknown.
 */
export const transferMember = (member: Member, to: Successor, comment: string): MemberChange => {
  assertMember(member);
  const { siren, legalName, siret } = to;
  if (siret !== null && !siret.startsWith(siren)) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'company.siret', code: 'siret.other-siren' }] });
  }
  if (siren === member.company.siren) return NOTHING;
  return {
    step: {
      member: {
        ...member,
        company: { ...member.company, siren, legalName },
        establishment: { ...member.establishment, siret },
      },
      happening: { type: 'member-transferred', fromSiren: member.company.siren, toSiren: siren, comment },
    },
    consequences: [{ code: 'transferred', params: { siren } }],
  };
};

const CONTACT_FIELDS = ['firstName', 'lastName', 'role', 'email', 'phone', 'language'] as const;

/**
 * Corrects whom a member is reached through, as the company says.
 * @param proven whether the link it comes through was mailed to the present address: only then may the address change
 * @throws Refusal `member-left`; `mailed-link-required`
 */
export const correctContact = (member: Member, contact: Member['contact'], proven: boolean): MemberChange => {
  assertMember(member);
  const changed = CONTACT_FIELDS.filter((field) => contact[field] !== member.contact[field]);
  if (changed.length === 0) return NOTHING;
  if (changed.includes('email') && !proven) throw new Refusal('mailed-link-required');
  return {
    step: {
      member: { ...member, contact },
      happening: { type: 'member-changed', changed: changed.map((field) => `contact.${field}`), comment: '' },
    },
    consequences: [],
  };
};
