import type { Application } from '../../domain/application/application.ts';
import { isLive } from '../../domain/application/status.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { quoteDues } from '../../domain/dues/quote.ts';
import type { Quote } from '../../domain/dues/quote-line.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { listDues } from '../data/invoices.ts';
import { periodToJoin } from './joining-period.ts';

/**
 * What is quoted for a dossier now: what it was asked last, or else what it would be asked if it were accepted today.
 * @returns null once it is closed without a membership
 */
export const standingQuote = async (application: Application, now: string): Promise<Quote | null> => {
  const { applicationId, status, form } = application;
  if (!isLive(status) && status !== 'admitted') return null;
  const latest = (await listDues(applicationId)).sort((a, b) => a.quotedAt.localeCompare(b.quotedAt)).at(-1);
  if (latest !== undefined) return latest.quote;
  if (!isLive(status)) return null;
  const period = await periodToJoin(application, now);
  const { category, foundedOn } = form.company;
  return quoteDues(policyAt(period.from, await listDuesPolicies()), {
    purpose: 'joining',
    category,
    foundedOn,
    figures: form.figures,
    period,
  });
};
