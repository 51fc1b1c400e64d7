import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { closedYearOn } from '../../domain/growth/evaluate.ts';
import { companyOf } from '../../domain/growth/profile.ts';
import type { Member } from '../../domain/member/member.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { getApplication } from '../data/applications.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { listMembers } from '../data/members.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

const candidate = async ({ applicationId, number, company, antenna }: Member) => ({
  memberNumber: number,
  companyName: company.legalName,
  antenna,
  company: companyOf(await readProfile(await getApplication(applicationId)), company.foundedOn),
});

/** Members with what the criteria are applied to: what the pages try a policy out on. */
export const handler = api(GROWTH_ROUTES.ListGrowthCompanies, staff, async ({ caller, query, now }) => {
  const { antenna, cursor, limit } = query;
  const page = await listMembers(antennasToList(readingScope(caller), antenna), { cursor, limit });
  return { ...page, items: await Promise.all(page.items.map(candidate)), closedYear: closedYearOn(parisDay(now)) };
});
