import { Anchor, Checkbox, Stack } from '@mantine/core';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import { CharterText } from '../charter/charter-text.tsx';
import type { Draft } from './draft.ts';
import { fieldId } from './field-names.ts';
import classes from './form.module.css';
import { useFieldError, useFormExtras } from './form-context.ts';
import { useFieldLabel } from './use-field.tsx';

/** The charter to read in place, and the box that accepts this version of it. */
export const CharterSection = () => {
  const { t } = useTranslation();
  const { control, setValue } = useFormContext<Draft>();
  const { field } = useController({ control, name: 'charter.accepted' });
  const { dropServerError } = useFormExtras();
  const errorAt = useFieldError();
  return (
    <Stack gap="lg">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard. */}
      <section className={classes.charter} tabIndex={0} aria-label={t('form.charter.text')}>
        <CharterText level={2} />
      </section>
      <Anchor href="/charter" target="_blank">
        {t('form.charter.open')}
      </Anchor>
      <Checkbox
        id={fieldId('charter.accepted')}
        size="md"
        label={useFieldLabel('charter.accepted')}
        description={t('form.charter.version', { version: CURRENT_CHARTER.version })}
        error={errorAt('charter.accepted') ?? errorAt('charter.version')}
        checked={field.value}
        onChange={(event) => {
          dropServerError('charter.accepted');
          dropServerError('charter.version');
          setValue('charter.version', CURRENT_CHARTER.version);
          field.onChange(event.currentTarget.checked);
        }}
      />
    </Stack>
  );
};
