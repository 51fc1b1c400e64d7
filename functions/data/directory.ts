import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { DirectoryEntry, entryOf } from '../../domain/directory/entry.ts';
import type { Member } from '../../domain/member/member.ts';
import { antennaList, DIRECTORY, entryIndexes, entryKey, FORMER_DIRECTORY } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import type { Write } from './table.ts';

/** The line of a member in the directory, which is written with the member and says what it says. */
export const entryWrite = (member: Member): Write => {
  const entry = entryOf(member);
  return { put: { ...entryKey(entry.number), ...entryIndexes(entry), ...entry } };
};

/** Which part of the directory is read. */
export type DirectoryPart = {
  /** Absent for all. */
  antennas: readonly AntennaCode[] | undefined;
  /** Those who left, instead of those who have not. */
  left: boolean;
};

/** Lines of the directory by number. @param keep leaves out others; the page is filled all the same */
export const readEntryPage = (
  { antennas, left }: DirectoryPart,
  page: PageRequest,
  keep: (entry: DirectoryEntry) => boolean = () => true,
): Promise<Page<DirectoryEntry>> => {
  const [only, ...others] = antennas ?? [];
  const one = only !== undefined && others.length === 0 && !left;
  return readPage(
    one ? 'GSI2' : 'GSI1',
    { pk: one ? antennaList(DIRECTORY, only) : left ? FORMER_DIRECTORY : DIRECTORY },
    DirectoryEntry,
    page,
    (entry) => (antennas === undefined || antennas.includes(entry.antenna)) && keep(entry),
  );
};

/** Lines read at a time: with about 400 bytes each, what one query answers with. */
const AT_A_TIME = 2500;

/**
 * The whole directory, or that of some antennas, by number: what a search, an order or a count needs. A member that
 * changes meanwhile is there once: its number, by which the list is read, does not change.
 */
export const readEntries = async (part: DirectoryPart): Promise<DirectoryEntry[]> => {
  const entries = new Map<string, DirectoryEntry>();
  let cursor: string | null = null;
  do {
    const page: Page<DirectoryEntry> = await readEntryPage(part, { cursor: cursor ?? undefined, limit: AT_A_TIME });
    for (const entry of page.items) entries.set(entry.number, entry);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return [...entries.values()];
};
