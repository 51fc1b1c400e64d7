import { ROUTES } from '../../domain/contract/routes.ts';
import { askDelay } from '../../domain/invoice/delay.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeReceivable } from '../data/receivables.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { invoiceAccepted } from './accepted.ts';
import { invoiceOfLink } from './of-link.ts';

/** The company asks for more time to pay. The treasurer decides; until then the due date stands. */
export const handler = api(ROUTES.AskDelay, linkHolder, async ({ caller, params, body, now }) => {
  const { number } = await invoiceOfLink(caller, params.number);
  const { until, reason } = body;
  const asked = await changeReceivable(number, (before) => ({
    receivable: askDelay(before, body, { now, today: parisDay(now) }),
    at: now,
    events: [{ actor: { kind: 'company' }, happening: { type: 'delay-asked', number, until, comment: reason } }],
  }));
  return invoiceAccepted(asked);
});
