import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/application/form.ts';
import { layOutText } from '../../../domain/mail/layout.ts';
import { MAILING_MESSAGES } from '../../../domain/mail/mailing-messages.ts';
import type { MailingText } from '../../../domain/mailing/mailing.ts';
import type { Answer } from '../../api/call.ts';
import { Section } from '../shared/section.tsx';
import classes from './mailings.module.css';

/** What mail programs take a signature by; people do not see it. */
const SIGNATURE_MARK = '-- \n';

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** The mail as one of its readers gets it, laid out by what lays out the mails themselves. */
export const MailPreview = ({
  texts,
  samples,
}: {
  texts: Record<Language, MailingText>;
  samples: Answer<'PreviewMailing'>['samples'];
}) => {
  const { t } = useTranslation('staff');
  const [language, setLanguage] = useState<Language>('fr');
  const message = MAILING_MESSAGES['member-news'].texts[language];
  const reader = samples[language] ?? { firstName: t('mailing.someone'), companyName: t('mailing.someCompany') };
  const values = { ...reader, ...texts[language], unsubscribe: t('mailing.ownLink') };
  return (
    <Section
      title={t('mailing.preview')}
      aside={
        <SegmentedControl
          aria-label={t('mailing.previewLanguage')}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
          data={(['fr', 'en'] as const).map((one) => ({ value: one, label: t(`application.languages.${one}`) }))}
        />
      }
    >
      <article className={classes.mail} lang={language} aria-label={t('mailing.preview')}>
        <p className={classes.band}>Traboule</p>
        <p className={classes.subject}>{filled(message.subject, values)}</p>
        <p className={classes.text}>{filled(layOutText(message, language).replace(SIGNATURE_MARK, ''), values)}</p>
      </article>
      {samples[language] === null ? <p className={classes.nobody}>{t('mailing.nobody')}</p> : null}
    </Section>
  );
};
