import * as z from 'zod';
import { ReceivableStatus } from '../../../../domain/invoice/receivable.ts';
import { TREASURY } from '../paths.ts';

/** What the list of invoices shows; kept in the address. A part that makes no sense filters nothing. */
export const InvoiceFilters = z.object({
  status: ReceivableStatus.nullable().catch(null),
  late: z.boolean(),
  q: z.string().trim().max(80).catch(''),
});
export type InvoiceFilters = z.infer<typeof InvoiceFilters>;

/** Reads the filters from the query of an address. */
export const invoiceFiltersFrom = (query: string): InvoiceFilters => {
  const parameters = new URLSearchParams(query);
  return InvoiceFilters.parse({
    status: parameters.get('status'),
    late: parameters.get('late') === 'true',
    q: parameters.get('q') ?? '',
  });
};

/** The shortest text that the API searches for. */
const SHORTEST = 2;

/** The filters as the API takes them, which is also how the address has them. */
export const invoiceQueryOf = ({ status, late, q }: InvoiceFilters): Record<string, string> => ({
  ...(status === null ? {} : { status }),
  ...(late ? { late: 'true' } : {}),
  ...(q.length < SHORTEST ? {} : { q }),
});

/** The address of the list with these filters. */
export const invoicesAddress = (filters: InvoiceFilters): string => {
  const query = new URLSearchParams(invoiceQueryOf(filters)).toString();
  return query === '' ? TREASURY : `${TREASURY}?${query}`;
};
