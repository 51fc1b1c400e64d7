import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierRights } from '../../../domain/contract/rights-routes.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { Section } from '../shared/section.tsx';
import classes from './rights.module.css';

/** How the charter was accepted, and the mails that were sent since. */
export const ConsentSection = ({ rights: { consent, mails, erased } }: { rights: DossierRights }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { document, signer, acceptedAt, sourceIp, confirmation } = consent;
  return (
    <Section title={t('rightsPage.consent')}>
      <Facts>
        <Fact
          name={t('rightsPage.charter')}
          value={t('rightsPage.charterVersion', {
            version: document.version,
            language: t(`rightsPage.language.${document.language}`),
          })}
        />
        <Fact name={t('rightsPage.fingerprint')} value={<code className={classes.code}>{document.sha256}</code>} />
        {erased ? (
          <Fact name={t('rightsPage.signer')} value={t('rightsPage.erased')} />
        ) : (
          <>
            <Fact name={t('rightsPage.signer')} value={`${signer.firstName} ${signer.lastName} (${signer.role})`} />
            <Fact
              name={t('rightsPage.acceptedAt')}
              value={t('rightsPage.from', { date: formatMoment(acceptedAt, language), ip: sourceIp })}
            />
            <Fact
              name={t('rightsPage.confirmation')}
              value={
                confirmation === null
                  ? t('rightsPage.unconfirmed')
                  : t('rightsPage.from', {
                      date: formatMoment(confirmation.confirmedAt, language),
                      ip: confirmation.sourceIp,
                    })
              }
            />
          </>
        )}
      </Facts>
      <h3 className={classes.mails}>{t('rightsPage.mails')}</h3>
      {mails.length === 0 ? (
        <Text c="dimmed">{t('rightsPage.noMails')}</Text>
      ) : (
        <ul className={classes.list}>
          {mails.map(({ at, message }) => (
            <li key={`${at}${message}`}>
              <time dateTime={at}>{formatMoment(at, language)}</time> ·{' '}
              {t(`mail.${message}`, { defaultValue: message })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
