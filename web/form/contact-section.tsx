import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import { ChoiceField } from './choice-field.tsx';
import classes from './form.module.css';
import { TextField } from './text-field.tsx';

export const ContactSection = () => {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <div className={classes.pair}>
        <TextField path="contact.firstName" autoComplete="given-name" />
        <TextField path="contact.lastName" autoComplete="family-name" />
      </div>
      <TextField path="contact.role" autoComplete="organization-title" description={t('form.contact.roleHint')} />
      <div className={classes.pair}>
        <TextField
          path="contact.email"
          type="email"
          inputMode="email"
          autoComplete="email"
          description={t('form.contact.emailHint')}
          spellCheck={false}
        />
        <TextField
          path="contact.phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          description={t('form.contact.phoneHint')}
        />
      </div>
      <ChoiceField
        path="contact.language"
        description={t('form.contact.languageHint')}
        choices={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))}
        columns
      />
    </Stack>
  );
};
