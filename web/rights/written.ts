import { useTranslation } from 'react-i18next';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import type { Section } from '../../domain/rights/export.ts';
import { collectionStepText } from '../../domain/timeline/money.ts';
import { formatDate, formatMoment } from '../format/dates.ts';
import { formatCents } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const COMPANY_NUMBER = /sire[nt]$/i;
/** Numbers that name rather than count. */
const NAMES = /year$|^number$/i;

/**
 * The fields of an item in the order in which they are named in the texts; what has no name there follows. The table
 * gives them in any order, another for each dossier.
 * @param names the fields that have a name
 */
export const inReadingOrder = (item: Record<string, unknown>, names: readonly string[]): [string, unknown][] => {
  const place = (field: string): number => (names.includes(field) ? names.indexOf(field) : names.length);
  return Object.entries(item).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
};

/** Words for codes, by field and then by code; `tasks/status` is the field of one part of an export only. */
export type Codes = Record<string, Record<string, string>>;

const wordIn = (words: Record<string, string> | undefined, code: string): string | undefined =>
  words !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;

/**
 * What a code of the program says in a field, in words; itself where there are none for it: most of what is held is text
 * that somebody wrote.
 * @param section the part of the export that the field is in
 */
export const wordOf = (codes: Codes, section: Section, field: string, code: string): string =>
  wordIn(codes[`${section}/${field}`], code) ?? wordIn(codes[field], code) ?? code;

/** Writes the fields of an export: their names where there is a word for them, days, amounts, codes and answers as people do. */
export const useWritten = (section: Section) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const codes: Codes = t('rights.code', { returnObjects: true });
  return {
    name: (field: string): string => t(`rights.field.${field}`, { defaultValue: field }),
    fields: (item: Record<string, unknown>) =>
      inReadingOrder(item, Object.keys(t('rights.field', { returnObjects: true }))),
    value: (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return t('rights.none');
      if (typeof value === 'boolean') return t(value ? 'rights.yes' : 'rights.no');
      if (typeof value === 'number') {
        if (field === 'cents' || field.endsWith('Cents')) return formatCents(value, language);
        return NAMES.test(field) ? String(value) : formatNumber(value, language);
      }
      const text = String(value);
      if (COMPANY_NUMBER.test(field)) return formatCompanyNumber(text);
      if (field === 'step') return collectionStepText(text, language) ?? text;
      if (DAY.test(text)) return formatDate(text, language);
      return INSTANT.test(text) ? formatMoment(text, language) : wordOf(codes, section, field, text);
    },
  };
};
