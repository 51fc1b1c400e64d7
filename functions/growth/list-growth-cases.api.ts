import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { listCases } from '../data/growth-cases.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { caseSummaryView } from './case-views.ts';

/** Screenings that the caller may read, the newest first. */
export const handler = api(GROWTH_ROUTES.ListGrowthCases, staff, async ({ caller, query }) => {
  const { antenna, stage, cursor, limit } = query;
  const antennas = antennasToList(readingScope(caller), antenna);
  const page = await listCases({ antennas, stage }, { cursor, limit });
  return { ...page, items: page.items.map(caseSummaryView) };
});
