import { useTranslation } from 'react-i18next';
import { formatDate, formatMoment } from '../format/dates.ts';
import { formatCents } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
/** Numbers that name rather than count. */
const NAMES = new Set(['year', 'number']);

/** Writes the fields of an export: their names where there is a word for them, days, amounts and answers as people do. */
export const useWritten = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    name: (field: string): string => t(`rights.field.${field}`, { defaultValue: field }),
    value: (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return t('rights.none');
      if (typeof value === 'boolean') return t(value ? 'rights.yes' : 'rights.no');
      if (typeof value === 'number') {
        if (field.endsWith('Cents')) return formatCents(value, language);
        return NAMES.has(field) ? String(value) : formatNumber(value, language);
      }
      const text = String(value);
      if (DAY.test(text)) return formatDate(text, language);
      return INSTANT.test(text) ? formatMoment(text, language) : text;
    },
  };
};
