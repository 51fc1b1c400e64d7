import * as z from 'zod';
import { CATEGORIES, Category } from '../../../../domain/company/category.ts';
import { policyFaults } from '../../../../domain/dues/faults.ts';
import { DuesPolicy, ScaleBasis, VatRegime } from '../../../../domain/dues/policy.ts';
import type { FieldError } from '../../../../domain/errors.ts';
import { fieldErrors } from '../../../../domain/text/field-errors.ts';
import { parseCents, typedCents } from '../../../format/money.ts';
import { parseWholeNumber } from '../../../format/numbers.ts';
import type { Language } from '../../../i18n/language.ts';

/** A version of the scale as it is being typed: texts for whatever is typed, however incomplete. */
export const PolicyDraft = z.object({
  version: z.string(),
  from: z.string(),
  basis: ScaleBasis,
  bands: z.array(z.object({ from: z.string(), to: z.string(), amount: z.string() })),
  /** By category; empty where its band counts. */
  flat: z.record(Category, z.string()),
  newCompany: z.object({ on: z.boolean(), underYears: z.string(), percent: z.string() }),
  /** `day` and `month` as numbers. */
  midYear: z.object({ on: z.boolean(), day: z.string(), month: z.string(), percent: z.string() }),
  minimum: z.string(),
  vatRegime: VatRegime,
  /** Days apart by commas; the rate in percent a year. */
  terms: z.object({
    dueDays: z.string(),
    reminders: z.string(),
    formalNotice: z.string(),
    unpaid: z.string(),
    penaltyRate: z.string(),
  }),
  seller: z.object({
    legalName: z.string(),
    siren: z.string(),
    vatNumber: z.string(),
    street: z.string(),
    postcode: z.string(),
    city: z.string(),
    email: z.string(),
    iban: z.string(),
    bic: z.string(),
  }),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

/** A version to come, begun from one there is: all of it but its name and its first day. */
export const draftFrom = (policy: DuesPolicy, language: Language): PolicyDraft => {
  const { newCompany, midYear } = policy.reductions;
  const { terms, seller } = policy;
  return {
    version: '',
    from: '',
    basis: policy.basis,
    bands: policy.bands.map(({ from, to, cents }) => ({
      from: String(from),
      to: to === null ? '' : String(to),
      amount: typedCents(cents, language),
    })),
    flat: z
      .record(Category, z.string())
      .parse(
        Object.fromEntries(
          CATEGORIES.map((category) => [category, textOf(policy.flat[category] ?? null, language)] as const),
        ),
      ),
    newCompany: {
      on: newCompany !== null,
      underYears: String(newCompany?.underYears ?? 2),
      percent: String(newCompany?.percent ?? 50),
    },
    midYear: {
      on: midYear !== null,
      day: String(Number(midYear?.from.slice(3) ?? 1)),
      month: String(Number(midYear?.from.slice(0, 2) ?? 7)),
      percent: String(midYear?.percent ?? 50),
    },
    minimum: typedCents(policy.minimumCents, language),
    vatRegime: policy.vatRegime,
    terms: {
      dueDays: String(terms.dueDays),
      reminders: terms.reminders.join(', '),
      formalNotice: String(terms.formalNotice),
      unpaid: String(terms.unpaid),
      penaltyRate: typedCents(terms.penaltyRateBasisPoints, language),
    },
    seller: { ...seller, vatNumber: seller.vatNumber ?? '' },
  };
};

const textOf = (cents: number | null, language: Language): string =>
  cents === null ? '' : typedCents(cents, language);

const twoDigits = (typed: string): string => typed.trim().padStart(2, '0');
const bare = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();

/** What was typed, in the shape of a policy: for the domain's schema to parse, so nothing is promised of it. */
const toPolicy = (draft: PolicyDraft, language: Language): Record<keyof DuesPolicy, unknown> => {
  // Nothing typed is missing; what is no number stays a text, which the schema refuses.
  const whole = (typed: string): unknown => {
    const number = parseWholeNumber(typed, language);
    return number === null ? undefined : Number.isNaN(number) ? typed : number;
  };
  const amount = (typed: string): unknown => {
    const cents = parseCents(typed, language);
    return cents === null ? undefined : Number.isNaN(cents) ? typed : cents;
  };
  const { newCompany, midYear, terms, seller } = draft;
  return {
    version: draft.version.trim(),
    from: draft.from,
    basis: draft.basis,
    bands: draft.bands.map((band) => ({
      from: whole(band.from),
      to: band.to.trim() === '' ? null : whole(band.to),
      cents: amount(band.amount),
    })),
    flat: Object.fromEntries(
      Object.entries(draft.flat).flatMap(([category, typed]) =>
        typed.trim() === '' ? [] : [[category, amount(typed)] as const],
      ),
    ),
    reductions: {
      newCompany: newCompany.on
        ? { underYears: whole(newCompany.underYears), percent: whole(newCompany.percent) }
        : null,
      midYear: midYear.on
        ? { from: `${twoDigits(midYear.month)}-${twoDigits(midYear.day)}`, percent: whole(midYear.percent) }
        : null,
    },
    minimumCents: amount(draft.minimum),
    vatRegime: draft.vatRegime,
    terms: {
      dueDays: whole(terms.dueDays),
      reminders: terms.reminders
        .split(/[,;]/)
        .filter((typed) => typed.trim() !== '')
        .map(whole),
      formalNotice: whole(terms.formalNotice),
      unpaid: whole(terms.unpaid),
      penaltyRateBasisPoints: amount(terms.penaltyRate),
    },
    seller: {
      ...seller,
      siren: bare(seller.siren),
      vatNumber: bare(seller.vatNumber) === '' ? null : bare(seller.vatNumber),
      iban: bare(seller.iban),
      bic: bare(seller.bic),
    },
  };
};

/** What the domain says of a version as it is typed: the version when all is well, or each error by its path. */
export const judgePolicy = (
  draft: PolicyDraft,
  language: Language,
): { policy: DuesPolicy; errors: [] } | { policy: null; errors: FieldError[] } => {
  const parsed = DuesPolicy.safeParse(toPolicy(draft, language));
  if (!parsed.success) return { policy: null, errors: fieldErrors(parsed.error) };
  const errors = policyFaults(parsed.data);
  return errors.length === 0 ? { policy: parsed.data, errors: [] } : { policy: null, errors };
};

const BandsOnly = DuesPolicy.pick({ bands: true });

/**
 * What is wrong with the bands alone, whatever is still missing elsewhere: said while they are typed.
 * @param known a version whose other parts stand in for those still being typed
 */
export const bandErrors = (draft: PolicyDraft, known: DuesPolicy, language: Language): FieldError[] => {
  const parsed = BandsOnly.safeParse({ bands: toPolicy(draft, language).bands });
  const errors = parsed.success ? policyFaults({ ...known, bands: parsed.data.bands }) : fieldErrors(parsed.error);
  return errors.filter(({ path }) => path.startsWith('bands'));
};
