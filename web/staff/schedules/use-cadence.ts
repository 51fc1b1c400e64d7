import { useTranslation } from 'react-i18next';
import type { Cadence } from '../../../domain/schedule/cadence.ts';
import { LOCALES, withOrdinal } from '../../../domain/text/locale.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** `07:00` as people write it: `7 h`, `7 h 30`, `7:00`. */
const hourOf = (at: string, language: 'fr' | 'en'): string => {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  if (language === 'en') return `${hour}:${String(minute).padStart(2, '0')}`;
  return minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, '0')}`;
};

/** When a schedule runs, in words. */
export const useCadence = (): ((cadence: Cadence) => string) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (cadence) => {
    switch (cadence.kind) {
      case 'every':
        return t('schedules.every', { count: cadence.minutes });
      case 'daily':
        return t('schedules.daily', { hour: hourOf(cadence.at, language) });
      case 'weekly':
        return t('schedules.weekly', {
          day: t(`schedules.weekday.${cadence.weekday}`),
          hour: hourOf(cadence.at, language),
        });
      case 'yearly': {
        // Any leap year: a 29 February has a name too.
        const day = new Date(`2028-${cadence.on}T00:00Z`);
        const written = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', timeZone: 'UTC' });
        return t('schedules.yearly', {
          day: withOrdinal(written.format(day), language),
          hour: hourOf(cadence.at, language),
        });
      }
    }
  };
};
