import { numberWriter } from '../../domain/text/formats.ts';
import type { Language } from '../i18n/language.ts';

/** A whole number with its thousands apart: `1 450 000`. */
export const formatNumber = numberWriter({ maximumFractionDigits: 0 });

/** An amount: `1 450 000 €`. @param euros whole euros */
export const formatEuros = numberWriter({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

const SPACES = /[\s\u00a0\u202f]/g;

/**
 * Reads a whole number as people type it: `1 450 000`, `1450000 €`, `1.450.000`; in English `1,450,000` too.
 * @returns null when nothing is typed, NaN when it is not a whole number
 */
export const parseWholeNumber = (typed: string, language: Language): number | null => {
  const bare = typed.replaceAll(SPACES, '').replace(/€$/, '');
  if (bare === '') return null;
  const grouped = language === 'en' ? /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/ : /^-?\d{1,3}(\.)\d{3}(\1\d{3})*$/;
  const digits = grouped.test(bare) ? bare.replaceAll(/[.,]/g, '') : bare;
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
};
