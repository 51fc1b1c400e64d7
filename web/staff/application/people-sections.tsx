import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '../../../domain/application/form.ts';
import type { StaffApplication } from '../../../domain/contract/responses.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { Section } from '../shared/section.tsx';
import own from './application.module.css';

/**
 * Who to write to or call.
 * @param emailNote what is known of the address, such as when it was confirmed
 */
export const ContactSection = ({ contact, emailNote }: { contact: ApplicationForm['contact']; emailNote?: string }) => {
  const { t } = useTranslation('staff');
  return (
    <Section title={t('application.contact')}>
      <Text fw={600}>
        {contact.firstName} {contact.lastName}
      </Text>
      <Text mb="xs" c="dimmed">
        {contact.role}
      </Text>
      <Facts narrow>
        <Fact
          name={t('application.email')}
          value={
            <>
              <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
              {emailNote !== undefined && <Text size="sm">{emailNote}</Text>}
            </>
          }
        />
        <Fact
          name={t('application.phone')}
          value={<Anchor href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</Anchor>}
        />
        <Fact name={t('application.language')} value={t(`application.languages.${contact.language}`)} />
      </Facts>
    </Section>
  );
};

/** The evidence that the charter was accepted: by whom, what exactly, when, from where, and the proof of the address. */
export const ConsentSection = ({ consent }: { consent: StaffApplication['consent'] }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { document, signer, acceptedAt, sourceIp, userAgent, confirmation } = consent;
  const documentLanguage = t(`application.languages.${document.language}`);
  return (
    <Section title={t('application.consent')}>
      <Facts>
        <Fact
          name={t('application.consentSigner')}
          value={`${signer.firstName} ${signer.lastName}, ${signer.role}, ${signer.email}`}
        />
        <Fact
          name={t('application.consentDocument')}
          value={t('application.consentVersion', { version: document.version, language: documentLanguage })}
        />
        <Fact name={t('application.consentHash')} value={<span className={own.hash}>{document.sha256}</span>} />
        <Fact name={t('application.consentAccepted')} value={formatMoment(acceptedAt, language)} />
        <Fact name={t('application.consentFrom')} value={sourceIp} />
        <Fact name={t('application.consentBrowser')} value={<Text size="sm">{userAgent}</Text>} />
        <Fact
          name={t('application.consentProof')}
          value={
            confirmation === null ? (
              t('application.consentUnproven')
            ) : (
              <>
                {t('application.consentProven', {
                  date: formatMoment(confirmation.confirmedAt, language),
                  ip: confirmation.sourceIp,
                })}
                <span className={own.hash}> {confirmation.linkSha256}</span>
              </>
            )
          }
        />
      </Facts>
    </Section>
  );
};
