import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { findMembers } from '../directory/find-members.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** The directory, of the members that the caller may read. */
export const handler = api(DIRECTORY_ROUTES.ListMembers, staff, async ({ caller, query, now }) => {
  const { cursor, limit, sort, ...filter } = query;
  const antennas = antennasToList(readingScope(caller), filter.antenna);
  return findMembers({ antennas, filter, sort, today: parisDay(now) }, { cursor, limit });
});
