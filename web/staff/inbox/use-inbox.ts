import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { staffKey, useStaffList } from '../api/use-staff-call.ts';
import { useNow } from '../shared/use-now.ts';
import { apiQueryOf, filtersFrom, type InboxFilters, type kindsFor, needsAll, queryOf, select } from './filters.ts';
import { kept } from './selection.ts';

const NOTHING: ReadonlySet<string> = new Set();
/** Enough for a hundred times the cluster's busiest month; a cursor that never ends must not keep a browser busy. */
const MOST_PAGES = 50;

/**
 * The inbox: what is loaded, what of it is shown, and what is selected. Filters live in the address.
 * @param kinds the kinds of tasks that this person may be asked to answer
 */
export const useInbox = (kinds: ReturnType<typeof kindsFor>) => {
  const now = useNow();
  const query = useSearch();
  const [, navigate] = useLocation();
  const filters = useMemo(() => filtersFrom(query), [query]);
  const setFilters = useCallback(
    (next: InboxFilters) => navigate(`/staff${queryOf(next)}`, { replace: true }),
    [navigate],
  );

  const apiQuery = apiQueryOf(filters);
  const list = useStaffList('ListStaffTasks', apiQuery);
  const loaded = useMemo(
    () =>
      list.data?.pages.flatMap((page) => page.items).filter((task) => kinds.some((kind) => kind === task.kind)) ?? [],
    [list.data, kinds],
  );
  const shown = useMemo(() => select(loaded, filters, now), [loaded, filters, now]);

  // Another query loads other tasks: what was selected among the former ones would be out of sight.
  const { selection, setSelection, gone } = useSelection(loaded, JSON.stringify(apiQuery), list.isSuccess);

  const { fetchNextPage } = list;
  // What the API leaves to the page, searching and ordering, is done over all there is.
  const mayGoOn = list.hasNextPage && !list.isFetching && !list.isFetchNextPageError;
  const goesOn = mayGoOn && needsAll(filters) && (list.data?.pages.length ?? 0) < MOST_PAGES;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  const loadAll = useCallback(async () => {
    let page = await fetchNextPage();
    for (let read = 1; page.hasNextPage && !page.isError && read < MOST_PAGES; read += 1)
      page = await page.fetchNextPage();
  }, [fetchNextPage]);

  const cache = useQueryClient();
  const refreshAll = useCallback(() => cache.invalidateQueries({ queryKey: staffKey('ListStaffTasks') }), [cache]);

  return { now, filters, setFilters, list, loaded, shown, selection, setSelection, gone, loadAll, refreshAll };
};

/** The ticked tasks, less those that somebody answered meanwhile; `gone` counts the latter at the last refresh. */
function useSelection(loaded: Parameters<typeof kept>[1], scope: string, ready: boolean) {
  const [selection, setSelection] = useState(NOTHING);
  const [gone, setGone] = useState(0);
  const scopeBefore = useRef(scope);
  useEffect(() => {
    if (!ready) return;
    if (scopeBefore.current !== scope) {
      scopeBefore.current = scope;
      setSelection(NOTHING);
      setGone(0);
      return;
    }
    setSelection((before) => {
      const after = kept(before, loaded);
      setGone(after.gone);
      return after.gone === 0 ? before : after.selection;
    });
  }, [loaded, scope, ready]);
  return { selection, setSelection, gone };
}
