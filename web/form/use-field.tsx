import { Badge } from '@mantine/core';
import type { FocusEvent, ReactNode } from 'react';
import { type FieldPathByValue, useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { fieldId, fieldNameOf } from './field-names.ts';
import classes from './form.module.css';
import { useFieldError, useFormExtras } from './form-context.ts';

export type TextPath = FieldPathByValue<Draft, string>;

/** The label of a field, with what is worth knowing before filling it in: that it may be left empty, that it changed. */
export const useFieldLabel = (path: string, optional = false): ReactNode => {
  const { t } = useTranslation();
  const { changed } = useFormExtras();
  const known = fieldNameOf(path);
  if (known === null) throw new Error(`There is no field ${path}.`);
  return (
    <span className={classes.label}>
      {t(`field.${known.name}`)}
      {optional ? <span className={classes.optional}>{t('form.optional')}</span> : null}
      {changed?.has(path) === true ? (
        <Badge component="span" variant="light" color="ochre">
          {t('form.changed')}
        </Badge>
      ) : null}
    </span>
  );
};

const isSending = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement && target.type === 'submit';

/**
 * Wires a text field: its value, its error beside it, and the check when one leaves it filled in. An empty field is only
 * called missing once the section is sent, never for having been passed through.
 * @param tidy rewrites what was typed when the field is left
 */
export const useTextField = (path: TextPath, tidy?: (typed: string) => string) => {
  const { control, trigger } = useFormContext<Draft>();
  const { field } = useController({ control, name: path });
  const { dropServerError } = useFormExtras();
  const errorAt = useFieldError();
  const change = (value: string): void => {
    dropServerError(path);
    field.onChange(value);
  };
  const leave = (event: FocusEvent): void => {
    field.onBlur();
    if (field.value.trim() === '') return;
    const tidied = tidy?.(field.value) ?? field.value;
    if (tidied !== field.value) change(tidied);
    // Sending checks everything itself; a sentence that appears now would move the button from under the pointer.
    if (!isSending(event.relatedTarget)) void trigger(path);
  };
  return { id: fieldId(path), value: field.value, error: errorAt(path), change, leave, check: () => trigger(path) };
};
