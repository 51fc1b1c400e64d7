import { ROUTES } from '../../domain/contract/routes.ts';
import { policyFaults, successionFaults } from '../../domain/dues/faults.ts';
import { previewPolicy } from '../../domain/dues/preview.ts';
import type { Member } from '../../domain/member/member.ts';
import { messageOf } from '../../domain/text/field-errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { listMembers } from '../data/members.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Members read at once. */
const PAGE = 100;

const allMembers = async (): Promise<Member[]> => {
  const members: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(undefined, { cursor, limit: PAGE });
    members.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return members;
};

/** What a version of the scale would change for the members of today, with what is wrong with it. */
export const handler = api(ROUTES.PreviewDuesPolicy, headOffice, async ({ body: { policy }, now, language }) => {
  const policies = await listDuesPolicies();
  const faults = [...policyFaults(policy), ...successionFaults(policy, policies, parisDay(now))].map((fault) => ({
    path: fault.path,
    code: fault.code,
    message: messageOf(fault.code, fault.params, language),
  }));
  // A scale with a hole in it says nothing of whoever falls into it.
  if (policyFaults(policy).length > 0) return { faults, members: 0, beforeCents: 0, afterCents: 0, changes: [] };
  return { faults, ...previewPolicy(policy, policies, await allMembers()) };
});
