import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CRITERION_NAMES, FIRST_GROWTH_POLICY, type GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { THRESHOLDS } from '../../../../web/staff/growth/policy/fields.ts';
import {
  draftFrom,
  isChanged,
  type PolicyDraft,
  textOf,
  tried,
  unitsOf,
} from '../../../../web/staff/growth/policy/policy-draft.ts';

const begun = draftFrom(FIRST_GROWTH_POLICY, 'fr');
const moved = (draft: PolicyDraft, threshold: string, text: string): PolicyDraft => ({
  ...draft,
  criteria: draft.criteria.map((one) =>
    one.name === 'oecd-employees'
      ? { ...one, value: { ...one.value, thresholds: { ...one.value.thresholds, [threshold]: text } } }
      : one,
  ),
});
const withoutName = ({ version: _version, from: _from, ...rest }: GrowthPolicy) => rest;

describe('a policy as it is tried out', () => {
  it('is the very policy it was begun from, until something moves', () => {
    for (const language of ['fr', 'en'] as const) {
      const draft = draftFrom(FIRST_GROWTH_POLICY, language);
      const { policy, errors } = tried(draft, FIRST_GROWTH_POLICY, language);
      expect(errors).toEqual([]);
      expect(policy === null ? null : withoutName(policy)).toEqual(withoutName(FIRST_GROWTH_POLICY));
      expect(isChanged(draft, FIRST_GROWTH_POLICY, language)).toBe(false);
    }
  });

  it('keeps a fraction that no decimal can say, as long as nobody touches it', () => {
    const third = { numerator: 1, denominator: 3 };
    const base = {
      ...FIRST_GROWTH_POLICY,
      criteria: {
        ...FIRST_GROWTH_POLICY.criteria,
        'oecd-employees': { ...FIRST_GROWTH_POLICY.criteria['oecd-employees'], rate: third },
      },
    };
    expect(tried(draftFrom(base, 'fr'), base, 'fr').policy?.criteria['oecd-employees'].rate).toEqual(third);
  });

  it('takes a rate with the comma of France', () => {
    const rate = tried(moved(begun, 'rate', '22,5'), FIRST_GROWTH_POLICY, 'fr').policy?.criteria['oecd-employees'].rate;
    expect(rate).toEqual({ numerator: 225, denominator: 1000 });
  });

  it('says what makes no sense, by the path of its field', () => {
    const paths = (draft: PolicyDraft) => tried(draft, FIRST_GROWTH_POLICY, 'fr').errors.map(({ path }) => path);
    expect(paths(moved(begun, 'rate', '0'))).toContain('criteria.oecd-employees.rate');
    expect(paths(moved(begun, 'rate', '15'))).toContain('criteria.oecd-employees.nearRate');
    expect(paths(moved(begun, 'smallestStart', 'dix'))).toContain('criteria.oecd-employees.smallestStart');
    expect(paths({ ...begun, span: '' })).toContain('span');
  });

  it('writes every threshold so that it reads the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (thousandths) => {
        const text = textOf({ numerator: thousandths, denominator: 1000 }, 'percent', 'fr');
        expect(unitsOf(text)).toBe(thousandths / 10);
      }),
    );
  });

  it('has a field for every threshold of the policy', () => {
    for (const name of CRITERION_NAMES) {
      const { role: _role, ...thresholds } = FIRST_GROWTH_POLICY.criteria[name];
      const fields = THRESHOLDS[name].map((field): string => field.name);
      expect(
        Object.keys(thresholds)
          .filter((key) => key !== 'strict')
          .sort(),
      ).toEqual([...fields].sort());
    }
  });
});
