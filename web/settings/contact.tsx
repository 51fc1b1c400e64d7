import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useContact } from './use-contact.ts';

/** How to reach a person of the cluster: an address to write to, or where to look for one. */
export const Contact = () => {
  const { t } = useTranslation();
  const contact = useContact();
  return contact === null ? t('form.contactUnknown') : <Anchor href={`mailto:${contact}`}>{contact}</Anchor>;
};
