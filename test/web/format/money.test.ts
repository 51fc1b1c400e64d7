import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCents, formatMoney, formatReference, parseCents, typedCents } from '../../../web/format/money.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('amounts as they are read', () => {
  it('are written as each language does, to the cent', () => {
    expect(plain(formatCents(1_234_56, 'fr'))).toBe('1 234,56 €');
    expect(formatCents(1_234_56, 'en')).toBe('€1,234.56');
    expect(plain(formatCents(-5, 'fr'))).toBe('-0,05 €');
  });

  it('name another currency, and one that is none', () => {
    expect(plain(formatMoney(600_00, 'USD', 'fr'))).toBe('600,00 $US');
    expect(formatMoney(600_00, '??', 'en')).toBe('600.00 ??');
  });

  it('come in groups of four where banks print them so', () => {
    expect(formatReference('RF451234512345')).toBe('RF45 1234 5123 45');
  });
});

describe('amounts as they are typed', () => {
  it.each([
    ['1 234,56', 'fr', 1_234_56],
    ['1234.5', 'fr', 1_234_50],
    ['150 €', 'fr', 150_00],
    ['1\u202f500,00\u00a0€', 'fr', 1_500_00],
    ['1,234.56', 'en', 1_234_56],
    ['€12', 'en', 12_00],
    ['-3', 'fr', -3_00],
    ['', 'fr', null],
  ] as const)('%j in %s is %j cents', (typed, language, cents) => {
    expect(parseCents(typed, language)).toBe(cents);
  });

  it.each(['12,345', 'douze', '1,2,3', '--3', '12,'])('%j is none', (typed) => {
    expect(parseCents(typed, 'fr')).toBeNaN();
  });

  it('come back as they went into a field', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), fc.constantFrom('fr' as const, 'en' as const), (c, l) => {
        expect(parseCents(typedCents(c, l), l)).toBe(c);
      }),
    );
  });
});
