/** Every field of the form, rows numbered away: what has a label. */
export const FIELD_NAMES = [
  'company.siren',
  'company.legalName',
  'company.category',
  'company.foundedOn',
  'company.activity.code',
  'company.activity.nomenclature',
  'company.website',
  'establishment.siret',
  'establishment.street',
  'establishment.postcode',
  'establishment.communeCode',
  'contact.firstName',
  'contact.lastName',
  'contact.role',
  'contact.email',
  'contact.phone',
  'contact.language',
  'figures.year',
  'figures.employees',
  'figures.turnover',
  'preferredAntenna',
  'growthProgramme',
  'charter.version',
  'charter.accepted',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** The field a path leads to, with its row when it stands in one; null when the form has no such field. */
export const fieldNameOf = (path: string): { name: FieldName; row: number | null } | null => {
  const [, row] = /^figures\.(\d+)\./.exec(path) ?? [];
  const bare = path.replace(/^figures\.\d+\./, 'figures.');
  const name = FIELD_NAMES.find((known) => known === bare);
  return name === undefined ? null : { name, row: row === undefined ? null : Number(row) };
};

/** Identifier of a field's control in the page: where links of an error summary lead. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;
