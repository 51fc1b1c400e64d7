import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CHARTERS, CURRENT_CHARTER, charterVersion } from '../../../domain/charter/charter.ts';
import { charterDocument } from '../../../domain/charter/text.ts';

const LANGUAGES = ['fr', 'en'] as const;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What was published, once and for all. A line here is added with each version and never changed. */
const PUBLISHED = {
  '2026-01': {
    fr: '4c6209c19935014066a6ac96393a09a9d8d3eac2419dacce20c0d745f94935b8',
    en: 'da0f8ba277a1ce3068e7831ceb4ba1d7b4491b941c6f7aa8d84d6499d7e4a2d9',
  },
};

describe('charter', () => {
  it.each(CHARTERS.flatMap((charter) => LANGUAGES.map((language) => ({ charter, language }))))(
    'states the hash of its exact text: $charter.version in $language',
    ({ charter, language }) => {
      expect(charter.sha256[language]).toBe(sha256(charterDocument(charter.texts[language])));
    },
  );

  it('never changes a version that was published', () => {
    expect(Object.fromEntries(CHARTERS.map((charter) => [charter.version, charter.sha256]))).toEqual(PUBLISHED);
  });

  it('has the same sections in both languages', () => {
    for (const { texts } of CHARTERS) {
      expect(texts.en.sections.map((s) => s.paragraphs.length)).toEqual(
        texts.fr.sections.map((s) => s.paragraphs.length),
      );
      expect(texts.en.sections.map((s) => s.title.slice(0, 2))).toEqual(
        texts.fr.sections.map((s) => s.title.slice(0, 2)),
      );
    }
  });

  it('asks for the newest version, and finds the others by name', () => {
    expect(CURRENT_CHARTER).toBe(CHARTERS.at(-1));
    expect(charterVersion('2026-01')?.publishedOn).toBe('2026-01-01');
    expect(charterVersion('1999-01')).toBeUndefined();
  });
});
