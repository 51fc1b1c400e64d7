import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ANTENNA_CODES, ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { proposeAntenna } from '../../domain/antenna/assign.ts';
import { AntennaReasons } from '../antenna/antenna-reasons.tsx';
import { AntennaSwatch } from '../antenna/antenna-swatch.tsx';
import { todayInParis } from '../format/dates.ts';
import type { Draft } from './draft.ts';
import { fieldId } from './field-names.ts';
import classes from './form.module.css';
import { useFieldLabel, useTextField } from './use-field.tsx';

/** The antenna the rule would give, said before sending; a preference; and the growth programme. */
export const AntennaSection = () => {
  const { t } = useTranslation();
  const { control } = useFormContext<Draft>();
  const preference = useTextField('preferredAntenna');
  const { field: growth } = useController({ control, name: 'growthProgramme' });
  return (
    <Stack gap="lg">
      <Preview />
      <NativeSelect
        id={preference.id}
        label={useFieldLabel('preferredAntenna', true)}
        description={t('form.antenna.preferenceHint')}
        value={preference.value}
        error={preference.error}
        onChange={(event) => preference.change(event.currentTarget.value)}
        data={[
          { value: '', label: t('form.antenna.noPreference') },
          ...ANTENNA_CODES.map((value) => ({ value, label: ANTENNA_NAMES[value] })),
        ]}
      />
      <Checkbox
        id={fieldId('growthProgramme')}
        size="md"
        label={useFieldLabel('growthProgramme')}
        description={t('form.antenna.growthHint')}
        checked={growth.value}
        onChange={(event) => growth.onChange(event.currentTarget.checked)}
      />
    </Stack>
  );
};

/** What the rule says of the commune and the preference, as they stand. */
const Preview = () => {
  const { t } = useTranslation();
  const { control } = useFormContext<Draft>();
  const commune = useWatch({ control, name: 'commune' });
  const preferred = useWatch({ control, name: 'preferredAntenna' });
  if (commune === null) return <p>{t('form.antenna.noCommune')}</p>;
  const proposal = proposeAntenna({
    commune,
    preferredAntenna: preferred === '' ? null : preferred,
    alreadyChosen: null,
    on: todayInParis(),
  });
  return (
    <div className={classes.proposal} role="status">
      <p className={classes.proposalName}>
        <AntennaSwatch antenna={proposal.proposed} />
        {proposal.clearCut
          ? t('form.antenna.clearCut', { antenna: ANTENNA_NAMES[proposal.proposed] })
          : t('form.antenna.open')}
      </p>
      <AntennaReasons reasons={proposal.reasons} />
    </div>
  );
};
