import { referenceFault } from './reference.ts';

/** Longest name of who is paid, in characters (EPC069-12). */
const LONGEST_NAME = 70;
/** Largest amount of a transfer, in cents: 999,999,999.99 EUR (EPC069-12). */
const LARGEST_AMOUNT = 99_999_999_999;
/** Most bytes a payload has: what a QR code of version 13 holds at level M (EPC069-12). */
const MOST_BYTES = 331;

/**
 * How the code is drawn (EPC069-12): error correction M, and no version above 13. A drawer must not raise the level,
 * nor add a byte-order mark.
 */
export const TRANSFER_QR = { errorCorrection: 'M', highestVersion: 13 } as const;

/** A transfer to ask for. */
export type Transfer = {
  /** Who is paid: 70 characters at most. */
  name: string;
  iban: string;
  /** Empty where the banking app finds it by itself, as it does within the European Economic Area. */
  bic: string;
  /** 1 to 99,999,999,999. */
  cents: number;
  /** Creditor reference, valid. */
  reference: string;
};

/** Euros and two decimals, with a point and nothing between thousands. */
const euros = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** A line of the payload holds no line break, or those after it would be read as others. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * What the QR code of a transfer says (EPC069-12, version 002, UTF-8): elements in fixed order, a line each; purpose is
 * left empty, and nothing follows the reference, the last element used.
 * @throws RangeError when the transfer cannot be told so: a name too long or empty, no amount, a wrong reference
 */
export const transferQr = ({ name, iban, bic, cents, reference }: Transfer): string => {
  const payee = oneLine(name);
  if (payee === '' || [...payee].length > LONGEST_NAME) throw new RangeError('The name has 1 to 70 characters.');
  if (!Number.isInteger(cents) || cents < 1 || cents > LARGEST_AMOUNT) {
    throw new RangeError(`An amount of ${cents} cents cannot be asked for.`);
  }
  if (referenceFault(reference) !== null) throw new RangeError(`The reference ${reference} is wrong.`);
  const payload = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic,
    payee,
    iban.replace(/\s/g, ''),
    `EUR${euros(cents)}`,
    '',
    reference,
  ].join('\n');
  if (new TextEncoder().encode(payload).length > MOST_BYTES) throw new RangeError('The code would be too large.');
  return payload;
};
