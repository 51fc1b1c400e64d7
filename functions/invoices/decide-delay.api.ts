import { DUES_ROUTES } from '../../domain/contract/dues-routes.ts';
import { declineDelay, grantDelay } from '../../domain/invoice/delay.ts';
import type { Receivable } from '../../domain/invoice/receivable.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { type OwedMail, owedMailWrite } from '../data/owed-mails.ts';
import { changeReceivable } from '../data/receivables.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { invoiceAccepted } from './accepted.ts';

const granted = (before: Receivable, comment: string): { receivable: Receivable; happening: Happening } => {
  const { receivable, until } = grantDelay(before);
  return { receivable, happening: { type: 'delay-granted', number: before.number, until, comment } };
};
const declined = (before: Receivable, comment: string): { receivable: Receivable; happening: Happening } => ({
  receivable: declineDelay(before),
  happening: { type: 'delay-declined', number: before.number, comment },
});

/**
 * Grants or declines the delay that a company asked for. A granted one moves the due date, and every step of collecting
 * that is still to come with it: the state that waits finds out when it wakes.
 */
export const handler = api(DUES_ROUTES.DecideDelay, treasurer, async ({ caller, params, body, now }) => {
  const { decision, comment } = body;
  let mail: OwedMail | null = null;
  const receivable = await changeReceivable(params.number, (before) => {
    const decided = (decision === 'grant' ? granted : declined)(before, comment);
    mail = {
      about: 'delay',
      number: before.number,
      granted: decision === 'grant',
      comment,
      askedAt: before.delayAsked?.at ?? now,
    };
    return {
      receivable: decided.receivable,
      at: now,
      events: [{ actor: { kind: 'staff', id: caller.id, name: caller.name }, happening: decided.happening }],
      writes: [owedMailWrite(mail, now)],
    };
  });
  if (mail !== null) await tellNow([mail], now);
  return invoiceAccepted(receivable);
});
