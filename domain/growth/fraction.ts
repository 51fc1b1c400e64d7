import * as z from 'zod';
import { typed } from '../text/issue-code.ts';

/**
 * A threshold as a fraction of whole numbers: 20 % is 1/5, one third is 1/3. A decimal would be rounded before anything
 * is compared with it, and a company at the very threshold would be judged by the rounding.
 */
export const Fraction = z.strictObject(
  {
    numerator: z.int(typed).min(0, 'number.negative').max(1_000_000, 'number.too-big'),
    denominator: z.int(typed).min(1, 'fraction.denominator').max(1_000_000, 'number.too-big'),
  },
  typed,
);
export type Fraction = z.infer<typeof Fraction>;

/** A fraction reduced, in integers of any size. */
export type Ratio = { numerator: bigint; denominator: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

const reduced = (numerator: bigint, denominator: bigint): Ratio => {
  const divisor = gcd(numerator, denominator);
  return divisor === 0n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
};

export const ratioOf = ({ numerator, denominator }: Fraction): Ratio => reduced(BigInt(numerator), BigInt(denominator));

/** What a value is multiplied by when it grows by a rate a year for some years: (1 + rate)^years. */
export const compounded = ({ numerator, denominator }: Fraction, years: number): Ratio =>
  reduced((BigInt(denominator) + BigInt(numerator)) ** BigInt(years), BigInt(denominator) ** BigInt(years));

/** Below zero, at it, or above, as a - b is. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference === 0n ? 0 : Number(difference > 0n) * 2 - 1;
};

/**
 * The smallest whole value that a start must have grown to: above `start × ratio` when the threshold is strict, at or
 * above it otherwise. A value meets the threshold exactly when it is at least this one.
 */
export const neededFrom = (start: number, { numerator, denominator }: Ratio, strict: boolean): number => {
  // Whole numbers up to 2^53 are exact, their products and remainders too: this is the same arithmetic, without the cost
  // of integers of any size, which what lies above takes.
  const product = start * Number(numerator);
  if (Number.isSafeInteger(product) && denominator <= MOST_SAFE) {
    const by = Number(denominator);
    const rest = product % by;
    const whole = (product - rest) / by;
    return strict || rest > 0 ? whole + 1 : whole;
  }
  return neededFromBig(start, { numerator, denominator }, strict);
};

const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** As {@link neededFrom}, in integers of any size. */
export const neededFromBig = (start: number, { numerator, denominator }: Ratio, strict: boolean): number => {
  const product = BigInt(start) * numerator;
  return Number(strict ? product / denominator + 1n : (product + denominator - 1n) / denominator);
};

/** The largest rate searched for, in thousandths: ten thousand per cent a year. */
const HIGHEST = 100_000;

/** Growth a year in thousandths, rounded down, and whether nothing was rounded. Null where there is none to speak of. */
export type AnnualRate = { thousandths: number; exact: boolean };

/**
 * The average annual growth from one value to another, for people to read: the largest whole number of thousandths k
 * for which start × (1 + k/1000)^years is not above the end. Found in integers; decisions do not rest on it.
 */
export const annualRate = (start: number, end: number, years: number): AnnualRate | null => {
  if (start <= 0 || years < 1) return null;
  const exponent = BigInt(years);
  const reach = BigInt(end) * 1000n ** exponent;
  const grown = (thousandths: number): bigint => BigInt(start) * BigInt(1000 + thousandths) ** exponent;
  let low = -1000;
  let high = HIGHEST;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (grown(middle) <= reach) low = middle;
    else high = middle - 1;
  }
  return { thousandths: low, exact: grown(low) === reach };
};
