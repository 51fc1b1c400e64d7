import type { DirectoryColumn } from '../../../../domain/directory/column.ts';
import { DIRECTORY_COLUMNS } from '../../../../domain/directory/column.ts';
import { DirectoryFilter } from '../../../../domain/directory/filter.ts';
import { DirectorySort } from '../../../../domain/directory/order.ts';
import type { DirectoryView } from '../../../../domain/directory/view.ts';

// What the directory shows is all in the address: a view can be sent to a colleague, and Back undoes a filter.

export const DIRECTORY_PATH = '/staff/members';

/** What one sees who asks for nothing. */
export const DEFAULT_COLUMNS: readonly DirectoryColumn[] = ['name', 'antenna', 'status', 'dues', 'period', 'employees'];

const FILTERS = ['q', 'antenna', 'status', 'category', 'size', 'growth', 'dues'] as const;

/** Each part of a filter by itself: one that makes no sense filters nothing, and spoils no other. */
const filterOf = (parameters: URLSearchParams): DirectoryFilter =>
  Object.assign(
    {},
    ...FILTERS.map((part) => {
      const value = parameters.get(part);
      const read = value === null ? null : DirectoryFilter.safeParse({ [part]: value });
      return read?.success === true ? read.data : {};
    }),
  );

/** Reads a view from the query of an address. The name of a company always shows: it leads to the member. */
export const viewFrom = (query: string): DirectoryView => {
  const parameters = new URLSearchParams(query);
  const sort = DirectorySort.safeParse(parameters.get('sort'));
  const asked = parameters.get('columns')?.split(',');
  const columns = DIRECTORY_COLUMNS.filter(
    (column) => column === 'name' || (asked ?? DEFAULT_COLUMNS).includes(column),
  );
  return { filter: filterOf(parameters), sort: sort.success ? sort.data : null, columns };
};

const isDefault = (columns: readonly DirectoryColumn[]): boolean =>
  columns.length === DEFAULT_COLUMNS.length && DEFAULT_COLUMNS.every((column) => columns.includes(column));

/** A view as an address has it: what is as always is left out. */
const parametersOf = ({ filter, sort, columns }: DirectoryView): Record<string, string> => ({
  ...filterParameters(filter),
  ...(sort === null ? {} : { sort }),
  ...(isDefault(columns) ? {} : { columns: columns.join(',') }),
});

/** A filter as addresses and the API have it. */
export const filterParameters = (filter: DirectoryFilter): Record<string, string> =>
  Object.fromEntries(FILTERS.flatMap((part) => (filter[part] === undefined ? [] : [[part, filter[part]]])));

/** The address of the directory with this view. */
export const directoryAddress = (view: DirectoryView): string => {
  const query = new URLSearchParams(parametersOf(view)).toString();
  return query === '' ? DIRECTORY_PATH : `${DIRECTORY_PATH}?${query}`;
};

/** The order a view is in: by name, or where something is searched for by how well it matches. */
const orderOf = ({ filter, sort }: DirectoryView): Record<string, string> => {
  if (sort !== null) return { sort };
  return filter.q === undefined ? { sort: 'name' } : {};
};

/** A view as the API takes it. */
export const listQuery = (view: DirectoryView): Record<string, string> => ({
  ...filterParameters(view.filter),
  ...orderOf(view),
});

/** Tells whether a view leaves anybody out. */
export const isFiltered = ({ filter }: DirectoryView): boolean => Object.keys(filterParameters(filter)).length > 0;

/** Tells whether two views show the same. */
export const sameView = (a: DirectoryView, b: DirectoryView): boolean => directoryAddress(a) === directoryAddress(b);
