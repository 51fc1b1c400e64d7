import { RemindCompanyInput, RemindCompanyOutput } from '../../domain/dues/steps.ts';
import { passedBefore, takeStep } from '../../domain/invoice/collection.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import { changeReceivable } from '../data/receivables.ts';
import { task } from '../shared/task.ts';
import { assertAsked } from './live.ts';
import { sendCollectionStep } from './mails.ts';
import { policyOfInvoice } from './policy.ts';

/** Takes a step of collecting, and passes over those that were never taken before it: recorded first, then mailed once. */
export const handler = task(RemindCompanyInput, RemindCompanyOutput, async ({ applicationId, number, step, now }) => {
  const { terms } = await policyOfInvoice(number, applicationId);
  const receivable = await changeReceivable(
    number,
    (before, application) => {
      assertAsked(application);
      if (isSettled(before) || before.steps.some((taken) => taken.step === step)) return null;
      const passed = passedBefore(before, terms, step);
      const line = (each: string, skipped: boolean) => ({
        actor: { kind: 'system' as const },
        happening: { type: 'collection-step' as const, number, step: each, skipped },
      });
      return {
        receivable: takeStep(before, step, passed, now),
        at: now,
        events: [...passed.map((each) => line(each, true)), line(step, false)],
      };
    },
    applicationId,
  );
  // Paid at the last moment: nobody is reminded of what they do not owe.
  if (!isSettled(receivable)) await sendCollectionStep(step, { receivable, now });
  return {};
});
