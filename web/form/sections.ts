import { checkForm } from '../../domain/application/check.ts';
import { ApplicationForm } from '../../domain/application/form.ts';
import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import type { FieldError } from '../../domain/errors.ts';
import { fieldErrors } from '../../domain/text/field-errors.ts';
import { todayInParis } from '../format/dates.ts';
import type { Language } from '../i18n/language.ts';
import { type Draft, toForm } from './draft.ts';

/** The form's sections in their order, each with the parts of the form it asks for. */
export const SECTIONS = ['company', 'establishment', 'contact', 'figures', 'antenna', 'charter'] as const;
export type Section = (typeof SECTIONS)[number];

const PARTS: Record<Section, readonly (keyof ApplicationForm)[]> = {
  company: ['company'],
  establishment: ['establishment'],
  contact: ['contact'],
  figures: ['figures'],
  antenna: ['preferredAntenna', 'growthProgramme'],
  charter: ['charter'],
};

/** The section a field is asked for in. @param path dotted, as `figures.0.turnover`; @returns null when none asks for it */
export const sectionOf = (path: string): Section | null => {
  const [head] = path.split('.');
  return SECTIONS.find((section) => PARTS[section].some((part) => part === head)) ?? null;
};

/**
 * The least a form can be. It stands for the sections still to come, so that the domain's rules across fields can judge
 * the first ones; what they say of these stand-ins is left out.
 */
const LEAST: Omit<ApplicationForm, 'company'> = {
  establishment: { siret: null, street: '-', postcode: '69001', communeCode: '69381' },
  contact: { firstName: '-', lastName: '-', role: '-', email: 'a@example.org', phone: '000000', language: 'fr' },
  // The last year the schema takes: after the foundation of any company.
  figures: [{ year: 2200, employees: 0, turnover: 0 }],
  preferredAntenna: null,
  growthProgramme: false,
  charter: { version: CURRENT_CHARTER.version, accepted: true },
};

const isNumber = (path: string): boolean => /^figures\.\d+\./.test(path);
/** A text in the place of a number is, to whoever typed it, a number that is not whole. */
const asTyped = (error: FieldError): FieldError =>
  isNumber(error.path) && error.code === 'wrong-type' ? { ...error, code: 'number.whole' } : error;

/** What the domain says of a draft, taken as a whole form: the form when all is well, or each error. */
export const judge = (
  draft: Draft,
  language: Language,
  candidate: Record<keyof ApplicationForm, unknown> = toForm(draft, language),
): { form: ApplicationForm; errors: [] } | { form: null; errors: FieldError[] } => {
  const parsed = ApplicationForm.safeParse(candidate);
  if (!parsed.success) return { form: null, errors: fieldErrors(parsed.error).map(asTyped) };
  const errors = checkForm(parsed.data, { today: todayInParis(), commune: draft.commune });
  return errors.length === 0 ? { form: parsed.data, errors: [] } : { form: null, errors };
};

/**
 * What is wrong in one section, by the domain's own schemas and rules; the sections before it count, those after do not.
 */
export const sectionErrors = (section: Section, draft: Draft, language: Language): FieldError[] => {
  const typed = toForm(draft, language);
  const candidate: Record<keyof ApplicationForm, unknown> = { ...LEAST, company: typed.company };
  for (const known of SECTIONS.slice(0, SECTIONS.indexOf(section) + 1)) {
    for (const part of PARTS[known]) candidate[part] = typed[part];
  }
  return judge(draft, language, candidate).errors.filter(({ path }) => sectionOf(path) === section);
};
