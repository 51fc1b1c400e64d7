import * as z from 'zod';
import { AntennaCode } from '../../domain/antenna/antenna.ts';
import { type ApplicationForm, Language } from '../../domain/application/form.ts';
import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import { Category } from '../../domain/company/category.ts';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import { NOMENCLATURE_NAMES, nomenclatureAt } from '../../domain/company/nomenclature.ts';
import { Commune } from '../../domain/geography/commune.ts';
import { parseWholeNumber } from '../format/numbers.ts';

/** Nothing chosen yet, in a field of choices. */
const orNone = <T extends z.ZodType>(choice: T) => z.union([choice, z.literal('')]);

/**
 * The form as it is being typed: texts for whatever is typed, however incomplete, and the commune that was chosen with
 * its code. Nothing is judged here; `toForm` gives the domain something to judge.
 */
export const Draft = z.object({
  company: z.object({
    siren: z.string(),
    legalName: z.string(),
    category: orNone(Category),
    foundedOn: z.string(),
    activity: z.object({ code: z.string(), nomenclature: z.enum(NOMENCLATURE_NAMES) }),
    website: z.string(),
  }),
  establishment: z.object({
    siret: z.string(),
    street: z.string(),
    postcode: z.string(),
    communeCode: z.string(),
  }),
  /** What the commune code stands for; null until one is chosen. */
  commune: Commune.nullable(),
  contact: z.object({
    firstName: z.string(),
    lastName: z.string(),
    role: z.string(),
    email: z.string(),
    phone: z.string(),
    language: Language,
  }),
  figures: z.array(z.object({ year: z.string(), employees: z.string(), turnover: z.string() })),
  preferredAntenna: orNone(AntennaCode),
  growthProgramme: z.boolean(),
  charter: z.object({ version: z.string(), accepted: z.boolean() }),
});
export type Draft = z.infer<typeof Draft>;

/**
 * A form with nothing typed: the last closed year to be filled in, the nomenclature in force, the charter of today.
 * @param today ISO 8601 date in Europe/Paris
 */
export const emptyDraft = (today: string, language: Language): Draft => ({
  company: {
    siren: '',
    legalName: '',
    category: '',
    foundedOn: '',
    activity: { code: '', nomenclature: nomenclatureAt(today) },
    website: '',
  },
  establishment: { siret: '', street: '', postcode: '', communeCode: '' },
  commune: null,
  contact: { firstName: '', lastName: '', role: '', email: '', phone: '', language },
  figures: [{ year: String(Number(today.slice(0, 4)) - 1), employees: '', turnover: '' }],
  preferredAntenna: '',
  growthProgramme: false,
  charter: { version: CURRENT_CHARTER.version, accepted: false },
});

/** An activity code as INSEE writes it, whatever the case and the dot: `5829c` is `58.29C`. */
export const tidyActivityCode = (typed: string): string => {
  const [, division, rest, letter] = /^\s*(\d{2})[.\s]?(\d{2})\s*([A-Za-z])\s*$/.exec(typed) ?? [];
  return division === undefined || rest === undefined || letter === undefined
    ? typed.trim()
    : `${division}.${rest}${letter.toUpperCase()}`;
};

/** A web address with its protocol, which people leave out. */
export const tidyWebsite = (typed: string): string => {
  const address = typed.trim();
  return address === '' || /^[a-z]+:/i.test(address) ? address : `https://${address}`;
};

/** A number for the domain to judge; what is no whole number stays a text, which the domain refuses. */
const typedNumber = (typed: string, language: Language): number | string | null => {
  const number = parseWholeNumber(typed, language);
  return Number.isNaN(number) ? typed : number;
};

/**
 * What was typed, in the shape of the API's form: for the domain's schema to parse, so nothing is promised of it.
 * @param language the language numbers were typed in
 */
export const toForm = (draft: Draft, language: Language): Record<keyof ApplicationForm, unknown> => ({
  company: {
    ...draft.company,
    activity: { ...draft.company.activity, code: tidyActivityCode(draft.company.activity.code) },
    website: draft.company.website.trim() === '' ? null : tidyWebsite(draft.company.website),
  },
  establishment: {
    ...draft.establishment,
    siret: draft.establishment.siret.trim() === '' ? null : draft.establishment.siret,
  },
  contact: draft.contact,
  figures: draft.figures.map(({ year, employees, turnover }) => ({
    year: typedNumber(year, language),
    employees: typedNumber(employees, language),
    turnover: typedNumber(turnover, language),
  })),
  preferredAntenna: draft.preferredAntenna === '' ? null : draft.preferredAntenna,
  growthProgramme: draft.growthProgramme,
  charter: draft.charter,
});

/** A form already sent, to be typed in again. */
export const fromForm = (form: ApplicationForm, commune: Commune): Draft => ({
  company: {
    ...form.company,
    siren: formatCompanyNumber(form.company.siren),
    website: form.company.website ?? '',
  },
  establishment: { ...form.establishment, siret: formatCompanyNumber(form.establishment.siret ?? '') },
  commune,
  contact: form.contact,
  figures: form.figures.map(({ year, employees, turnover }) => ({
    year: String(year),
    employees: String(employees),
    turnover: String(turnover),
  })),
  preferredAntenna: form.preferredAntenna ?? '',
  growthProgramme: form.growthProgramme,
  charter: form.charter,
});
