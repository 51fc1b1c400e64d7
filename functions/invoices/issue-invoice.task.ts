import { IssueInvoiceInput, IssueInvoiceOutput } from '../../domain/dues/steps.ts';
import { getDuesPolicy } from '../data/dues-policies.ts';
import { findDues, issueInvoiceOf } from '../data/invoices.ts';
import { getReceivable } from '../data/receivables.ts';
import { holderOf } from '../dues/holder.ts';
import { assertAsked, assertDue } from '../dues/live.ts';
import { sendInvoiceIssued } from '../dues/mails.ts';
import { task } from '../shared/task.ts';

/** Issues the invoice of what was quoted, once, and mails it. */
export const handler = task(IssueInvoiceInput, IssueInvoiceOutput, async ({ applicationId, duesId, now }) => {
  const dues = await findDues(applicationId, duesId);
  if (dues === null) throw new Error(`The dues ${duesId} were never quoted.`);
  const policy = await getDuesPolicy(dues.quote.policyVersion);
  const invoice = await issueInvoiceOf(dues, policy, now, async (application) => {
    assertAsked(application);
    await assertDue(application, duesId);
    return holderOf(application);
  });
  await sendInvoiceIssued(invoice, { receivable: await getReceivable(invoice.number, applicationId), now });
  return { number: invoice.number };
});
