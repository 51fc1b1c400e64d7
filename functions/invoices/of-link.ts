import { Refusal } from '../../domain/errors.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { getInvoice } from '../data/invoices.ts';
import type { LinkHolder } from '../shared/http/caller.ts';

/**
 * An invoice of the dossier of a private link: another's is not there for its holder.
 * @throws Refusal `not-found`
 */
export const invoiceOfLink = async ({ applicationId }: LinkHolder, number: string): Promise<Invoice> => {
  const invoice = await getInvoice(number);
  if (invoice.applicationId !== applicationId) throw new Refusal('not-found');
  return invoice;
};
