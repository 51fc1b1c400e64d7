import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { serverNow } from '../api/server-time.ts';
import { formatDistance, formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';

/** Whom the application waits for, and until when; or that machines are at work and it will not be long. */
export const WaitsFor = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { waitsFor, antenna } = application;
  if (waitsFor === null) {
    return (
      <p className={classes.working}>
        <Loader size="xs" aria-hidden="true" /> {t('application.working')}
      </p>
    );
  }
  const who =
    waitsFor.who === 'antenna' && antenna !== null
      ? t('application.who.namedAntenna', { antenna: ANTENNA_NAMES[antenna.code] })
      : t(`application.who.${waitsFor.who}`);
  return (
    <dl className={classes.waits}>
      <dt>{t('application.waitsFor')}</dt>
      <dd>{t(`application.asks.${waitsFor.kind}`, { who })}</dd>
      <dt>{t('application.until')}</dt>
      <dd>
        <time dateTime={waitsFor.dueAt}>{formatMoment(waitsFor.dueAt, language)}</time>{' '}
        <span className={classes.distance}>({formatDistance(waitsFor.dueAt, serverNow(), language)})</span>
      </dd>
      <dt>{t('application.after')}</dt>
      <dd>{t(`application.otherwise.${waitsFor.who === 'head-office' ? 'escalated' : waitsFor.kind}`)}</dd>
    </dl>
  );
};
