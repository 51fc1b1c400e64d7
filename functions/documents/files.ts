import { Refusal } from '../../domain/errors.ts';
import { crossIndustryInvoice } from '../../domain/facturx/cross-industry-invoice.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import type { StaffMember } from '../../domain/staff/staff.ts';
import { getApplication } from '../data/applications.ts';
import { getInvoice } from '../data/invoices.ts';
import { noteOpened } from '../rights/opened.ts';
import type { FileAnswer } from '../shared/http/file.ts';
import { makePdf } from './make.ts';

/**
 * An invoice or credit note of the dossier that a link opens. One of another dossier is not there.
 * @throws Refusal `not-found`; TransientStoreError
 */
export const invoiceOfDossier = async (applicationId: string, number: string): Promise<Invoice> => {
  const invoice = await getInvoice(number);
  if (invoice.applicationId !== applicationId) throw new Refusal('not-found');
  return invoice;
};

/**
 * An invoice or credit note that this member of staff may read; that it is read is noted.
 * @param now ISO 8601 instant
 * @throws Refusal `not-found`, `forbidden`, `wrong-antenna`; TransientStoreError
 */
export const invoiceForStaff = async (caller: StaffMember, number: string, now: string): Promise<Invoice> => {
  const invoice = await getInvoice(number);
  assertWithin(readingScope(caller), antennasOf(await getApplication(invoice.applicationId)));
  await noteOpened(caller, invoice.applicationId, 'invoice', now);
  return invoice;
};

/** The invoice as Factur-X. */
export const pdfOf = async (invoice: Invoice): Promise<FileAnswer<'application/pdf'>> => ({
  bytes: await makePdf(invoice),
  type: 'application/pdf',
  name: `${invoice.number}.pdf`,
});

/** The invoice as XML alone. */
export const xmlOf = (invoice: Invoice): FileAnswer<'application/xml'> => ({
  bytes: Buffer.from(crossIndustryInvoice(invoice), 'utf8'),
  type: 'application/xml',
  name: `${invoice.number}.xml`,
});
