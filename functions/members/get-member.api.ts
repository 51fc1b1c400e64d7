import { ROUTES } from '../../domain/contract/routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getMember } from '../data/members.ts';
import { listTimeline } from '../data/timeline.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** One member, with the timeline of the application it came from. */
export const handler = api(ROUTES.GetMember, staff, async ({ caller, params }) => {
  const member = await getMember(params.id);
  assertWithin(readingScope(caller), [member.antenna]);
  return { ...member, timeline: await listTimeline(member.applicationId) };
});
