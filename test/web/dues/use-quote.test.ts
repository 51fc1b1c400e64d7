import { describe, expect, it } from '@jest/globals';
import { questionOf } from '../../../web/dues/use-quote.ts';

const company = { category: 'company', foundedOn: '2015-03-01' } as const;
const row = (year: string, employees: string, turnover: string) => ({ year, employees, turnover });

describe('what a quote is asked for', () => {
  it('is the latest year that is filled in, numbers read as they are typed', () => {
    const figures = [row('2024', '9', '900 000'), row('2025', '12', '1 450 000 €'), row('2026', '', '')];
    expect(questionOf({ company, figures }, 'fr')).toEqual({
      question: { ...company, year: 2025, employees: 12, turnover: 1_450_000 },
    });
  });

  it('is nothing while something is missing, which it names', () => {
    expect(questionOf({ company, figures: [row('2025', '', '')] }, 'fr')).toEqual({ missing: ['figures'] });
    expect(
      questionOf({ company: { category: '', foundedOn: '2015-13-01' }, figures: [row('2025', '1', 'x')] }, 'fr'),
    ).toEqual({ missing: ['category', 'foundedOn', 'figures'] });
  });
});
