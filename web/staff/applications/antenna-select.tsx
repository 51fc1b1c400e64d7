import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES, type AntennaCode } from '../../../domain/antenna/antenna.ts';
import { antennasOf } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';

/** Narrows a list to one antenna; nothing for people who see one antenna alone. */
export const AntennaSelect = ({
  value,
  onChange,
}: {
  value: AntennaCode | null;
  onChange: (antenna: AntennaCode | null) => void;
}) => {
  const { t } = useTranslation('staff');
  const antennas = antennasOf(useSignedIn().person.groups);
  if (antennas.length < 2) return null;
  return (
    <NativeSelect
      label={t('inbox.filter.antenna')}
      value={value ?? ''}
      onChange={(event) => onChange(antennas.find((code) => code === event.currentTarget.value) ?? null)}
      data={[
        { value: '', label: t('inbox.filter.anyAntenna') },
        ...antennas.map((code) => ({ value: code, label: ANTENNA_NAMES[code] })),
      ]}
    />
  );
};
