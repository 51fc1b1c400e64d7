import { useTranslation } from 'react-i18next';
import type { Band, ScaleBasis } from '../../../../domain/dues/policy.ts';
import { LOCALES, withOrdinal } from '../../../../domain/text/locale.ts';
import { formatEuros, formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';

/** A band in words: `10 à 19 personnes`, `250 personnes et plus`. */
export const useBandName = (): ((band: Pick<Band, 'from' | 'to'>, basis: ScaleBasis) => string) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return ({ from, to }, basis) => {
    const write = basis === 'headcount' ? formatNumber : formatEuros;
    return to === null
      ? t(`scale.bandOpen.${basis}`, { from: write(from, language) })
      : t(`scale.band.${basis}`, { from: write(from, language), to: write(to, language) });
  };
};

/** A day of any year: `1er juillet`. @param monthDay as `07-01` */
export const useMonthDay = (): ((monthDay: string) => string) => {
  const language = useLanguage();
  return (monthDay) => {
    const date = new Date(`2024-${monthDay}T00:00Z`);
    if (Number.isNaN(date.getTime())) return monthDay;
    const written = new Intl.DateTimeFormat(LOCALES[language], {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(date);
    return withOrdinal(written, language);
  };
};
