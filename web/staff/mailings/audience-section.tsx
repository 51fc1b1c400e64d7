import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LEFT_OUT } from '../../../domain/mailing/mailing.ts';
import type { Answer } from '../../api/call.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { DIRECTORY_PATH } from '../members/directory/view.ts';
import { Section } from '../shared/section.tsx';
import classes from './mailings.module.css';

/** Whom the message reaches, whom not, and why. */
export const AudienceSection = ({
  audience,
  children,
}: {
  audience: Answer<'PreviewMailing'>;
  children: ReactNode;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { recipients, readers, leftOutCounts, leftOut } = audience;
  return (
    <Section title={t('mailing.audience')}>
      <p className={classes.count}>
        {t('mailing.recipients', { count: recipients, members: formatNumber(recipients, language) })}
      </p>
      <Facts narrow>
        <Fact name={t('mailing.in.fr')} value={formatNumber(readers.fr, language)} />
        <Fact name={t('mailing.in.en')} value={formatNumber(readers.en, language)} />
        {LEFT_OUT.filter((reason) => leftOutCounts[reason] > 0).map((reason) => (
          <Fact
            key={reason}
            name={t(`mailing.reason.${reason}`)}
            value={formatNumber(leftOutCounts[reason], language)}
          />
        ))}
      </Facts>
      {leftOut.length === 0 ? null : (
        <details className={classes.leftOut}>
          <summary>{t('mailing.leftOut')}</summary>
          <ul>
            {leftOut.map(({ number, companyName, reason }) => (
              <li key={number}>
                <Anchor component={Link} href={`${DIRECTORY_PATH}/${number}`}>
                  {companyName}
                </Anchor>{' '}
                ({t(`mailing.reason.${reason}`)})
              </li>
            ))}
          </ul>
        </details>
      )}
      <Text size="sm" c="dimmed" my="md">
        {t('mailing.basis')}
      </Text>
      {children}
    </Section>
  );
};
