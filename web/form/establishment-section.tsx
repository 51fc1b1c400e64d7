import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Siret } from '../../domain/company/identity.ts';
import { CommuneField } from './commune-field.tsx';
import { CompanyNumberField } from './company-number-field.tsx';
import { TextField } from './text-field.tsx';

const isSiret = (digits: string): boolean => Siret.safeParse(digits).success;

export const EstablishmentSection = () => {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <TextField path="establishment.street" autoComplete="street-address" description={t('form.place.streetHint')} />
      <CommuneField />
      <CompanyNumberField
        path="establishment.siret"
        length={14}
        isValid={isSiret}
        found={t('form.place.siretRight')}
        description={t('form.place.siretHint')}
        optional
      />
    </Stack>
  );
};
