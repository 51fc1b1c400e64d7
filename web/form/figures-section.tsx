import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { fieldId } from './field-names.ts';
import classes from './form.module.css';
import { useFieldError } from './form-context.ts';
import { NumberField } from './number-field.tsx';

/** As many as the schema takes. */
const MOST = 10;

/** Headcount and turnover, one row a year, the latest first. */
export const FiguresSection = () => {
  const { t } = useTranslation();
  const { control, getValues } = useFormContext<Draft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'figures' });
  const errorAt = useFieldError();
  const focusRow = useRef<number | null>(null);

  // The row that was just added, or the one before the row that went away, takes the focus: it is never lost.
  useEffect(() => {
    if (focusRow.current === null) return;
    document.getElementById(fieldId(`figures.${focusRow.current}.year`))?.focus();
    focusRow.current = null;
  });

  const add = (): void => {
    const years = getValues('figures').map(({ year }) => Number(year));
    const earliest = Math.min(...years.filter((year) => Number.isInteger(year) && year > 0));
    focusRow.current = fields.length;
    append(
      { year: Number.isFinite(earliest) ? String(earliest - 1) : '', employees: '', turnover: '' },
      { shouldFocus: false },
    );
  };
  const drop = (row: number): void => {
    focusRow.current = Math.max(0, row - 1);
    remove(row);
  };

  return (
    <Stack gap="md">
      {errorAt('figures') === undefined ? null : (
        <Text c="red.7" id={fieldId('figures')} tabIndex={-1}>
          {errorAt('figures')}
        </Text>
      )}
      {fields.map((field, row) => (
        <fieldset key={field.id} className={classes.year}>
          <div className={classes.yearTop}>
            <legend className={classes.yearTitle}>{t('form.figures.row', { row: row + 1 })}</legend>
            {fields.length > 1 ? (
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                aria-label={t('form.figures.remove', { row: row + 1 })}
                onClick={() => drop(row)}
              >
                <IconTrash aria-hidden="true" size={20} />
              </ActionIcon>
            ) : null}
          </div>
          <div className={classes.yearFields}>
            <NumberField path={`figures.${row}.year`} grouped={false} />
            <NumberField path={`figures.${row}.employees`} />
            <NumberField path={`figures.${row}.turnover`} unit="€" />
          </div>
        </fieldset>
      ))}
      {fields.length < MOST ? (
        <Group>
          <Button variant="outline" leftSection={<IconPlus aria-hidden="true" size={18} />} onClick={add}>
            {t('form.figures.add')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
};
