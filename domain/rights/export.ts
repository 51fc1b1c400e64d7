import * as z from 'zod';

// What the export of a dossier leaves out. Members of staff and jurors have rights of their own (article 15, 4 du RGPD;
// CJUE, C-579/21, Pankki S): that somebody read, decided or voted is told, with when and why, and not who.

/** The parts of an export, in the order they are read in. */
export const SECTIONS = [
  'application',
  'member',
  'periods',
  'tasks',
  'timeline',
  'growth',
  'screenings',
  'dues',
  'invoices',
  'receivables',
  'payments',
  'ledger',
  'contacts',
  'access',
  'other',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Of a dossier, all that is held: each part as a list of what lies in it. */
export const DossierExport = z.object({
  applicationId: z.string(),
  memberNumber: z.string().nullable(),
  companyName: z.string(),
  /** ISO 8601 instant it was made. */
  at: z.iso.datetime(),
  sections: z.partialRecord(z.enum(SECTIONS), z.array(z.record(z.string(), z.unknown()))),
});
export type DossierExport = z.infer<typeof DossierExport>;

/** Fields that are none of the person's: keys of the table, tokens of the machines, numbers of the writes. */
const INTERNAL = new Set([
  'PK',
  'SK',
  'GSI1PK',
  'GSI1SK',
  'GSI2PK',
  'GSI2SK',
  'expiresAt',
  'token',
  'answeredWith',
  'revision',
  'version',
  'undeliveredSince',
  'jurorId',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Somebody of the staff, or who has a seat: that there was somebody stays. */
const unnamed = (value: Record<string, unknown>): Record<string, unknown> => {
  if (value.kind === 'staff' && 'id' in value && 'name' in value) return { kind: 'staff' };
  if ('jurorId' in value && 'name' in value) return { ...value, name: null };
  return value;
};

const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(unnamed(value))
      .filter(([name]) => !INTERNAL.has(name))
      .map(([name, inner]) => [name, shown(inner)]),
  );
};

/** An item of the table as the person it tells of may have it. */
export const forSubject = (item: Record<string, unknown>): Record<string, unknown> => {
  const answer = shown(item);
  return isObject(answer) ? answer : {};
};
