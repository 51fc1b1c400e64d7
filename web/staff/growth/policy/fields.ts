import type { CriterionName } from '../../../../domain/growth/policy.ts';

/** How a threshold is written: `percent` a year, `ratio` a factor, the others whole numbers. */
export type FieldKind = 'percent' | 'ratio' | 'count' | 'euros' | 'years';
/** Every threshold by its name in the policy. */
export type ThresholdName =
  | 'rate'
  | 'nearRate'
  | 'smallestStart'
  | 'nearStart'
  | 'oldest'
  | 'ratio'
  | 'nearRatio'
  | 'added'
  | 'nearAdded'
  | 'youngerThan'
  | 'back'
  | 'smallestEnd'
  | 'nearEnd'
  | 'amount'
  | 'nearAmount'
  | 'within';
/** A threshold that can be moved. `slider`: least, most and step, in the unit people read. */
export type ThresholdField = {
  name: ThresholdName;
  kind: FieldKind;
  slider: readonly [least: number, most: number, step: number];
};

const rate = (name: ThresholdName): ThresholdField => ({ name, kind: 'percent', slider: [1, 60, 0.5] });
const people = (name: ThresholdName, most = 50): ThresholdField => ({ name, kind: 'count', slider: [1, most, 1] });
const years = (name: ThresholdName, most = 15): ThresholdField => ({ name, kind: 'years', slider: [1, most, 1] });
const euros = (name: ThresholdName, most: number): ThresholdField => ({
  name,
  kind: 'euros',
  slider: [0, most, 50_000],
});

const GROWTH = [rate('rate'), rate('nearRate'), people('smallestStart'), people('nearStart')] as const;

/** The thresholds of each criterion, the one that matters most first. */
export const THRESHOLDS: Record<CriterionName, readonly ThresholdField[]> = {
  'oecd-employees': GROWTH,
  'oecd-turnover': GROWTH,
  'eurostat-employees': GROWTH,
  gazelle: [years('oldest')],
  'headcount-doubling': [
    { name: 'ratio', kind: 'ratio', slider: [1.1, 4, 0.1] },
    { name: 'nearRatio', kind: 'ratio', slider: [1.1, 4, 0.1] },
    people('added'),
    people('nearAdded'),
    years('youngerThan'),
    years('back', 5),
  ],
  'young-turnover': [
    rate('rate'),
    rate('nearRate'),
    euros('smallestEnd', 20_000_000),
    euros('nearEnd', 20_000_000),
    years('youngerThan'),
  ],
  'young-funds': [
    euros('amount', 20_000_000),
    euros('nearAmount', 20_000_000),
    years('within', 10),
    years('youngerThan'),
  ],
};

/** The criteria whose growth must be above the rate, or may be the rate itself. */
export const STRICT: readonly CriterionName[] = [
  'oecd-employees',
  'oecd-turnover',
  'eurostat-employees',
  'young-turnover',
];
