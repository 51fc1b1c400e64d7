import { MAILING_ROUTES } from '../../domain/contract/mailing-routes.ts';
import { leftOutCounts, readersOf } from '../../domain/mailing/mailing.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { findAudience } from './audience.ts';
import { audienceView } from './views.ts';

/** Whom a mailing to a filter would reach today, and whom not. */
export const handler = api(MAILING_ROUTES.PreviewMailing, staff, async ({ caller, query, now }) => {
  const antennas = antennasToList(taskScope(caller), query.antenna);
  const audience = await findAudience({ antennas, filter: query, today: parisDay(now) });
  return { ...audienceView(audience), readers: readersOf(audience), leftOutCounts: leftOutCounts(audience) };
});
