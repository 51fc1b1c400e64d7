import * as z from 'zod';
import { YearlyFigures } from '../application/form.ts';
import { Category } from '../company/category.ts';
import { type CompanySize, sizeOf } from '../company/size.ts';
import { Member } from '../member/member.ts';

/**
 * A member's line of the directory: what is searched, filtered and sorted, kept apart from the member so that the whole
 * list can be read. It holds nothing of a person.
 */
export const DirectoryEntry = Member.pick({
  number: true,
  applicationId: true,
  status: true,
  antenna: true,
  admittedAt: true,
  period: true,
  growthProgramme: true,
}).extend({
  companyName: z.string(),
  siren: z.string(),
  category: Category,
  communeName: z.string(),
  /** The figures of the latest year there are any for. */
  latestFigures: YearlyFigures.nullable(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

const latest = (figures: Member['figures']): YearlyFigures | null =>
  figures.reduce<YearlyFigures | null>(
    (newest, year) => (newest === null || year.year > newest.year ? year : newest),
    null,
  );

/** The line of a member. */
export const entryOf = (member: Member): DirectoryEntry => {
  const { number, applicationId, status, antenna, admittedAt, period, growthProgramme, company, commune } = member;
  return {
    number,
    applicationId,
    status,
    antenna,
    admittedAt,
    period,
    growthProgramme,
    companyName: company.legalName,
    siren: company.siren,
    category: company.category,
    communeName: commune.name,
    latestFigures: latest(member.figures),
  };
};

/** What a member owes: nothing, something, or something past its day. */
export const DUES_STATES = ['settled', 'owed', 'late'] as const;
export const DuesState = z.enum(DUES_STATES);
export type DuesState = z.infer<typeof DuesState>;

/** Where it stands with growth: in the programme, on its waiting list, asking to be screened, or none of it. */
export const GROWTH_STATES = ['programme', 'waiting', 'interested', 'none'] as const;
export const GrowthState = z.enum(GROWTH_STATES);
export type GrowthState = z.infer<typeof GrowthState>;

/** What lies elsewhere than with the members, by application. Who is in no map owes nothing, or has no place. */
export type Standing = {
  dues: ReadonlyMap<string, Exclude<DuesState, 'settled'>>;
  growth: ReadonlyMap<string, 'programme' | 'waiting'>;
};

/** An entry with all that the directory shows of it. */
export type DirectoryRow = DirectoryEntry & { size: CompanySize | null; dues: DuesState; growth: GrowthState };

export const rowOf = (entry: DirectoryEntry, { dues, growth }: Standing): DirectoryRow => ({
  ...entry,
  size: entry.latestFigures === null ? null : sizeOf(entry.latestFigures),
  dues: dues.get(entry.applicationId) ?? 'settled',
  growth: growth.get(entry.applicationId) ?? (entry.growthProgramme ? 'interested' : 'none'),
});
