import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useStaffList } from '../api/use-staff-call.ts';
import { type ListFilters, listAddress, listFiltersFrom, listQueryOf } from './filters.ts';

/** A list with its filters in the address. @param path where the list is */
export const useFilteredList = <N extends 'ListStaffApplications' | 'ListGrowthCases' | 'ListGrowthCompanies'>(
  name: N,
  path: string,
) => {
  const query = useSearch();
  const [, navigate] = useLocation();
  const filters = useMemo(() => listFiltersFrom(query), [query]);
  const setFilters = useCallback(
    (next: ListFilters) => navigate(listAddress(path, next), { replace: true }),
    [navigate, path],
  );
  const list = useStaffList(name, listQueryOf(filters));
  return { filters, setFilters, list };
};
