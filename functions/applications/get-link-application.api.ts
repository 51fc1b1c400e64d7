import { ROUTES } from '../../domain/contract/routes.ts';
import { getApplication } from '../data/applications.ts';
import { findMember } from '../data/members.ts';
import { listTasks } from '../data/tasks.ts';
import { listTimeline } from '../data/timeline.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { linkView } from './views.ts';

/** Where the application of a private link stands, and the membership it led to. */
export const handler = api(ROUTES.GetLinkApplication, linkHolder, async ({ caller, now }) => {
  const { applicationId } = caller;
  const [application, tasks, timeline] = await Promise.all([
    getApplication(applicationId),
    listTasks(applicationId),
    listTimeline(applicationId),
  ]);
  const { memberNumber } = application;
  const member = memberNumber === null ? null : await findMember(memberNumber);
  return linkView({ application, member, tasks, timeline }, viaOf(caller, application.form.contact.email), now);
});
