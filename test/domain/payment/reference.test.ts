import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  compactReference,
  creditorReference,
  formatReference,
  invoiceNumberOf,
  invoiceReference,
  invoicesNamed,
  invoicesReferredTo,
  referenceFault,
} from '../../../domain/payment/reference.ts';

const own = fc.stringMatching(/^[A-Z0-9]{1,21}$/);
const number = fc
  .tuple(fc.integer({ min: 2017, max: 2200 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([year, rank]) => `F${year}-${String(rank).padStart(6, '0')}`);

describe('creditor references (ISO 11649)', () => {
  it.each([
    ['1234512345', 'RF451234512345'],
    ['AB2G5', 'RF68AB2G5'],
    ['TU06FX', 'RF96TU06FX'],
    ['2026000042', 'RF022026000042'],
  ])('%s makes %s', (text, reference) => expect(creditorReference(text)).toBe(reference));

  it('takes RF720HYA6 for valid and RF19GAX8WS5JYOOUJ87 for not', () => {
    expect(referenceFault('RF720HYA6')).toBeNull();
    expect(referenceFault('RF19GAX8WS5JYOOUJ87')).toBe('reference.checksum');
  });

  it.each(['rf02 2026 0000 42', ' RF02-2026-000042 ', 'RF02.2026.0000.42', 'RF02\u00a02026\u202f000042'])(
    'forgives how %j is written',
    (typed) => {
      expect(referenceFault(typed)).toBeNull();
      expect(compactReference(typed)).toBe('RF022026000042');
      expect(invoiceNumberOf(typed)).toBe('F2026-000042');
    },
  );

  it.each(['', 'RF', 'RF02', '022026000042', 'RF0A2026000042', `RF02${'1'.repeat(22)}`, 'RF02É'])(
    'takes %j for none',
    (typed) => expect(referenceFault(typed)).toBe('reference.format'),
  );

  it.each(['', 'ab2g5', 'AB 2G5', 'A'.repeat(22), 'É'])('makes none of %j', (text) => {
    expect(() => creditorReference(text)).toThrow(RangeError);
  });

  it('are valid for any text, however they are printed', () => {
    fc.assert(
      fc.property(own, (text) => {
        const reference = creditorReference(text);
        expect(referenceFault(reference)).toBeNull();
        expect(referenceFault(formatReference(reference).toLowerCase())).toBeNull();
      }),
    );
  });

  it('show any wrong digit and any two digits swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,21}$/), fc.nat(), fc.integer({ min: 0, max: 9 }), (text, place, digit) => {
        const reference = creditorReference(text);
        const at = 4 + (place % text.length);
        const changed = reference.slice(0, at) + digit + reference.slice(at + 1);
        if (changed !== reference) expect(referenceFault(changed)).toBe('reference.checksum');
        const [a = '', b = ''] = reference.slice(at, at + 2);
        const swapped = reference.slice(0, at) + b + a + reference.slice(at + 2);
        if (swapped !== reference) expect(referenceFault(swapped)).toBe('reference.checksum');
      }),
    );
  });
});

describe('references of invoices', () => {
  it('come from the number, and lead back to it', () => {
    expect(invoiceReference('F2026-000042')).toBe('RF022026000042');
    fc.assert(fc.property(number, (n) => expect(invoiceNumberOf(invoiceReference(n))).toBe(n)));
  });

  it.each(['RF720HYA6', 'RF032026000042', 'RF451234512345 6', 'bonjour'])('%j names no invoice', (typed) => {
    expect(invoiceNumberOf(typed)).toBeNull();
  });

  it('are printed in fours', () => expect(formatReference('RF022026000042')).toBe('RF02 2026 0000 42'));
});

describe('free text', () => {
  it.each([
    ['RF022026000042', ['F2026-000042']],
    ['VIREMENT COTISATION RF02 2026 0000 42 MERCI', ['F2026-000042']],
    ['cotisation 2026 rf022026000042/ESKER', ['F2026-000042']],
    ['RF02202600\n0042', ['F2026-000042']],
    ['ref.RF02-2026-0000-42 et RF02-2026-0000-42', ['F2026-000042']],
    ['RF032026000042', []],
    ['REF2026000042', []],
    ['F2026-000042', []],
    ['', []],
  ])('%j refers to %j', (text, numbers) => expect(invoicesReferredTo(text)).toEqual(numbers));

  it.each([
    ['Facture F2026-000042', ['F2026-000042']],
    ['fact F2026000042, F 2026-000043 et f2026/000044', ['F2026-000042', 'F2026-000043', 'F2026-000044']],
    ['A2026-000042', []],
    ['REF2026000042', []],
    ['RF022026000042', []],
    ['F2026-0000421', []],
    ['', []],
  ])('%j names %j', (text, numbers) => expect(invoicesNamed(text)).toEqual(numbers));

  it('refers to an invoice whatever stands around its reference and wherever it is broken', () => {
    const noise = fc.stringMatching(/^[A-Za-z ,;:]{0,20}$/);
    fc.assert(
      fc.property(number, noise, noise, fc.integer({ min: 1, max: 13 }), (n, before, after, broken) => {
        const reference = invoiceReference(n);
        const text = `${before} ${reference.slice(0, broken)} ${reference.slice(broken)} ${after}`;
        expect(invoicesReferredTo(text)).toEqual([n]);
      }),
    );
  });
});
