import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { invoiceReference } from '../../../domain/payment/reference.ts';
import { transferQr } from '../../../domain/payment/transfer-qr.ts';

const transfer = {
  name: 'Traboule, cluster numérique',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  cents: 60_000,
  reference: 'RF022026000042',
};

describe('the QR code of a transfer (EPC069-12)', () => {
  it('says its elements in order, a line each, and nothing after the reference', () => {
    expect(transferQr(transfer)).toBe(
      'BCD\n002\n1\nSCT\nAGRIFRPP\nTraboule, cluster numérique\nFR7630006000011234567890189\nEUR600.00\n\nRF022026000042',
    );
  });

  it('may leave out the BIC, which version 002 allows', () => {
    expect(
      transferQr({ ...transfer, bic: '' })
        .split('\n')
        .slice(3, 6),
    ).toEqual(['SCT', '', transfer.name]);
  });

  it.each([
    [1, 'EUR0.01'],
    [10, 'EUR0.10'],
    [109, 'EUR1.09'],
    [123_456_789, 'EUR1234567.89'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %d cents as %s', (cents, amount) => {
    expect(transferQr({ ...transfer, cents }).split('\n')[7]).toBe(amount);
  });

  it.each([
    ['an amount of nothing', { cents: 0 }],
    ['a negative amount', { cents: -1 }],
    ['part of a cent', { cents: 0.5 }],
    ['no number', { cents: Number.NaN }],
    ['an amount no transfer has', { cents: 100_000_000_000 }],
    ['no name', { name: ' \n ' }],
    ['a name of 71 characters', { name: 'n'.repeat(71) }],
    ['a reference with a wrong check', { reference: 'RF032026000042' }],
    ['no reference', { reference: '' }],
  ])('refuses %s', (_, change) => expect(() => transferQr({ ...transfer, ...change })).toThrow(RangeError));

  it('has ten lines and at most 331 bytes for any name, amount and invoice', () => {
    const name = fc.string({ minLength: 1, maxLength: 70, unit: 'grapheme-composite' });
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 99_999_999_999 }), fc.nat(999_999), (text, cents, rank) => {
        const reference = invoiceReference(`F2026-${String(rank).padStart(6, '0')}`);
        fc.pre(text.trim() !== '' && [...text].length <= 70);
        const payload = transferQr({ ...transfer, name: text, cents, reference });
        const lines = payload.split('\n');
        expect(lines).toHaveLength(10);
        expect(lines[9]).toBe(reference);
        expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(331);
        expect(Math.round(Number(lines[7]?.slice(3)) * 100)).toBe(cents);
      }),
    );
  });
});
