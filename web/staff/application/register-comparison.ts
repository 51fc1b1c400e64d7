import type { StaffApplication } from '../../../domain/contract/responses.ts';
import type { RegisterDifference } from '../../../domain/register/register.ts';

type Found = Extract<StaffApplication['register'], { result: 'found' }>;

/** A value as it is to be shown: plain, or to be put into words in the reader's language. */
export type Shown =
  | { as: 'text'; value: string }
  | { as: 'date'; value: string }
  | { as: 'number'; value: string }
  | { as: 'headcount'; band: string; year: string | null }
  | { as: 'employees'; count: number; year: number }
  | { as: 'active'; active: boolean };

export type ComparedField = RegisterDifference['field'] | 'street' | 'website' | 'epci' | 'category' | 'size';
/** One line: what was typed beside what the register says. `null` is "nothing"; undefined, "not asked of this side". */
export type ComparedRow = {
  field: ComparedField;
  typed?: Shown | null;
  register?: Shown | null;
  differs: boolean;
};

const text = (value: string | null): Shown | null => (value === null ? null : { as: 'text', value });
const date = (value: string | null): Shown | null => (value === null ? null : { as: 'date', value });

/** Puts what was typed beside what the register says, line by line, and marks the lines the API found to differ. */
export function comparedRows(application: StaffApplication): ComparedRow[] {
  const { form, commune, register } = application;
  const entry = register?.result === 'found' ? register.entry : null;
  const differing = new Set(application.registerDifferences.map((difference) => difference.field));
  const latest = [...form.figures].sort((a, b) => b.year - a.year)[0];
  const row = (field: ComparedField, typed: Shown | null | undefined, registered?: Shown | null): ComparedRow => ({
    field,
    typed,
    register: registered,
    differs: [...differing].some((name) => name === field),
  });
  return [
    row('legalName', text(form.company.legalName), text(entry?.name ?? null)),
    row('activity', text(form.company.activity.code), text(entry === null ? null : activityOf(form, entry))),
    row('foundedOn', date(form.company.foundedOn), date(entry?.createdOn ?? null)),
    row('siret', numberOf(form.establishment.siret), numberOf(entry?.headOffice.siret ?? null)),
    row('commune', text(`${form.establishment.postcode} ${commune.name}`), text(communeOf(commune, entry))),
    row(
      'headcount',
      latest === undefined ? null : { as: 'employees', count: latest.employees, year: latest.year },
      entry?.headcountBand == null ? null : { as: 'headcount', band: entry.headcountBand, year: entry.headcountYear },
    ),
    row('size', undefined, text(entry?.size ?? null)),
    row('ceased', undefined, entry === null ? null : { as: 'active', active: entry.active }),
    row('street', text(form.establishment.street)),
    row('epci', text(commune.epci?.name ?? null)),
    row('category', text(form.company.category)),
    row('website', text(form.company.website)),
  ];
}

const numberOf = (value: string | null): Shown | null => (value === null ? null : { as: 'number', value });

/** The register's activity in the nomenclature that was typed: codes of two nomenclatures do not compare. */
const activityOf = (form: StaffApplication['form'], entry: Found['entry']): string | null =>
  form.company.activity.nomenclature === 'NAF2025' ? entry.activityNaf2025 : entry.activity;

const communeOf = (commune: StaffApplication['commune'], entry: Found['entry'] | null): string | null => {
  if (entry === null) return null;
  const { communeCode, postcode } = entry.headOffice;
  const name = communeCode === commune.code ? commune.name : communeCode;
  const known = [postcode, name].filter((part) => part !== null);
  return known.length === 0 ? null : known.join(' ');
};
