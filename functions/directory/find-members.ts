import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { type DirectoryEntry, type DirectoryRow, rowOf } from '../../domain/directory/entry.ts';
import { type DirectoryFilter, isMeant } from '../../domain/directory/filter.ts';
import { type DirectorySort, Place, pageAfter, pageOfMatches, sorted } from '../../domain/directory/order.ts';
import { search } from '../../domain/directory/search.ts';
import { duesStanding, growthStanding } from '../../domain/directory/standing.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { readEntries, readEntryPage } from '../data/directory.ts';
import { decodeCursor, encodeCursor } from '../data/pages.ts';
import { readProgramme } from '../data/programme.ts';
import { listAllOpenReceivables, listReceivables } from '../data/receivables.ts';

/** What of the directory is asked for. */
export type Asked = {
  /** Those the caller may see; absent for all. */
  antennas: readonly AntennaCode[] | undefined;
  filter: DirectoryFilter;
  /** Absent: the best match first where there is a search, or else by number. */
  sort: DirectorySort | undefined;
  /** ISO 8601 date in Europe/Paris: what is past its day is late. */
  today: string;
};

type Found = { items: DirectoryRow[]; nextCursor: string | null; total: number | null };

const partOf = ({ antennas, filter }: Asked) => ({
  antennas,
  left: filter.status !== undefined && hasLeft(filter.status),
});

/** What those on one page owe: a question each, so that it costs what the page shows, however many owe something. */
const withDues = async (rows: readonly DirectoryRow[], today: string): Promise<DirectoryRow[]> => {
  const owed = await Promise.all(rows.map(({ applicationId }) => listReceivables(applicationId)));
  const dues = duesStanding(owed.flat(), today);
  return rows.map((row) => ({ ...row, dues: dues.get(row.applicationId) ?? 'settled' }));
};

/** How entries become rows: with what everybody owes only where that is asked for. */
const makeRows = async (today: string, everyDebt: boolean): Promise<(entry: DirectoryEntry) => DirectoryRow> => {
  const [programme, open] = await Promise.all([readProgramme(), everyDebt ? listAllOpenReceivables() : []]);
  const standing = { dues: duesStanding(open, today), growth: growthStanding(programme) };
  return (entry) => rowOf(entry, standing);
};

/** Everybody who is meant, in order. @param everyDebt with what each owes, though no filter asks for it */
export const everyMember = async (asked: Asked, everyDebt: boolean): Promise<DirectoryRow[]> => {
  const { filter, sort, today } = asked;
  const [entries, row] = await Promise.all([
    readEntries(partOf(asked)),
    makeRows(today, everyDebt || filter.dues !== undefined),
  ]);
  const meant = entries.map(row).filter((one) => isMeant(one, filter));
  const found = filter.q === undefined ? meant : search(meant, filter.q);
  return sort === undefined ? found : sorted(found, sort);
};

/** By number, a page of the index at a time: what it reads is what it shows. */
const pageByNumber = async (asked: Asked, page: { cursor: string | undefined; limit: number }): Promise<Found> => {
  const { filter, today } = asked;
  const row = await makeRows(today, filter.dues !== undefined);
  const { items, nextCursor } = await readEntryPage(partOf(asked), page, (entry) => isMeant(row(entry), filter));
  return { items: await withDues(items.map(row), today), nextCursor, total: null };
};

/**
 * One page of the directory.
 * @throws Refusal `invalid-query` when the cursor is none of this list's
 */
export const findMembers = async (
  asked: Asked,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Found> => {
  const { filter, sort, today } = asked;
  if (filter.q === undefined && sort === undefined) return pageByNumber(asked, { cursor, limit });
  const after = cursor === undefined ? null : decodeCursor(cursor, Place);
  const rows = await everyMember(asked, false);
  const page = sort === undefined ? pageOfMatches(rows, after, limit) : pageAfter(rows, sort, after, limit);
  return {
    items: await withDues(page.items, today),
    nextCursor: page.next === null ? null : encodeCursor(page.next),
    total: rows.length,
  };
};
