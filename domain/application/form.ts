import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Category } from '../company/category.ts';
import { Siren, Siret } from '../company/identity.ts';
import { NOMENCLATURE_NAMES } from '../company/nomenclature.ts';
import { line } from '../text/free-text.ts';
import { formatted, typed } from '../text/issue-code.ts';

// Issue messages are codes: the pages and the API turn them into a sentence in the reader's language
// (domain/text/field-errors.ts), so a schema never holds a text.

const day = z.iso.date(formatted('date'));
/** ISO 8601 date of the first day a company may have been founded on, to refuse slips of the keyboard. */
const EARLIEST_FOUNDATION = '1700-01-01';

/** Activity code (code APE) and the nomenclature it is written in: NAF rev. 2 until 31/12/2026, NAF 2025 after. */
export const Activity = z.strictObject(
  {
    code: z
      .string(typed)
      .trim()
      .min(1, 'required')
      .regex(/^\d{2}\.\d{2}[A-Z]$/, 'activity.code'),
    nomenclature: z.enum(NOMENCLATURE_NAMES, typed),
  },
  typed,
);

export const CompanyForm = z.strictObject(
  {
    siren: Siren,
    /** Legal name (dénomination sociale). */
    legalName: line(200),
    category: Category,
    foundedOn: day.refine((d) => d >= EARLIEST_FOUNDATION, 'date.too-early'),
    activity: Activity,
    website: z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, ...formatted('url') })
      .max(300, 'too-long')
      // A name before an @ would show one site and open another.
      .refine((url) => !/^\w+:\/*[^/?#]*@/.test(url), 'url')
      .nullable(),
  },
  typed,
);

/** The establishment to be placed in an antenna: the head office, or the main one if that is elsewhere. */
export const EstablishmentForm = z.strictObject(
  {
    siret: Siret.nullable(),
    street: line(200),
    postcode: z
      .string(typed)
      .trim()
      .min(1, 'required')
      .regex(/^\d{5}$/, 'postcode.format'),
    communeCode: z.string(typed).regex(/^(\d{2}|2[AB])\d{3}$/, 'commune.required'),
  },
  typed,
);

export const Language = z.enum(['fr', 'en'], typed);
export type Language = z.infer<typeof Language>;

export const ContactForm = z.strictObject(
  {
    firstName: line(80),
    lastName: line(80),
    /** Function in the company. */
    role: line(120),
    email: z.string(typed).trim().min(1, 'required').pipe(z.email('email.format').max(254, 'too-long')),
    phone: z
      .string(typed)
      .trim()
      .min(1, 'required')
      .regex(/^\+?[\d\s().-]{6,24}$/, 'phone.format'),
    language: Language,
  },
  typed,
);

/** Headcount and turnover of one year. Turnover in whole euros, excluding tax; headcount at the close of the year. */
export const YearlyFigures = z.strictObject(
  {
    year: z.int(typed).min(1900, 'figures.year').max(2200, 'figures.year'),
    employees: z.int(typed).min(0, 'number.negative').max(1_000_000, 'number.too-big'),
    turnover: z.int(typed).min(0, 'number.negative').max(1_000_000_000_000, 'number.too-big'),
  },
  typed,
);
export type YearlyFigures = z.infer<typeof YearlyFigures>;

export const CharterForm = z.strictObject({ version: line(20), accepted: z.literal(true, 'charter.required') }, typed);

/** The form as `POST /api/applications` takes it. Amounts in whole euros. */
export const ApplicationForm = z
  .strictObject(
    {
      company: CompanyForm,
      establishment: EstablishmentForm,
      contact: ContactForm,
      figures: z.array(YearlyFigures, typed).min(1, 'figures.required').max(10, 'figures.too-many'),
      preferredAntenna: AntennaCode.nullable(),
      /** True when the company asks to be screened for the high-growth programme. */
      growthProgramme: z.boolean(typed),
      charter: CharterForm,
    },
    typed,
  )
  .superRefine((form, context) => {
    const { siret } = form.establishment;
    if (siret !== null && !siret.startsWith(form.company.siren)) {
      context.addIssue({ code: 'custom', path: ['establishment', 'siret'], message: 'siret.other-siren' });
    }
    const founded = Number(form.company.foundedOn.slice(0, 4));
    const seen = new Set<number>();
    for (const [index, { year }] of form.figures.entries()) {
      if (year < founded) {
        context.addIssue({ code: 'custom', path: ['figures', index, 'year'], message: 'figures.before-foundation' });
      }
      if (seen.has(year)) {
        context.addIssue({ code: 'custom', path: ['figures', index, 'year'], message: 'figures.twice' });
      }
      seen.add(year);
    }
  });
export type ApplicationForm = z.infer<typeof ApplicationForm>;
