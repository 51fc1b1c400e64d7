import { describe, expect, it } from '@jest/globals';
import { writtenCents, writtenDay, writtenIban, writtenRate } from '../../../domain/invoice/written.ts';

describe('what invoices are written in', () => {
  it.each([
    [0, '0,00\u00a0€', '€0.00'],
    [5, '0,05\u00a0€', '€0.05'],
    [123_456, '1\u202f234,56\u00a0€', '€1,234.56'],
    [100_000_000_000, '1\u202f000\u202f000\u202f000,00\u00a0€', '€1,000,000,000.00'],
    [-30_000, '\u2212300,00\u00a0€', '\u2212€300.00'],
  ])('%i cents: %s, %s', (cents, french, english) => {
    expect(writtenCents(cents, 'fr')).toBe(french);
    expect(writtenCents(cents, 'en')).toBe(english);
  });

  it.each([
    [1215, '12,15\u00a0%', '12.15%'],
    [2000, '20\u00a0%', '20%'],
    [550, '5,5\u00a0%', '5.5%'],
    [0, '0\u00a0%', '0%'],
  ])('a rate of %i hundredths of a percent: %s, %s', (rate, french, english) => {
    expect(writtenRate(rate, 'fr')).toBe(french);
    expect(writtenRate(rate, 'en')).toBe(english);
  });

  it('days in words, the first of a month as an ordinal in French', () => {
    expect(writtenDay('2027-08-01', 'fr')).toBe('1er\u00a0août\u00a02027');
    expect(writtenDay('2027-08-01', 'en')).toBe('1\u00a0August\u00a02027');
    expect(writtenDay('2026-12-31', 'fr')).toBe('31\u00a0décembre\u00a02026');
  });

  it('numbers in groups', () => {
    expect(writtenIban('FR7630006000011234567890189')).toBe(
      'FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00a0'),
    );
  });

  it('writes what the locale data of this machine writes', () => {
    const french = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
    const english = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
    for (const cents of [0, 1, 99, 100, 99_999, 100_000, 1_234_567_89]) {
      expect(writtenCents(cents, 'fr')).toBe(french.format(cents / 100));
      expect(writtenCents(cents, 'en')).toBe(english.format(cents / 100));
    }
  });
});
