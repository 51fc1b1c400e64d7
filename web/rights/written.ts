import { useTranslation } from 'react-i18next';
import { formatDate, formatMoment } from '../format/dates.ts';
import { formatCents } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
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

/** Writes the fields of an export: their names where there is a word for them, days, amounts and answers as people do. */
export const useWritten = () => {
  const { t } = useTranslation();
  const language = useLanguage();
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
      if (DAY.test(text)) return formatDate(text, language);
      return INSTANT.test(text) ? formatMoment(text, language) : text;
    },
  };
};
