import { ROUTES } from '../../domain/contract/routes.ts';
import { getApplication } from '../data/applications.ts';
import { listTasks } from '../data/tasks.ts';
import { listTimeline } from '../data/timeline.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { linkView } from './views.ts';

/** Where the application of a private link stands. */
export const handler = api(ROUTES.GetLinkApplication, linkHolder, async ({ caller }) => {
  const { applicationId } = caller;
  const [application, tasks, timeline] = await Promise.all([
    getApplication(applicationId),
    listTasks(applicationId),
    listTimeline(applicationId),
  ]);
  return linkView(application, tasks, timeline, viaOf(caller, application.form.contact.email));
});
