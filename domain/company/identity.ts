import { luhnChecksumValidate } from 'stdnum/lib/cjs/util/checksum.js';
import * as z from 'zod';
import { typed } from '../text/issue-code.ts';

// Only stdnum's Luhn is taken, from its own small file: its package index carries every country's rules (hundreds of
// kilobytes in each bundle), and its SIRET check knows La Poste differently from INSEE: it skips Luhn altogether there.

/** SIREN of La Poste, whose thousands of establishments outgrew the Luhn check of a SIRET. */
const LA_POSTE = '356000000';

/** Removes what people put between digits: spaces of any width, dots, hyphens. */
const compact = (typedNumber: string): string => typedNumber.replace(/[\s.\u2010-\u2015-]/g, '');

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** A number that starts like another country's VAT or company number (`DE123456789`, `CHE123456789`). */
const looksForeign = (value: string): boolean => /^(?!FR)[A-Z]{2,3}[0-9A-Z]{2,}$/i.test(value);

/** Code of what is wrong with a SIREN. */
export type SirenFault = 'required' | 'siren.foreign' | 'siren.format' | 'siren.checksum';
/** Code of what is wrong with a SIRET. */
export type SiretFault = 'required' | 'siret.format' | 'siret.checksum';

/**
 * What is wrong with a SIREN, if anything: nine digits whose Luhn sum is a multiple of ten (INSEE, répertoire Sirene).
 * Nine zeros pass Luhn but name nobody, so they are refused.
 * @param typedNumber as typed; spaces, dots and hyphens are forgiven
 */
export const sirenFault = (typedNumber: string): SirenFault | null => {
  const siren = compact(typedNumber);
  if (siren === '') return 'required';
  if (looksForeign(siren)) return 'siren.foreign';
  if (!/^\d{9}$/.test(siren)) return 'siren.format';
  return luhnChecksumValidate(siren) && siren !== '000000000' ? null : 'siren.checksum';
};

/**
 * What is wrong with a SIRET, if anything: a valid SIREN and five digits of the establishment (NIC), Luhn over all
 * fourteen. An establishment of La Poste may fail Luhn if its digits add up to a multiple of five instead (INSEE).
 * @param typedNumber as typed; spaces, dots and hyphens are forgiven
 */
export const siretFault = (typedNumber: string): SiretFault | null => {
  const siret = compact(typedNumber);
  if (siret === '') return 'required';
  if (!/^\d{14}$/.test(siret)) return 'siret.format';
  if (sirenFault(siret.slice(0, 9)) !== null) return 'siret.checksum';
  if (luhnChecksumValidate(siret)) return null;
  return siret.startsWith(LA_POSTE) && digitSum(siret) % 5 === 0 ? null : 'siret.checksum';
};

/** A string, compacted, then refused with the code that `fault` gives. Input: as typed; output: digits alone. */
const number = (fault: (value: string) => string | null) =>
  z
    .string(typed)
    .transform(compact)
    .pipe(
      z.string().superRefine((value, context) => {
        const message = fault(value);
        if (message !== null) context.addIssue({ code: 'custom', message });
      }),
    );

/** SIREN: in, as typed (`331 518 498`); out, nine digits. See {@link sirenFault}. */
export const Siren = number(sirenFault);

/** SIRET: in, as typed (`732 829 320 00074`); out, fourteen digits. See {@link siretFault}. */
export const Siret = number(siretFault);

/**
 * French VAT number (numéro de TVA intracommunautaire, CGI art. 286 ter) of a company that is liable to VAT: `FR`, the
 * key (12 + 3 × (SIREN mod 97)) mod 97 in two digits, and the SIREN.
 * @param siren nine digits, valid
 */
export const frenchVatNumber = (siren: string): string => {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
};

/**
 * A SIREN or a SIRET as people read it, however many of its digits are typed: `331 518 498`, `331 518 498 00014`. The
 * spaces do not break over a line. What is no such number is left alone.
 */
export const formatCompanyNumber = (number: string): string => {
  const digits = number.replaceAll(/\s/g, '');
  if (!/^\d{1,14}$/.test(digits)) return number;
  const siren = digits.slice(0, 9).match(/\d{1,3}/g) ?? [];
  return [...siren, digits.slice(9)].filter((group) => group !== '').join('\u00a0');
};
