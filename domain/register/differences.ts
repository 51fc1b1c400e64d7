import type { Application } from '../application/application.ts';
import type { ApplicationForm } from '../application/form.ts';
import { communeOf } from '../geography/commune.ts';
import { formatBand, headcountBand, inBand } from './headcount.ts';
import type { RegisterDifference, RegisterEntry } from './register.ts';

/** Words of a name that tell its legal form (forme juridique), which the register and people give or leave out at will. */
const LEGAL_FORMS = new Set(
  [
    'sa sas sasu sarl eurl snc scs sca sci scp scop scic selarl selas selasu earl gie geie gip epic epa se',
    'societe anonyme actions simplifiee simplifie responsabilite limitee unipersonnelle association fondation ste',
  ].flatMap((words) => words.split(' ')),
);
const SMALL_WORDS = new Set('a au aux d de des du et l la le les par'.split(' '));

/**
 * A company's name reduced to the words that tell it from others, in alphabetical order: no accents, case, punctuation,
 * legal form, articles. `SAS Société Générale d'Édition` and `GENERALE EDITION` are one.
 */
const simplifyName = (name: string): string => {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    // S.A.S. is one word.
    .replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // A company may be called nothing but "La Société": then every word tells.
  const telling = words.filter((word) => !SMALL_WORDS.has(word) && !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
};

/** The register adds the short or trade name in brackets: `NOM COMPLET (SIGLE)`. Any of them is the company's name. */
const namesOf = (registered: string): string[] => {
  const bracketed = [...registered.matchAll(/\(([^()]*)\)/g)].map(([, inside]) => inside ?? '');
  return [registered, registered.replace(/\([^()]*\)/g, ' '), ...bracketed].map(simplifyName);
};

type Difference = Omit<RegisterDifference, 'field'>;
type Comparison = (application: Pick<Application, 'form' | 'commune'>, entry: RegisterEntry) => Difference | null;

/** A difference when both are known and not the same. */
const unlessSame = (typed: string | null, register: string | null): Difference | null =>
  typed === null || register === null || typed === register ? null : { typed, register };

const compareName: Comparison = ({ form }, { name }) =>
  namesOf(name).includes(simplifyName(form.company.legalName))
    ? null
    : { typed: form.company.legalName, register: name };

/** Codes of two nomenclatures do not compare: the one typed is held against the register's of the same nomenclature. */
const compareActivity: Comparison = ({ form }, entry) => {
  const { code, nomenclature } = form.company.activity;
  return unlessSame(code, nomenclature === 'NAF2' ? entry.activity : entry.activityNaf2025);
};

const compareFoundation: Comparison = ({ form }, { createdOn }) => unlessSame(form.company.foundedOn, createdOn);

const compareSiret: Comparison = ({ form }, { headOffice }) => unlessSame(form.establishment.siret, headOffice.siret);

const compareCommune: Comparison = ({ form, commune }, { headOffice }) => {
  const { communeCode, postcode } = headOffice;
  const typedCode = form.establishment.communeCode;
  if (communeCode === null || communeOf(communeCode) === communeOf(typedCode)) return null;
  return {
    typed: `${commune.name} (${typedCode})`,
    register: postcode === null ? communeCode : `${postcode} (${communeCode})`,
  };
};

/** The figures of the year the register counted, or else the latest typed. */
const figuresToCompare = (form: ApplicationForm, year: number): ApplicationForm['figures'][number] | undefined =>
  form.figures.find((figures) => figures.year === year) ?? [...form.figures].sort((a, b) => b.year - a.year)[0];

const compareHeadcount: Comparison = ({ form }, { headcountBand: code, headcountYear }) => {
  const band = headcountBand(code);
  const figures = figuresToCompare(form, Number(headcountYear));
  if (band === null || figures === undefined || inBand(figures.employees, band)) return null;
  const year = headcountYear === null ? '' : ` (${headcountYear})`;
  return { typed: `${figures.employees} (${figures.year})`, register: `${formatBand(band)}${year}` };
};

/** C is the register's own word for a company that has ceased (état administratif). */
const compareCeased: Comparison = (_, { active }) => (active ? null : { typed: null, register: 'C' });

const COMPARISONS: Record<RegisterDifference['field'], Comparison> = {
  ceased: compareCeased,
  legalName: compareName,
  activity: compareActivity,
  foundedOn: compareFoundation,
  siret: compareSiret,
  commune: compareCommune,
  headcount: compareHeadcount,
};
const FIELDS = Object.keys(COMPARISONS) as RegisterDifference['field'][];

/**
 * Where what was typed and what the register says differ, the gravest first. What the register does not know differs
 * from nothing.
 * @returns empty when the register has not been asked, did not answer or does not know the company
 */
export const registerDifferences = (
  application: Pick<Application, 'form' | 'commune' | 'register'>,
): RegisterDifference[] => {
  const { register } = application;
  if (register === null || register.result !== 'found') return [];
  return FIELDS.flatMap((field) => {
    const difference = COMPARISONS[field](application, register.entry);
    return difference === null ? [] : [{ field, ...difference }];
  });
};
