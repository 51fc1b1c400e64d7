import { numberWriter } from '../../domain/text/formats.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import type { Language } from '../i18n/language.ts';

const writeEuros = numberWriter({ style: 'currency', currency: 'EUR' });
const writePercent = numberWriter({ style: 'percent', maximumFractionDigits: 2 });

/** An amount to the cent: `1 234,56 €`. @param cents integer cents */
export const formatCents = (cents: number, language: Language): string => writeEuros(cents / 100, language);

/** An amount to the cent in any currency of ISO 4217: `1 234,56 $US`. @param cents hundredths of its unit */
export const formatMoney = (cents: number, currency: string, language: Language): string =>
  /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(cents / 100)
    : `${new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2 }).format(cents / 100)} ${currency}`;

/** An amount as it stands in a field to be changed: `1234,56`, in English `1234.56`; whole euros without cents. */
export const typedCents = (cents: number, language: Language): string => {
  const [euros, rest] = [Math.trunc(cents / 100), Math.abs(cents % 100)];
  return rest === 0 ? String(euros) : `${euros}${language === 'fr' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
};

const SPACES = /[\s\u00a0\u202f]/g;

/**
 * Reads an amount of euros as people type it: `1 234,56`, `1234.5`, `150 €`; in English `1,234.56` too.
 * @returns integer cents; null when nothing is typed, NaN when it is no amount, or has more than two decimals
 */
export const parseCents = (typed: string, language: Language): number | null => {
  const bare = typed.replaceAll(SPACES, '').replace(/^€/, '').replace(/€$/, '');
  if (bare === '') return null;
  const grouped = language === 'en' ? bare.replaceAll(/,(?=\d{3}(\D|$))/g, '') : bare;
  const [, sign = '', euros, decimals = ''] = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(grouped) ?? [];
  if (euros === undefined) return Number.NaN;
  return Number(`${sign}${euros}${decimals.padEnd(2, '0')}`);
};

/** An IBAN or a creditor reference in groups of four, as banks print them: `RF45 1234 5123 45`. */
export const formatReference = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** A rate in hundredths of a percent: `20 %`, `5,5 %`. */
export const formatRate = (basisPoints: number, language: Language): string =>
  writePercent(basisPoints / 10_000, language);
