import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocationOf } from '../../../../web/staff/treasury/queue/allocation.ts';

const invoices = fc
  .array(fc.integer({ min: 1, max: 5_000_00 }), { minLength: 1, maxLength: 6 })
  .map((balances) => balances.map((balanceCents, index) => ({ number: `F2026-00000${index}`, balanceCents })));

describe('spreading a transfer over invoices', () => {
  it('fills each before the next', () => {
    const two = [
      { number: 'F1', balanceCents: 600_00 },
      { number: 'F2', balanceCents: 300_00 },
    ];
    expect(allocationOf(650_00, two)).toEqual({
      shares: [
        { number: 'F1', cents: 600_00 },
        { number: 'F2', cents: 50_00 },
      ],
      heldCents: 0,
      leftCents: 250_00,
    });
    expect(allocationOf(1_000_00, two)).toMatchObject({ heldCents: 100_00, leftCents: 0 });
  });

  it('loses no cent, and never gives an invoice more than it is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000_00 }), invoices, (cents, owed) => {
        const { shares, heldCents, leftCents } = allocationOf(cents, owed);
        const given = shares.reduce((sum, share) => sum + share.cents, 0);
        expect(given + heldCents).toBe(cents);
        expect(given + leftCents).toBe(owed.reduce((sum, { balanceCents }) => sum + balanceCents, 0));
        for (const [index, share] of shares.entries()) {
          expect(share.cents).toBeLessThanOrEqual(owed[index]?.balanceCents ?? 0);
        }
      }),
    );
  });
});
