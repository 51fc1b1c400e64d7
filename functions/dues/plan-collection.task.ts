import { outcomeOf } from '../../domain/dues/dues.ts';
import { PlanCollectionInput, PlanCollectionOutput } from '../../domain/dues/steps.ts';
import { planCollection, secondsUntil } from '../../domain/invoice/collection.ts';
import { getApplication } from '../data/applications.ts';
import { getReceivable } from '../data/receivables.ts';
import { task } from '../shared/task.ts';
import { assertAsked } from './live.ts';
import { policyOfInvoice } from './policy.ts';

/** Says what is to be done about an invoice now, or how long nothing is. */
export const handler = task(PlanCollectionInput, PlanCollectionOutput, async ({ applicationId, number, now }) => {
  assertAsked(await getApplication(applicationId));
  const [receivable, { terms }] = await Promise.all([
    getReceivable(number, applicationId),
    policyOfInvoice(number, applicationId),
  ]);
  const plan = planCollection(receivable, terms, now);
  switch (plan.action) {
    case 'done':
      return { action: 'done' as const, outcome: outcomeOf(receivable.status) ?? 'settled' };
    case 'wait':
      return { action: 'wait' as const, seconds: secondsUntil(plan.until, now) };
    default:
      return plan;
  }
});
