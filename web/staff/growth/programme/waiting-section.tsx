import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDay } from '../../../format/dates.ts';
import growth from '../../../growth/growth.module.css';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import { companyAddress } from '../paths.ts';
import classes from './programme.module.css';
import type { Programme } from './use-programme.ts';

/** Who waits for a place, the longest waiting first. */
export const WaitingSection = ({ waiting: { entries } }: Pick<Programme, 'waiting'>) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section title={t('programme.waiting.title')}>
      {entries.length === 0 ? <p className={classes.dates}>{t('programme.waiting.nobody')}</p> : null}
      <ol className={growth.plain}>
        {entries.map(({ applicationId, companyName, since }) => (
          <li key={applicationId}>
            <Link href={companyAddress(applicationId)} className={growth.link}>
              {companyName}
            </Link>
            <span className={growth.small}>{t('programme.waiting.since', { day: formatDay(since, language) })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
};
