import { ROUTES } from '../../domain/contract/routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { listApplications } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { summaryView } from './views.ts';

/** Applications that the caller may read, the newest first. */
export const handler = api(ROUTES.ListStaffApplications, staff, async ({ caller, query }) => {
  const { antenna, status, cursor, limit } = query;
  const antennas = antennasToList(readingScope(caller), antenna);
  const page = await listApplications({ antennas, status }, { cursor, limit });
  return { ...page, items: page.items.map(summaryView) };
});
