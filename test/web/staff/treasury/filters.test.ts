import { describe, expect, it } from '@jest/globals';
import { invoiceFiltersFrom, invoicesAddress } from '../../../../web/staff/treasury/invoices/filters.ts';

describe('the filters of the invoices', () => {
  it('are kept in the address', () => {
    const filters = { status: 'part-paid', late: true, q: 'Furan & fils' } as const;
    const address = invoicesAddress(filters);
    expect(invoiceFiltersFrom(address.slice(address.indexOf('?')))).toEqual(filters);
    expect(invoicesAddress({ status: null, late: false, q: '' })).toBe('/staff/treasury');
  });

  it('that make no sense filter nothing', () => {
    expect(invoiceFiltersFrom('status=gone&late=maybe')).toEqual({ status: null, late: false, q: '' });
  });
});
