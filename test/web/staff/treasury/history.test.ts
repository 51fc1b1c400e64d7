import { describe, expect, it } from '@jest/globals';
import { historyOf } from '../../../../web/staff/treasury/invoice/history.ts';
import { staffInvoice } from '../../support/dues-fixtures.ts';

describe('the history of an invoice', () => {
  it('tells all that came of it, the latest first', () => {
    expect(historyOf(staffInvoice).map(({ kind }) => kind)).toEqual([
      'delay-asked',
      'reminder',
      'payment',
      'credit-note',
      'issued',
    ]);
  });

  it('tells of a payment what it gave to this invoice, and that the bank took it back', () => {
    const [payment] = staffInvoice.payments;
    if (payment === undefined) throw new Error('The fixture has a payment.');
    const split = { ...payment, cents: 700_00, allocations: [{ number: 'F2026-000042', cents: 500_00, usedOn: null }] };
    const told = historyOf({ ...staffInvoice, payments: [split] }).find(({ kind }) => kind === 'payment');
    expect(told).toMatchObject({ cents: 500_00, by: 'Anouk Perret', comment: 'Chèque nº 4521' });

    const reversed = { ...payment, allocations: [], reversedOn: '2026-10-25' };
    expect(historyOf({ ...staffInvoice, payments: [reversed] })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'payment', cents: 500_00 }),
        expect.objectContaining({ kind: 'reversal', cents: 500_00, on: '2026-10-25' }),
      ]),
    );
  });
});
