import * as z from 'zod';
import type { DirectoryRow } from './entry.ts';

// The order of the directory, and where one is in it. A place is the value and the number of the last member shown, not
// a count: who comes or goes meanwhile neither hides another nor shows it twice.

/** What the directory may be sorted by. */
export const SORT_KEYS = [
  'name',
  'number',
  'antenna',
  'city',
  'category',
  'status',
  'admitted',
  'period',
  'employees',
  'turnover',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The key, after a dash from the last to the first. */
export const DirectorySort = z.enum([...SORT_KEYS, ...SORT_KEYS.map((key) => `-${key}` as const)]);
export type DirectorySort = z.infer<typeof DirectorySort>;

/** The value a member is sorted by; one that is not known comes after all others, either way. */
type Value = string | number | null;

const VALUES: Record<SortKey, (row: DirectoryRow) => Value> = {
  name: ({ companyName }) => companyName,
  number: ({ number }) => number,
  antenna: ({ antenna }) => antenna,
  city: ({ communeName }) => communeName,
  category: ({ category }) => category,
  status: ({ status }) => status,
  admitted: ({ admittedAt }) => admittedAt,
  period: ({ period }) => period.to,
  employees: ({ latestFigures }) => latestFigures?.employees ?? null,
  turnover: ({ latestFigures }) => latestFigures?.turnover ?? null,
};

/** French order: accents and capitals tell apart only what is the same without them; numbers by their value. */
const collator = new Intl.Collator('fr', { numeric: true });

const compare = (a: Value, b: Value): number => {
  if (a === null || b === null) return 0;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
};

/** A place in the order: the value and the number of whoever stands there. */
export const Place = z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), number: z.string() });
export type Place = z.infer<typeof Place>;

const partsOf = (sort: DirectorySort): { key: SortKey; down: boolean } => {
  const down = sort.startsWith('-');
  const name = down ? sort.slice(1) : sort;
  return { key: SORT_KEYS.find((one) => one === name) ?? 'number', down };
};

const placeOf = (row: DirectoryRow, key: SortKey): Place => ({ value: VALUES[key](row), number: row.number });

const order =
  (down: boolean) =>
  (a: Place, b: Place): number => {
    if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
    const byValue = compare(a.value, b.value);
    return (down ? -byValue : byValue) || (a.number < b.number ? -1 : Number(a.number > b.number));
  };

/** The rows in an order; those of one value by number. */
export const sorted = <R extends DirectoryRow>(rows: readonly R[], sort: DirectorySort): R[] => {
  const { key, down } = partsOf(sort);
  const compared = order(down);
  return rows
    .map((row) => ({ row, place: placeOf(row, key) }))
    .sort((a, b) => compared(a.place, b.place))
    .map(({ row }) => row);
};

/**
 * One page of rows in their order.
 * @param after the last place of the page before; null for the first page
 * @returns the rows, and the place to go on after; null on the last page
 */
export const pageAfter = <R extends DirectoryRow>(
  rows: readonly R[],
  sort: DirectorySort,
  after: Place | null,
  limit: number,
): { items: R[]; next: Place | null } => {
  const { key, down } = partsOf(sort);
  const compared = order(down);
  const start = after === null ? 0 : rows.findIndex((row) => compared(placeOf(row, key), after) > 0);
  const items = start === -1 ? [] : rows.slice(start, start + limit);
  const last = items.at(-1);
  return { items, next: last === undefined || start + limit >= rows.length ? null : placeOf(last, key) };
};

/** One page of rows that are in the order of how well they match; the place's value is how many were shown. */
export const pageOfMatches = <R extends DirectoryRow>(
  rows: readonly R[],
  after: Place | null,
  limit: number,
): { items: R[]; next: Place | null } => {
  const known = after === null ? -1 : rows.findIndex(({ number }) => number === after.number);
  // Whoever stood last matches no more: as many as were shown are passed over.
  const start = known >= 0 ? known + 1 : Number(after?.value ?? 0);
  const items = rows.slice(start, start + limit);
  const last = items.at(-1);
  const shown = start + items.length;
  return { items, next: last === undefined || shown >= rows.length ? null : { value: shown, number: last.number } };
};
