import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CATEGORIES } from '../../../domain/company/category.ts';
import { DUES_POLICIES, policyAt } from '../../../domain/dues/policies.ts';
import { type DuesPolicy, VAT_REGIMES } from '../../../domain/dues/policy.ts';
import { type QuoteInput, quoteDues } from '../../../domain/dues/quote.ts';
import { Quote } from '../../../domain/dues/quote-line.ts';
import { quoteLineBasis, quoteLineText, vatMention } from '../../../domain/dues/texts.ts';

const policy = policyAt('2026-03-01');
const input = (change: Partial<QuoteInput> = {}): QuoteInput => ({
  purpose: 'joining',
  category: 'company',
  foundedOn: '1985-02-01',
  figures: [{ year: 2025, employees: 12, turnover: 1_450_000 }],
  period: { from: '2026-03-01', to: '2026-12-31' },
  ...change,
});
const withEmployees = (employees: number) => input({ figures: [{ year: 2025, employees, turnover: 0 }] });

describe('the scale of the project', () => {
  // issue: headcount 0-2 150; 3-9 300; 10-19 600; 20-49 1,100; 50-99 1,800; 100-249 2,800; 250 and more 4,500.
  it.each([
    ...[
      [0, 150],
      [2, 150],
      [3, 300],
      [9, 300],
      [10, 600],
      [19, 600],
      [20, 1100],
      [49, 1100],
      [50, 1800],
    ],
    ...[
      [99, 1800],
      [100, 2800],
      [249, 2800],
      [250, 4500],
      [1_000_000, 4500],
    ],
  ])('asks %i employees for %i €', (employees, euros) => {
    expect(quoteDues(policy, withEmployees(employees ?? 0)).totalCents).toBe((euros ?? 0) * 100);
  });

  it.each([
    ['education-research', 300],
    ['institution', 1100],
  ] as const)('asks %s for a flat %i €', (category, euros) => {
    expect(quoteDues(policy, { ...withEmployees(600), category }).totalCents).toBe(euros * 100);
  });

  it('goes by the latest figures', () => {
    const figures = [
      { year: 2025, employees: 12, turnover: 0 },
      { year: 2024, employees: 300, turnover: 0 },
    ];
    expect(quoteDues(policy, input({ figures }))).toMatchObject({ figuresYear: 2025, totalCents: 600_00 });
  });
});

describe('what a line is counted from', () => {
  it('is in the singular or the plural of its language', () => {
    const said = ([0, 1, 2] as const).map((employees) => {
      const [line] = quoteDues(policy, withEmployees(employees)).lines;
      return line === undefined ? [] : (['fr', 'en'] as const).map((language) => quoteLineBasis(line, 2025, language));
    });
    expect(said).toEqual([
      ['0 salarié en 2025', '0 employees in 2025'],
      ['1 salarié en 2025', '1 employee in 2025'],
      ['2 salariés en 2025', '2 employees in 2025'],
    ]);
  });
});

describe('the first year', () => {
  it('is half for a company under two years old, until the day it is two', () => {
    const founded = (foundedOn: string) => quoteDues(policy, input({ foundedOn })).lines.map(({ code }) => code);
    expect(founded('2024-03-02')).toEqual(['band', 'new-company']);
    expect(founded('2024-03-01')).toEqual(['band']);
  });

  it('is half for who joins from 1 July', () => {
    const joining = (from: string) => quoteDues(policy, input({ period: { from, to: '2026-12-31' } }));
    expect(joining('2026-06-30').totalCents).toBe(600_00);
    expect(joining('2026-07-01')).toMatchObject({ totalCents: 300_00, lines: [{}, { code: 'mid-year' }] });
  });

  it('has one reduction, the better', () => {
    const both = input({ foundedOn: '2025-06-01', period: { from: '2026-09-01', to: '2026-12-31' } });
    expect(quoteDues(policy, both)).toMatchObject({ totalCents: 300_00, lines: [{}, { code: 'new-company' }] });
    const better = { ...policy, reductions: { ...policy.reductions, midYear: { from: '07-01', percent: 60 } } };
    expect(quoteDues(better, both)).toMatchObject({ totalCents: 240_00, lines: [{}, { code: 'mid-year' }] });
  });

  it('has neither for a renewal', () => {
    const renewal = input({
      purpose: 'renewal',
      foundedOn: '2025-06-01',
      period: { from: '2026-09-01', to: '2027-08-31' },
    });
    expect(quoteDues(policy, renewal).totalCents).toBe(600_00);
  });
});

describe('rounding', () => {
  const odd = (cents: number, vatRegime: DuesPolicy['vatRegime'] = 'out-of-scope'): DuesPolicy => ({
    ...policy,
    vatRegime,
    bands: [{ from: 0, to: null, cents }],
  });
  const young = input({ foundedOn: '2025-06-01' });
  it('is half up to the cent, a line', () => {
    expect(quoteDues(odd(5), young).lines.map(({ cents }) => cents)).toEqual([5, -3]);
  });
  it('of VAT is half up, on the sum', () => {
    expect(quoteDues(odd(3, 'standard'), input()).vat).toEqual({ regime: 'standard', rateBasisPoints: 2000, cents: 1 });
    expect(quoteDues(odd(2, 'standard'), input()).vat.cents).toBe(0);
    expect(quoteDues(odd(600_00, 'standard'), input()).totalCents).toBe(720_00);
  });
});

it('fills up to the minimum, whatever the reduction', () => {
  const quote = quoteDues({ ...policy, minimumCents: 100_00 }, { ...withEmployees(1), foundedOn: '2025-06-01' });
  expect(quote.lines.map(({ code, cents }) => [code, cents])).toEqual([
    ['band', 150_00],
    ['new-company', -75_00],
    ['minimum', 25_00],
  ]);
});

const percent = fc.integer({ min: 0, max: 100 });
const amount = fc.integer({ min: 0, max: 1_000_000_00 });
const anyPolicy = fc
  .record({ base: amount, fresh: percent, half: percent, minimum: amount, vat: fc.constantFrom(...VAT_REGIMES) })
  .map(
    ({ base, fresh, half, minimum, vat }): DuesPolicy => ({
      ...policy,
      bands: [
        { from: 0, to: 9, cents: base },
        { from: 10, to: null, cents: base + 1 },
      ],
      reductions: { newCompany: { underYears: 2, percent: fresh }, midYear: { from: '07-01', percent: half } },
      minimumCents: minimum,
      vatRegime: vat,
    }),
  );
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyInput = fc.record({
  purpose: fc.constantFrom('joining' as const, 'renewal' as const),
  category: fc.constantFrom(...CATEGORIES),
  foundedOn: day,
  figures: fc.array(
    fc.record({ year: fc.integer({ min: 2020, max: 2026 }), employees: fc.nat(1_000_000), turnover: fc.nat() }),
    { minLength: 1, maxLength: 5 },
  ),
  period: day.map((from) => ({ from, to: '2026-12-31' })),
});

describe('any quote', () => {
  it('is what the schema says, adds up, and is never below the minimum', () => {
    fc.assert(
      fc.property(anyPolicy, anyInput, (scale, asked) => {
        const quote = quoteDues(scale, asked);
        expect(Quote.safeParse(quote).error).toBeUndefined();
        expect(quote.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(quote.netCents);
        expect(quote.netCents + quote.vat.cents).toBe(quote.totalCents);
        expect(quote.netCents).toBeGreaterThanOrEqual(scale.minimumCents);
        expect(
          quote.lines.filter(({ code }) => code === 'new-company' || code === 'mid-year').length,
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes the reduction that leaves less to pay', () => {
    fc.assert(
      fc.property(anyPolicy, anyInput, (scale, asked) => {
        const only = (kept: 'newCompany' | 'midYear') =>
          quoteDues(
            { ...scale, reductions: { newCompany: null, midYear: null, [kept]: scale.reductions[kept] } },
            asked,
          );
        const { netCents } = quoteDues(scale, asked);
        expect(netCents).toBe(Math.min(only('newCompany').netCents, only('midYear').netCents));
      }),
    );
  });

  it('says every line in words, in both languages, with no gap in them', () => {
    fc.assert(
      fc.property(anyPolicy, anyInput, (scale, asked) => {
        for (const line of quoteDues(scale, asked).lines) {
          const [fr, en] = [quoteLineText(line, 'fr'), quoteLineText(line, 'en')];
          expect(fr).not.toBe(en);
          expect(`${fr}${en}`).not.toMatch(/undefined|NaN|null/);
        }
      }),
    );
  });
});

it('has a mention for every regime but the one that charges VAT', () => {
  for (const regime of VAT_REGIMES) {
    expect(vatMention(regime, 'fr') === null).toBe(regime === 'standard');
    expect(vatMention(regime, 'en') === null).toBe(regime === 'standard');
  }
});

it('has a version from the merger on, and none before', () => {
  expect(policyAt('2017-01-01').version).toBe(DUES_POLICIES[0]?.version);
  expect(() => policyAt('2016-12-31')).toThrow(RangeError);
});
