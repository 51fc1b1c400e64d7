import { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';

// Amounts, days and rates as they stand on an invoice. They are written here and not by the locale data of whatever
// runs them: an invoice asked for in ten years has the bytes it has today.

const NARROW = '\u202f';
const SPACE = '\u00a0';

const MONTHS: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const decimal = (hundredths: number, language: Language, trimmed: boolean): string => {
  const [whole, rest] = [Math.trunc(Math.abs(hundredths) / 100), Math.abs(hundredths) % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW : ',');
  const decimals = trimmed ? String(rest).padStart(2, '0').replace(/0+$/, '') : String(rest).padStart(2, '0');
  const sign = hundredths < 0 ? '\u2212' : '';
  return `${sign}${grouped}${decimals === '' ? '' : `${language === 'fr' ? ',' : '.'}${decimals}`}`;
};

/** An amount: `1 234,56 €`, in English `€1,234.56`. @param cents integer cents */
export const writtenCents = (cents: number, language: Language): string => {
  const amount = decimal(cents, language, false);
  return language === 'fr' ? `${amount}${SPACE}€` : amount.replace(/^(\u2212?)/, '$1€');
};

/** A rate: `12,15 %`, in English `12.15%`. @param basisPoints hundredths of a percent */
export const writtenRate = (basisPoints: number, language: Language): string =>
  `${decimal(basisPoints, language, true)}${language === 'fr' ? SPACE : ''}%`;

/** A day: `1er mars 2026`, in English `1 March 2026`. @param date ISO 8601 date */
export const writtenDay = (date: string, language: Language): string => {
  const { day, month, year } = Temporal.PlainDate.from(date);
  const name = MONTHS[language][month - 1];
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`.replaceAll(' ', SPACE);
};

/** An IBAN in groups of four, as banks print it. */
export const writtenIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, `$1${SPACE}`);
