import { policyOf } from '../../domain/dues/policies.ts';
import type { DuesPolicy } from '../../domain/dues/policy.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { getInvoice } from '../data/invoices.ts';

/** The version of the scale that an invoice follows, its terms included: a later one does not touch it. */
export const policyOfInvoice = async (number: string): Promise<DuesPolicy> => {
  const [{ policyVersion }, policies] = await Promise.all([getInvoice(number), listDuesPolicies()]);
  return policyOf(policyVersion, policies);
};
