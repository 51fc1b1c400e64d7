import { describe, expect, it } from '@jest/globals';
import { nextLookAtDues } from '../../../web/application/dues/use-dues.ts';

const owed = { kind: 'invoice', balanceCents: 30_000, status: 'open' } as const;
const credited = { kind: 'invoice', balanceCents: 0, status: 'cancelled' } as const;

describe('looking at dues again', () => {
  it('is seldom while a bank is waited for, and never when nothing is owed', () => {
    expect(nextLookAtDues({ invoices: [owed] }, 'awaiting-payment', true)).toBe(20_000);
    expect(nextLookAtDues({ invoices: [credited] }, 'admitted', false)).toBe(false);
    expect(nextLookAtDues(undefined, 'in-review', false)).toBe(false);
  });

  it('is soon while machines make an invoice, or the credit note of whoever withdrew', () => {
    expect(nextLookAtDues({ invoices: [] }, 'approved', true)).toBe(3_000);
    expect(nextLookAtDues({ invoices: [owed] }, 'withdrawn', false)).toBe(3_000);
    expect(nextLookAtDues({ invoices: [credited] }, 'withdrawn', false)).toBe(false);
  });
});
