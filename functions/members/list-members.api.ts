import { ROUTES } from '../../domain/contract/routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { listMembers } from '../data/members.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { memberSummaryView } from './views.ts';

/** Members that the caller may read, by number. */
export const handler = api(ROUTES.ListMembers, staff, async ({ caller, query }) => {
  const { antenna, cursor, limit } = query;
  const page = await listMembers(antennasToList(readingScope(caller), antenna), { cursor, limit });
  return { ...page, items: page.items.map(memberSummaryView) };
});
