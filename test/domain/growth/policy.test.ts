import { describe, expect, it } from '@jest/globals';
import { FIRST_GROWTH_POLICY, GrowthPolicy } from '../../../domain/growth/policy.ts';
import { policyFaults, publicationFaults } from '../../../domain/growth/policy-faults.ts';
import { messageOf } from '../../../domain/text/field-errors.ts';
import { policyWith } from './companies.ts';

describe('the first growth policy', () => {
  it('is one, and has no faults', () => {
    expect(GrowthPolicy.parse(FIRST_GROWTH_POLICY)).toEqual(FIRST_GROWTH_POLICY);
    expect(policyFaults(FIRST_GROWTH_POLICY)).toEqual([]);
  });
});

describe('a policy with impossible thresholds', () => {
  const c = (change: (criteria: GrowthPolicy['criteria']) => void) => policyWith(({ criteria }) => change(criteria));
  it.each<[string, string, GrowthPolicy]>([
    [
      'criteria.oecd-employees.rate',
      'policy.rate-zero',
      c((all) => {
        all['oecd-employees'].rate = { numerator: 0, denominator: 1 };
        all['oecd-employees'].nearRate = { numerator: 0, denominator: 1 };
      }),
    ],
    [
      'criteria.oecd-turnover.rate',
      'policy.rate-impossible',
      c((all) => {
        all['oecd-turnover'].rate = { numerator: 11, denominator: 1 };
      }),
    ],
    [
      'criteria.eurostat-employees.nearRate',
      'policy.near-above',
      c((all) => {
        all['eurostat-employees'].nearRate = { numerator: 11, denominator: 100 };
      }),
    ],
    [
      'criteria.oecd-employees.nearStart',
      'policy.near-above',
      c((all) => {
        all['oecd-employees'].nearStart = 11;
      }),
    ],
    [
      'criteria.oecd-turnover.smallestStart',
      'policy.start-zero',
      c((all) => {
        all['oecd-turnover'].smallestStart = 0;
        all['oecd-turnover'].nearStart = 0;
      }),
    ],
    [
      'criteria.gazelle.oldest',
      'policy.age-impossible',
      c((all) => {
        all.gazelle.oldest = 3;
      }),
    ],
    [
      'criteria.headcount-doubling.ratio',
      'policy.ratio-impossible',
      c((all) => {
        all['headcount-doubling'].ratio = { numerator: 3, denominator: 3 };
        all['headcount-doubling'].nearRatio = { numerator: 1, denominator: 1 };
      }),
    ],
    [
      'criteria.headcount-doubling.nearAdded',
      'policy.near-above',
      c((all) => {
        all['headcount-doubling'].nearAdded = 11;
      }),
    ],
    [
      'criteria.headcount-doubling.youngerThan',
      'policy.age-impossible',
      c((all) => {
        all['headcount-doubling'].youngerThan = 3;
      }),
    ],
    [
      'criteria.young-turnover.youngerThan',
      'policy.age-impossible',
      c((all) => {
        all['young-turnover'].youngerThan = 4;
      }),
    ],
    [
      'criteria.young-funds.amount',
      'policy.amount-zero',
      c((all) => {
        all['young-funds'].amount = 0;
        all['young-funds'].nearAmount = 0;
      }),
    ],
    [
      'criteria',
      'policy.decides-nothing',
      c((all) => {
        for (const one of Object.values(all)) one.role = 'supporting';
      }),
    ],
  ])('%s: %s', (path, code, policy) => {
    expect(policyFaults(policy).map((fault) => [fault.path, fault.code])).toEqual([[path, code]]);
    for (const language of ['fr', 'en'] as const) {
      expect(messageOf(code, undefined, language)).not.toBe(messageOf('invalid', undefined, language));
    }
  });

  it('is refused in its shape too: a decimal, a denominator of zero', () => {
    const with_ = (rate: unknown) =>
      GrowthPolicy.safeParse({
        ...FIRST_GROWTH_POLICY,
        criteria: {
          ...FIRST_GROWTH_POLICY.criteria,
          'oecd-employees': { ...FIRST_GROWTH_POLICY.criteria['oecd-employees'], rate },
        },
      }).success;
    expect(with_({ numerator: 1, denominator: 0 })).toBe(false);
    expect(with_({ numerator: 0.2, denominator: 1 })).toBe(false);
    expect(with_(0.2)).toBe(false);
    expect(with_({ numerator: 1, denominator: 5 })).toBe(true);
  });
});

describe('publishing a policy', () => {
  const published = [FIRST_GROWTH_POLICY];
  const faults = (version: string, from: string) =>
    publicationFaults({ ...FIRST_GROWTH_POLICY, version, from }, { published, on: '2026-10-05' }).map(
      ({ code }) => code,
    );
  it('takes a new name and a day to come, after all others', () => {
    expect(faults('2027-01', '2026-10-06')).toEqual([]);
    expect(faults('2026-01', '2026-10-06')).toEqual(['policy.version-taken']);
    expect(faults('2027-01', '2026-10-05')).toEqual(['policy.from-past']);
    const later = { published: [{ ...FIRST_GROWTH_POLICY, from: '2027-01-01' }], on: '2026-10-05' };
    expect(publicationFaults({ ...FIRST_GROWTH_POLICY, version: 'x', from: '2026-12-01' }, later)).toMatchObject([
      { code: 'policy.from-past' },
    ]);
  });
});
