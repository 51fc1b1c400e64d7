import type { DuesPolicy } from '../../domain/dues/policy.ts';
import { getDuesPolicy } from '../data/dues-policies.ts';
import { getInvoice } from '../data/invoices.ts';

/** The version of the scale that an invoice of a dossier follows, its terms included: a later one does not touch it. */
export const policyOfInvoice = async (number: string, dossier: string): Promise<DuesPolicy> =>
  getDuesPolicy((await getInvoice(number, dossier)).policyVersion);
