import type { FieldError } from '../errors.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import { CRITERION_NAMES, type GrowthPolicy } from './policy.ts';

/** Growth of tenfold a year and more is a slip of the keyboard. */
const HIGHEST_RATE: Fraction = { numerator: 10, denominator: 1 };
const ONE: Fraction = { numerator: 1, denominator: 1 };

const rateFaults = (path: string, rate: Fraction, near: Fraction): FieldError[] => [
  ...(rate.numerator === 0 ? [{ path: `${path}.rate`, code: 'policy.rate-zero' }] : []),
  ...(compareFractions(rate, HIGHEST_RATE) > 0 ? [{ path: `${path}.rate`, code: 'policy.rate-impossible' }] : []),
  ...(compareFractions(near, rate) > 0 ? [{ path: `${path}.nearRate`, code: 'policy.near-above' }] : []),
];

const nearFault = (path: string, near: number, least: number): FieldError[] =>
  near > least ? [{ path, code: 'policy.near-above' }] : [];

/** An age under which nothing can be measured, because the year of foundation does not count. */
const ageFault = (path: string, oldest: number, span: number): FieldError[] =>
  oldest <= span ? [{ path, code: 'policy.age-impossible', params: { least: span + 1 } }] : [];

const criterionFaults = ({ criteria, span }: GrowthPolicy): FieldError[] => {
  const doubling = criteria['headcount-doubling'];
  const turnover = criteria['young-turnover'];
  const funds = criteria['young-funds'];
  const path = (rest: string): string => `criteria.${rest}`;
  return [
    ...(['oecd-employees', 'oecd-turnover', 'eurostat-employees'] as const).flatMap((name) => {
      const { rate, nearRate, smallestStart, nearStart } = criteria[name];
      return [
        ...rateFaults(path(name), rate, nearRate),
        ...(smallestStart < 1 ? [{ path: path(`${name}.smallestStart`), code: 'policy.start-zero' }] : []),
        ...nearFault(path(`${name}.nearStart`), nearStart, smallestStart),
      ];
    }),
    ...ageFault(path('gazelle.oldest'), criteria.gazelle.oldest, span),
    ...(compareFractions(doubling.ratio, ONE) <= 0
      ? [{ path: path('headcount-doubling.ratio'), code: 'policy.ratio-impossible' }]
      : []),
    ...(compareFractions(doubling.nearRatio, doubling.ratio) > 0
      ? [{ path: path('headcount-doubling.nearRatio'), code: 'policy.near-above' }]
      : []),
    ...nearFault(path('headcount-doubling.nearAdded'), doubling.nearAdded, doubling.added),
    ...ageFault(path('headcount-doubling.youngerThan'), doubling.youngerThan - 1, doubling.back),
    ...rateFaults(path('young-turnover'), turnover.rate, turnover.nearRate),
    ...nearFault(path('young-turnover.nearEnd'), turnover.nearEnd, turnover.smallestEnd),
    ...ageFault(path('young-turnover.youngerThan'), turnover.youngerThan - 1, span),
    ...(funds.amount < 1 ? [{ path: path('young-funds.amount'), code: 'policy.amount-zero' }] : []),
    ...nearFault(path('young-funds.nearAmount'), funds.nearAmount, funds.amount),
  ];
};

/**
 * What is wrong with a policy as such: thresholds nobody can meet, or everybody does; discretion that begins above its
 * threshold; no criterion that decides. Paths are those of the policy.
 */
export const policyFaults = (policy: GrowthPolicy): FieldError[] => [
  ...criterionFaults(policy),
  ...(CRITERION_NAMES.some((name) => policy.criteria[name].role === 'decisive')
    ? []
    : [{ path: 'criteria', code: 'policy.decides-nothing' }]),
];

/**
 * What is wrong with publishing a policy: its faults; a version that is taken; a first day that is past, or before
 * another version's, which companies may have been scored by.
 * @param on ISO 8601 date in Europe/Paris
 */
export const publicationFaults = (
  policy: GrowthPolicy,
  { published, on }: { published: readonly GrowthPolicy[]; on: string },
): FieldError[] => [
  ...policyFaults(policy),
  ...(published.some(({ version }) => version === policy.version)
    ? [{ path: 'version', code: 'policy.version-taken' }]
    : []),
  ...(policy.from <= on || published.some(({ from }) => from >= policy.from)
    ? [{ path: 'from', code: 'policy.from-past' }]
    : []),
];
