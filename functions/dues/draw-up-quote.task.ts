import type { Dues } from '../../domain/dues/dues.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { quoteDues } from '../../domain/dues/quote.ts';
import { DrawUpQuoteInput, DrawUpQuoteOutput } from '../../domain/dues/steps.ts';
import { getApplication } from '../data/applications.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { duesWrite, findDues } from '../data/invoices.ts';
import { transact } from '../data/table.ts';
import { untilWritten } from '../data/until-written.ts';
import { task } from '../shared/task.ts';
import { holderOf } from './holder.ts';
import { periodToJoin } from './joining-period.ts';
import { assertAsked, assertDue } from './live.ts';

/** Works out what is owed, once: what was quoted stands, whatever changes afterwards. */
export const handler = task(DrawUpQuoteInput, DrawUpQuoteOutput, async ({ now, ...request }) => {
  const { quote } = await untilWritten(async (): Promise<Dues> => {
    const application = await getApplication(request.applicationId);
    assertAsked(application);
    const before = await findDues(request.applicationId, request.duesId);
    // An invoice that is owed again is collected, whatever became of the renewal it was for.
    if (before !== null && before.number !== null) return before;
    await assertDue(application, request.duesId);
    if (before !== null) return before;
    const period = request.period ?? (await periodToJoin(application, now));
    const policy = policyAt(period.from, await listDuesPolicies());
    const { company, figures } = await holderOf(application);
    const { category, foundedOn } = company;
    const quoted = quoteDues(policy, { purpose: request.purpose, category, foundedOn, figures, period });
    const dues: Dues = { ...request, period, quote: quoted, quotedAt: now, number: null };
    await transact([duesWrite(null, dues)]);
    return dues;
  });
  return { owed: quote.totalCents > 0 };
});
