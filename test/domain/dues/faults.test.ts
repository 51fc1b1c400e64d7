import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { policyFaults, successionFaults } from '../../../domain/dues/faults.ts';
import { DUES_POLICIES, policyAt } from '../../../domain/dues/policies.ts';
import type { DuesPolicy } from '../../../domain/dues/policy.ts';
import { quoteDues } from '../../../domain/dues/quote.ts';
import { FIELD_MESSAGES } from '../../../domain/text/field-messages.ts';

const policy = policyAt('2026-03-01');
const faultsOf = (change: Partial<DuesPolicy>) =>
  policyFaults({ ...policy, ...change }).map(({ path, code }) => `${path} ${code}`);
const bands = (...limits: [number, number | null][]) => ({
  bands: limits.map(([from, to]) => ({ from, to, cents: 100_00 })),
});
const terms = (change: Partial<DuesPolicy['terms']>) => ({ terms: { ...policy.terms, ...change } });
const seller = (change: Partial<DuesPolicy['seller']>) => ({ seller: { ...policy.seller, ...change } });

describe('what is wrong with a version', () => {
  it('is nothing for those of the code', () => {
    for (const each of DUES_POLICIES) expect(policyFaults(each)).toEqual([]);
  });

  it.each([
    ['a gap', bands([0, 9], [11, null]), ['bands.1.from bands.gap']],
    ['an overlap', bands([0, 9], [9, null]), ['bands.1.from bands.overlap']],
    ['no band from zero', bands([1, null]), ['bands.0.from bands.zero']],
    ['an end', bands([0, 9]), ['bands.0.to bands.no-end']],
    ['an open band within', bands([0, null], [10, null]), ['bands.0.to bands.open-too-soon']],
    ['a band backwards', bands([0, 9], [10, 5], [6, null]), ['bands.1.to bands.reversed']],
    [
      'a day that does not exist',
      { reductions: { ...policy.reductions, midYear: { from: '02-30', percent: 50 } } },
      ['reductions.midYear.from month-day'],
    ],
    [
      'a day of leap years',
      { reductions: { ...policy.reductions, midYear: { from: '02-29', percent: 50 } } },
      ['reductions.midYear.from month-day'],
    ],
    ['reminders out of order', terms({ reminders: [0, -7] }), ['terms.reminders.1 terms.order']],
    ['a reminder twice', terms({ reminders: [0, 0] }), ['terms.reminders.1 terms.order']],
    ['a reminder before the invoice', terms({ reminders: [-30] }), ['terms.reminders.0 terms.before-issue']],
    ['a notice before the last reminder', terms({ formalNotice: 30 }), ['terms.formalNotice terms.order']],
    ['unpaid before the notice', terms({ unpaid: 45 }), ['terms.unpaid terms.order']],
    ['an IBAN with a slip', seller({ iban: 'FR1420041010050500013M02607' }), ['seller.iban iban.checksum']],
    ['VAT without a number', { vatRegime: 'standard' as const }, ['seller.vatNumber vat-number.required']],
    [
      'a VAT number whose key is wrong',
      seller({ vatNumber: `FR99${policy.seller.siren}` }),
      ['seller.vatNumber vat-number.key'],
    ],
    ['another’s VAT number', seller({ vatNumber: 'FR06335092318' }), ['seller.vatNumber vat-number.other-siren']],
  ])('%s', (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it('every one has a sentence', () => {
    const wrong = policyFaults({
      ...policy,
      ...bands([1, 5], [7, 6]),
      ...terms({ reminders: [5, 1], formalNotice: 1, unpaid: 1 }),
    });
    expect(wrong.length).toBeGreaterThan(4);
    for (const { code } of wrong) expect(Object.keys(FIELD_MESSAGES)).toContain(code);
  });

  it('is something exactly where some headcount has no band, or two', () => {
    const limits = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 0, max: 12 }), { nil: null })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(limits, (drawn) => {
        const scale = { ...policy, ...bands(...drawn) };
        const holding = (value: number) =>
          scale.bands.filter(({ from, to }) => from <= value && (to === null || value <= to)).length;
        const clean = Array.from({ length: 14 }, (_, value) => holding(value)).every((count) => count === 1);
        const ordered = drawn.every(([from], index) => index === 0 || from > (drawn[index - 1]?.[0] ?? 0));
        const empty = drawn.some(([from, to]) => to !== null && to < from);
        if (policyFaults(scale).length === 0) expect(clean).toBe(true);
        if (clean && ordered && !empty) expect(policyFaults(scale)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing where every company can be quoted', () => {
    const figures = fc.nat(1_000_000).map((employees) => [{ year: 2025, employees, turnover: 0 }]);
    fc.assert(
      fc.property(figures, (given) => {
        const asked = { purpose: 'joining', category: 'company', foundedOn: '2000-01-01', figures: given } as const;
        expect(
          quoteDues(policy, { ...asked, period: { from: '2026-01-01', to: '2026-12-31' } }).totalCents,
        ).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a version that follows', () => {
  const next = (version: string, from: string) =>
    successionFaults({ ...policy, version, from }, DUES_POLICIES, '2026-11-25').map(({ code }) => code);
  it('is of a day to come, after the last, under a name of its own', () => {
    expect(next('2027-01', '2027-01-01')).toEqual([]);
    expect(next('2027-01', '2026-11-25')).toEqual(['date.not-to-come']);
    expect(next('2017-01', '2027-01-01')).toEqual(['policy.version-taken']);
    expect(
      successionFaults(
        { ...policy, version: 'x', from: '2027-01-01' },
        [...DUES_POLICIES, { ...policy, version: 'y', from: '2027-02-01' }],
        '2026-11-25',
      ),
    ).toEqual([{ path: 'from', code: 'policy.not-after-last', params: { last: '2027-02-01' } }]);
  });
});
