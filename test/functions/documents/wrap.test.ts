import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fontFiles } from '../../../functions/documents/pdf/assets.ts';
import { wrap } from '../../../functions/documents/pdf/wrap.ts';
import { writableWith } from '../../../functions/documents/pdf/writable.ts';

/** Every letter is one wide. */
const measure = (text: string): number => [...text].length;

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('un deux trois quatre', 9, measure)).toEqual(['un deux', 'trois', 'quatre']);
  });

  it('cuts a word that is too wide after a hyphen, a point or an at sign', () => {
    expect(wrap('Saint-Rémy-en-Forez', 12, measure)).toEqual(['Saint-Rémy-', 'en-Forez']);
    expect(wrap('abcdefghij', 4, measure)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('holds at spaces that do not break', () => {
    expect(wrap('prix : 1\u202f234,56\u00a0€', 10, measure)).toEqual(['prix :', '1\u202f234,56\u00a0€']);
  });

  it('loses no letter, and lets no line be wider than it may', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '-', '.', '\u00a0', '🚀'), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (typed, width) => {
        const lines = wrap(typed, width, measure);

        expect(lines.every((line) => measure(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(typed.replaceAll(' ', ''));
      }),
    );
  });
});

describe('writable', () => {
  const writable = writableWith(fontFiles().text);

  it('leaves what the typeface has: French, its neighbours, Greek and Cyrillic', () => {
    const text = 'Œuvre d’art « à Besançon » 1\u202f234,56\u00a0€ – Łódź, Αθήνα, Москва';

    expect(writable(text)).toBe(text);
  });

  it('composes letters, and stands a question mark for what the typeface does not have', () => {
    expect(writable('e\u0301le\u0300ve 🚀 株式')).toBe('élève ? ??');
  });

  it('makes one line of several, and drops what cannot be seen', () => {
    expect(writable(' un\r\n\tdeux\u200b\u0007 ')).toBe('un deux');
  });
});
