import { DUES_POLICIES, policyAt } from '../../domain/dues/policies.ts';
import type { DuesPolicy } from '../../domain/dues/policy.ts';
import { quoteDues } from '../../domain/dues/quote.ts';
import { firstPeriod } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Submitted } from './world.ts';

/** Quotes the first dues of an application and issues their invoice, through the data's own door. */
export const invoiceFor = async (one: Submitted, now: string, policies: readonly DuesPolicy[] = DUES_POLICIES) => {
  const { duesWrite, issueInvoiceOf } = await import('../../functions/data/invoices.ts');
  const { transact } = await import('../../functions/data/table.ts');
  const { company, figures } = one.form;
  const period = firstPeriod(parisDay(now));
  const policy = policyAt(period.from, policies);
  const dues = {
    applicationId: one.applicationId,
    duesId: `${one.applicationId}~joining`,
    purpose: 'joining' as const,
    period,
    quote: quoteDues(policy, { ...company, purpose: 'joining', figures, period }),
    quotedAt: now,
    number: null,
  };
  await transact([duesWrite(null, dues)]);
  return issueInvoiceOf(dues, policy, now);
};
