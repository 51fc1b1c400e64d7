import * as z from 'zod';
import { AntennaCode } from '../../../domain/antenna/antenna.ts';
import { ApplicationStatus } from '../../../domain/application/status.ts';

/** What a list of applications or members shows; kept in the address. Members have no status to filter by. */
export const ListFilters = z.object({
  status: ApplicationStatus.nullable().catch(null),
  antenna: AntennaCode.nullable().catch(null),
});
export type ListFilters = z.infer<typeof ListFilters>;

/** Reads the filters from the query of an address; a part that makes no sense filters nothing. */
export function listFiltersFrom(query: string): ListFilters {
  const parameters = new URLSearchParams(query);
  return ListFilters.parse({ status: parameters.get('status'), antenna: parameters.get('antenna') });
}

/** The filters as the API takes them, which is also how the address has them. */
export const listQueryOf = ({ status, antenna }: ListFilters): Record<string, string> => ({
  ...(status === null ? {} : { status }),
  ...(antenna === null ? {} : { antenna }),
});

/** The address of a list with these filters. */
export function listAddress(path: string, filters: ListFilters): string {
  const query = new URLSearchParams(listQueryOf(filters)).toString();
  return query === '' ? path : `${path}?${query}`;
}
