import { CURRENCY } from '../money/money.ts';

/** Code of what is wrong with an amount of a bank file. */
export type AmountFault = 'amount.format' | 'amount.decimals' | 'amount.zero' | 'number.negative' | 'number.too-big';

/** Largest amount taken, in cents: a thousand million euros, as Cents has it. */
const LARGEST = 100_000_000_000n;

/**
 * An amount of a bank file in cents: never through a float, which has no 0.1.
 * @param text decimal as XML writes it (xsd:decimal): digits, a point, no thousands
 * @param currency ISO 4217. Euros have two decimals at most; others up to five, of which two are kept, since nothing is
 *   booked in them
 */
export const centsOf = (text: string, currency: string): { cents: number } | { fault: AmountFault } => {
  const [, sign, whole = '', decimals = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (sign === undefined || `${whole}${decimals}` === '') return { fault: 'amount.format' };
  if (decimals.length > (currency === CURRENCY ? 2 : 5)) return { fault: 'amount.decimals' };
  const cents = BigInt(`${whole}${decimals.padEnd(2, '0').slice(0, 2)}`);
  if (/^0*$/.test(`${whole}${decimals}`)) return { fault: 'amount.zero' };
  if (sign === '-') return { fault: 'number.negative' };
  return cents > LARGEST ? { fault: 'number.too-big' } : { cents: Number(cents) };
};
