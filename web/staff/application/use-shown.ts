import { useTranslation } from 'react-i18next';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import { formatDate } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Shown } from './register-comparison.ts';

/** Puts a compared value into words; a dash for what one side was never asked. */
export const useShown = (): ((value: Shown | null | undefined) => string) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (value) => {
    if (value === undefined) return '–';
    if (value === null) return t('application.notGiven');
    switch (value.as) {
      case 'text':
        return value.value;
      case 'date':
        return formatDate(value.value, language);
      case 'number':
        return formatCompanyNumber(value.value);
      case 'employees':
        return `${formatNumber(value.count, language)} (${value.year})`;
      case 'headcount': {
        const band = t(`headcount.${value.band}`, { defaultValue: value.band });
        return value.year === null ? band : `${band} (${value.year})`;
      }
      case 'active':
        return value.active ? t('application.activeCompany') : t('application.ceasedCompany');
    }
  };
};
