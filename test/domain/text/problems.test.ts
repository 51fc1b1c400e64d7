import { describe, expect, it } from '@jest/globals';
import { PROBLEMS, type ProblemType } from '../../../domain/errors.ts';
import { PROBLEM_TEXTS, problemText } from '../../../domain/text/problems.ts';

describe('the texts of the problems', () => {
  it('cover every refusal', () => {
    expect(Object.keys(PROBLEM_TEXTS).sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  it.each(Object.keys(PROBLEMS) as ProblemType[])('%s has a title and a sentence in both languages', (type) => {
    const fr = problemText(type, 'fr');
    const en = problemText(type, 'en');
    for (const { title, detail } of [fr, en]) {
      expect(title).toMatch(/^[A-ZÀ-Ü].{5,}[^.]$/);
      expect(detail).toMatch(/^[A-ZÀ-Ü].{20,}\.$/);
    }
    expect(fr.detail).not.toBe(en.detail);
  });
});
