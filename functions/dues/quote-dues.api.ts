import { ROUTES } from '../../domain/contract/routes.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { quoteDues } from '../../domain/dues/quote.ts';
import { firstPeriod } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';

/** What a company would owe if it were accepted today. */
export const handler = api(ROUTES.QuoteDues, anybody, async ({ query, now }) => {
  const { category, foundedOn, employees, turnover, year } = query;
  const period = firstPeriod(parisDay(now));
  const policy = policyAt(period.from, await listDuesPolicies());
  return quoteDues(policy, {
    purpose: 'joining',
    category,
    foundedOn,
    figures: [{ year, employees, turnover }],
    period,
  });
});
