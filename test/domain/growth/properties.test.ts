import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { GrowthCompany } from '../../../domain/growth/company.ts';
import { comparePolicies, evaluate } from '../../../domain/growth/evaluate.ts';
import type { Evaluation, Verdict } from '../../../domain/growth/evaluation.ts';
import { explain, missingFigures } from '../../../domain/growth/explain.ts';
import { FIRST_GROWTH_POLICY } from '../../../domain/growth/policy.ts';
import { runWhatIf, whatIf } from '../../../domain/growth/what-if.ts';
import { anyCompany, CLOSED, grown, policyWith } from './companies.ts';

const stricter = policyWith((policy) => {
  policy.version = 'stricter';
  policy.criteria['oecd-employees'].rate = { numerator: 1, denominator: 4 };
  policy.criteria['young-funds'].role = 'off';
});
const POLICIES = [FIRST_GROWTH_POLICY, stricter];
const RANK: Record<Verdict, number> = { unknown: 0, 'not-met': 0, near: 1, met: 2 };
const RESULTS: Record<Evaluation['result'], number> = { 'not-eligible': 0, borderline: 1, eligible: 2 };

/** The same company with more in the last year that counts, of one measure. */
const withMore = (company: GrowthCompany, measure: 'employees' | 'turnover', more: number): GrowthCompany => {
  const last = Math.max(
    ...company.years.filter((known) => known.year <= CLOSED && known[measure] !== null).map(({ year }) => year),
  );
  return {
    ...company,
    years: company.years.map((known) =>
      known.year === last ? { ...known, [measure]: (known[measure] ?? 0) + more } : known,
    ),
  };
};

describe('an evaluation', () => {
  it('never gets worse when the last year gets better', () => {
    fc.assert(
      fc.property(
        anyCompany,
        fc.constantFrom('employees' as const, 'turnover' as const),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.constantFrom(...POLICIES),
        (company, measure, more, policy) => {
          const before = evaluate(policy, company, CLOSED);
          const after = evaluate(policy, withMore(company, measure, more), CLOSED);
          expect(RESULTS[after.result]).toBeGreaterThanOrEqual(RESULTS[before.result]);
          for (const [at, { verdict }] of after.criteria.entries()) {
            expect(RANK[verdict]).toBeGreaterThanOrEqual(RANK[before.criteria[at]?.verdict ?? 'unknown']);
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(
        anyCompany.chain((company) =>
          fc.tuple(
            fc.constant(company),
            fc.shuffledSubarray(company.years, { minLength: company.years.length }),
            fc.shuffledSubarray(company.funds, { minLength: company.funds.length }),
          ),
        ),
        ([company, years, funds]) => {
          const shuffled = { ...company, years, funds, mergers: [...company.mergers].reverse() };
          expect(evaluate(FIRST_GROWTH_POLICY, shuffled, CLOSED)).toEqual(
            evaluate(FIRST_GROWTH_POLICY, company, CLOSED),
          );
        },
      ),
    );
  });

  it('looks at no year that is not closed', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const years = company.years.filter(({ year }) => year <= CLOSED);
        expect(evaluate(FIRST_GROWTH_POLICY, { ...company, years }, CLOSED)).toEqual(
          evaluate(FIRST_GROWTH_POLICY, company, CLOSED),
        );
      }),
    );
  });

  it('is met exactly where the margin is not negative and all conditions hold', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        for (const result of evaluate(FIRST_GROWTH_POLICY, company, CLOSED).criteria) {
          const reached = (result.margin ?? -1) >= 0 && result.conditions.every(({ met }) => met);
          expect(result.verdict === 'met').toBe(reached && result.case === 'measured');
        }
      }),
      { numRuns: 400 },
    );
  });
});

const OPENINGS: Record<Verdict, { fr: string; en: string }> = {
  met: { fr: 'Rempli : ', en: 'Met: ' },
  near: { fr: 'Tout près : ', en: 'Close: ' },
  'not-met': { fr: 'Non rempli : ', en: 'Not met: ' },
  unknown: { fr: 'Non mesurable : ', en: 'Not measurable: ' },
};

describe('an explanation', () => {
  it('never tells another story than the result', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const evaluation = evaluate(FIRST_GROWTH_POLICY, company, CLOSED);
        const explained = explain(FIRST_GROWTH_POLICY, evaluation);
        expect(explained).toMatchObject({ result: evaluation.result, policyVersion: evaluation.policyVersion });
        for (const { sentence, verdict, from, to, margin, measure, conditions } of explained.criteria) {
          expect(sentence.fr.startsWith(OPENINGS[verdict].fr)).toBe(true);
          expect(sentence.en.startsWith(OPENINGS[verdict].en)).toBe(true);
          if (verdict === 'unknown') continue;
          const plain = sentence.en.replaceAll(',', '');
          for (const point of measure === 'funds' ? [to] : [from, to]) {
            expect(plain).toContain(String(point?.value));
            expect(plain).toContain(String(point?.year));
          }
          expect(plain).toContain((margin ?? 0) >= 0 ? 'to spare' : 'short');
          expect(plain).toContain(String(Math.abs(margin ?? 0)));
          for (const { met, measured } of conditions) if (!met) expect(plain).toContain(String(measured));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives no rate that the threshold contradicts', () => {
    const sentences = ([from, to]: [number, number]) =>
      explain(FIRST_GROWTH_POLICY, evaluate(FIRST_GROWTH_POLICY, grown(from, to), CLOSED)).criteria[0]?.sentence;
    expect(sentences([125, 216])).toEqual({
      fr: 'Tout près : de 125 salariés en 2022 à 216 salariés en 2025, soit 20 % par an ; il fallait plus de 20 % par an, soit 217 salariés ; il manque 1 salarié ; effectif de départ : 125 pour 10 au moins.',
      en: 'Close: from 125 employees in 2022 to 216 employees in 2025, 20% a year; more than 20% a year needed, that is 217 employees; 1 employee short; headcount at the start: 125, at least 10 needed.',
    });
    // 20.003 % a year: rounded down it reads 20 %, so the sentence says that it is more.
    expect(sentences([12_500, 21_602])?.en).toContain('just over 20% a year');
    expect(sentences([12_500, 21_602])?.en).toMatch(/^Met/);
  });

  it('has a sentence of its own in each language for every case', () => {
    const companies = [
      grown(0, 50),
      grown(50, 86, { mergers: [2024] }),
      { ...grown(50, 86), years: [] },
      grown(50, 86, { foundedOn: '2023-01-01' }),
      { ...grown(50, 86), years: grown(50, 86).years.slice(1) },
      { ...grown(50, 86), years: grown(50, 86).years.slice(0, 1) },
      grown(500, 5_000_000, {
        measure: 'turnover',
        size: 5,
        foundedOn: '2020-05-01',
        funds: [{ year: 2024, amount: 5 }],
      }),
    ];
    for (const company of companies) {
      for (const { sentence } of explain(FIRST_GROWTH_POLICY, evaluate(FIRST_GROWTH_POLICY, company, CLOSED))
        .criteria) {
        expect(sentence.fr).not.toBe(sentence.en);
        expect(`${sentence.fr}${sentence.en}`).not.toMatch(/undefined|null|NaN|: [;.]/);
      }
    }
  });

  it('says what is missing, each year once', () => {
    const company = { ...grown(50, 86), years: [{ year: 2025, employees: 86, turnover: null }] };
    expect(missingFigures(evaluate(FIRST_GROWTH_POLICY, company, CLOSED))).toEqual([
      { year: 2022, measure: 'employees' },
      { year: 2022, measure: 'turnover' },
      { year: 2023, measure: 'employees' },
      { year: 2025, measure: 'turnover' },
    ]);
  });
});

describe('two policies', () => {
  it('are compared criterion by criterion', () => {
    const { move, differing, before, after } = comparePolicies(FIRST_GROWTH_POLICY, stricter, grown(50, 90), CLOSED);
    expect([before.policyVersion, after.policyVersion]).toEqual(['2026-01', 'stricter']);
    expect(differing.map(({ criterion }) => criterion)).toEqual(['oecd-employees', 'young-funds']);
    expect(move).toBe('stays-in');
  });

  it('over many companies say who enters and who leaves, as one by one', async () => {
    const companies = fc.sample(anyCompany, { numRuns: 300, seed: 7 });
    const seen: number[] = [];
    const found = await runWhatIf(whatIf(companies, FIRST_GROWTH_POLICY, stricter, CLOSED, 64), ({ done }) => {
      seen.push(done);
    });
    expect(seen).toEqual([64, 128, 192, 256, 300]);
    const one = companies.map((company) => comparePolicies(FIRST_GROWTH_POLICY, stricter, company, CLOSED));
    expect(found.changes.map(({ companyId, move }) => [companyId, move])).toEqual(
      one
        .map(({ before, after, move }, at) => ({ before, after, move, id: companies[at]?.companyId }))
        .filter(({ before, after }) => before.result !== after.result)
        .map(({ id, move }) => [id, move]),
    );
    expect(found.changes.length).toBeGreaterThan(0);
    for (const result of ['eligible', 'borderline', 'not-eligible'] as const) {
      expect(found.before[result]).toBe(one.filter(({ before }) => before.result === result).length);
      expect(found.after[result]).toBe(one.filter(({ after }) => after.result === result).length);
    }
  });
});
