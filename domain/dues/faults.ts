import { isValidBIC, isValidIBAN } from 'ibantools';
import { Temporal } from 'temporal-polyfill';
import { frenchVatNumber } from '../company/identity.ts';
import type { FieldError } from '../errors.ts';
import type { Band, DuesPolicy, PaymentTerms, Seller } from './policy.ts';

// What no schema says of a version of the scale: how its parts go together. Codes with paths as in the policy.

const fault = (path: string, code: string, params?: FieldError['params']): FieldError =>
  params === undefined ? { path, code } : { path, code, params };

/** Bands from zero up, each beginning right after the one before, the last without an end. */
const bandFaults = (bands: readonly Band[]): FieldError[] => {
  const faults: FieldError[] = [];
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    const expected = before === undefined ? 0 : before.to === null ? null : before.to + 1;
    const at = `bands.${index}`;
    if (before === undefined && band.from !== 0) faults.push(fault(`${at}.from`, 'bands.zero'));
    else if (expected === null) faults.push(fault(`bands.${index - 1}.to`, 'bands.open-too-soon'));
    else if (band.from > expected) faults.push(fault(`${at}.from`, 'bands.gap', { expected }));
    else if (band.from < expected) faults.push(fault(`${at}.from`, 'bands.overlap', { expected }));
    if (band.to !== null && band.to < band.from) faults.push(fault(`${at}.to`, 'bands.reversed'));
  }
  if (bands.at(-1)?.to !== null) faults.push(fault(`bands.${Math.max(0, bands.length - 1)}.to`, 'bands.no-end'));
  return faults;
};

/** Tells whether a month and day exist every year: 29 February does not. */
const isDayOfYear = (monthDay: string): boolean => {
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  try {
    Temporal.PlainDate.from({ year: 2023, month, day }, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Reminders one after the other, then the formal notice, then unpaid. */
const termFaults = ({ reminders, formalNotice, unpaid, dueDays }: PaymentTerms): FieldError[] => [
  ...reminders.flatMap((days, index) =>
    index > 0 && days <= (reminders[index - 1] ?? days) ? [fault(`terms.reminders.${index}`, 'terms.order')] : [],
  ),
  // A reminder before the invoice was even sent.
  ...reminders.flatMap((days, index) =>
    days <= -dueDays ? [fault(`terms.reminders.${index}`, 'terms.before-issue')] : [],
  ),
  ...(formalNotice <= Math.max(...reminders, 0) ? [fault('terms.formalNotice', 'terms.order')] : []),
  ...(unpaid <= formalNotice ? [fault('terms.unpaid', 'terms.order')] : []),
];

/** It is printed on every invoice: another company's is wrong, and one whose key is. */
const vatNumberFaults = (vatNumber: string, siren: string): FieldError[] => {
  const expected = frenchVatNumber(siren);
  if (vatNumber === expected) return [];
  const own = vatNumber.startsWith('FR') && vatNumber.endsWith(siren);
  return [
    own
      ? fault('seller.vatNumber', 'vat-number.key', { expected })
      : fault('seller.vatNumber', 'vat-number.other-siren'),
  ];
};

const sellerFaults = ({ iban, bic, vatNumber, siren }: Seller): FieldError[] => [
  ...(isValidIBAN(iban) ? [] : [fault('seller.iban', 'iban.checksum')]),
  ...(isValidBIC(bic) ? [] : [fault('seller.bic', 'bic.format')]),
  ...(vatNumber === null ? [] : vatNumberFaults(vatNumber, siren)),
];

/** Tells which regimes cannot be printed without a VAT number of the seller. */
const vatFaults = ({ vatRegime, seller }: DuesPolicy): FieldError[] =>
  vatRegime === 'standard' && seller.vatNumber === null ? [fault('seller.vatNumber', 'vat-number.required')] : [];

/**
 * What is wrong with a version of the scale in itself: gaps and overlaps of bands, no band from zero or to the end,
 * days that do not exist, steps of collecting out of order, a bank account that fails its check.
 */
export const policyFaults = (policy: DuesPolicy): FieldError[] => {
  const { midYear } = policy.reductions;
  return [
    ...bandFaults(policy.bands),
    ...(midYear !== null && !isDayOfYear(midYear.from) ? [fault('reductions.midYear.from', 'month-day')] : []),
    ...termFaults(policy.terms),
    ...sellerFaults(policy.seller),
    ...vatFaults(policy),
  ];
};

/**
 * What keeps a version from following those there are: its name is taken, or its first day is not after the last
 * version's, or is not to come yet.
 * @param today ISO 8601 date in Europe/Paris: what was quoted today stands
 */
export const successionFaults = (
  { version, from }: DuesPolicy,
  policies: readonly DuesPolicy[],
  today: string,
): FieldError[] => {
  const last =
    policies
      .map((policy) => policy.from)
      .sort()
      .at(-1) ?? '';
  return [
    ...(policies.some((policy) => policy.version === version) ? [fault('version', 'policy.version-taken')] : []),
    ...(from <= today ? [fault('from', 'date.not-to-come')] : []),
    ...(from <= last ? [fault('from', 'policy.not-after-last', { last })] : []),
  ];
};
