import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/application/form.ts';
import type { MailingText } from '../../../domain/mailing/mailing.ts';
import { FreeText } from '../../form/free-text.tsx';
import type { Sending } from '../../form/use-sending.ts';
import { Section } from '../shared/section.tsx';

/** What the readers of one language get. */
export const TextFields = ({
  language,
  text,
  sending,
  onChange,
}: {
  language: Language;
  text: MailingText;
  sending: Sending;
  onChange: (text: MailingText) => void;
}) => {
  const { t } = useTranslation('staff');
  const change = (part: Partial<MailingText>): void => {
    for (const field of Object.keys(part)) sending.drop(`texts.${language}.${field}`);
    onChange({ ...text, ...part });
  };
  return (
    <Section title={t(`mailing.in.${language}`)}>
      <Stack>
        <TextInput
          label={t('mailing.subject')}
          lang={language}
          maxLength={150}
          aria-required
          value={text.subject}
          error={sending.errorAt(`texts.${language}.subject`)}
          onChange={({ currentTarget: { value } }) => change({ subject: value })}
        />
        <FreeText
          label={t('mailing.body')}
          description={t('mailing.bodyHelp')}
          lang={language}
          minRows={6}
          maxRows={24}
          maxLength={10_000}
          aria-required
          value={text.body}
          error={sending.errorAt(`texts.${language}.body`)}
          onType={(value) => change({ body: value })}
        />
      </Stack>
    </Section>
  );
};
