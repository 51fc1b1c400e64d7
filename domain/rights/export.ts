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
  'notes',
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

/** Of a sitting of the jury: what came of it and the votes with their reasons, and nothing of the ties jurors declared. */
const sitting = (session: unknown): unknown => {
  if (!isObject(session)) return session;
  const { number, instance, openedAt, dueAt, closedAt, votes, verdict } = session;
  return { number, instance, openedAt, dueAt, closedAt, votes, verdict };
};

/**
 * A screening, once it has ended: until then the jury deliberates, and what it says so far is no decision yet
 * (article 15, 4: nobody's vote is to be hurried or hindered).
 */
const screening = (item: Record<string, unknown>): Record<string, unknown> => {
  const { sessions, ...rest } = item;
  if (item.endedAt === null || !Array.isArray(sessions)) return rest;
  return { ...rest, sessions: sessions.map(sitting) };
};

/** A question: what a juror was asked alone is in the screening, without a name. */
const question = (item: Record<string, unknown>): Record<string, unknown> | null =>
  item.kind === 'jury-vote' ? null : item;

const OF_SECTION: Partial<Record<Section, (item: Record<string, unknown>) => Record<string, unknown> | null>> = {
  screenings: screening,
  tasks: question,
};

/** An item of the table as the person it tells of may have it; null when there is nothing of theirs in it. */
export const forSubject = (section: Section, item: Record<string, unknown>): Record<string, unknown> | null => {
  const theirs = OF_SECTION[section]?.(item) ?? (section in OF_SECTION ? null : item);
  const answer = shown(theirs);
  return isObject(answer) ? answer : null;
};
