import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatNumber, parseWholeNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { type TextPath, useFieldLabel, useTextField } from './use-field.tsx';

/**
 * A whole number, typed with or without its thousands apart and shown with them once left.
 * @param unit what stands at the end of the field, such as €
 * @param grouped false for a year, which is no quantity
 */
export const NumberField = ({
  path,
  unit,
  description,
  grouped = true,
}: {
  path: TextPath;
  unit?: string;
  description?: ReactNode;
  grouped?: boolean;
}) => {
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  // Kept as bare digits once left, so that it reads the same in either language.
  const bare = (typed: string): string => {
    const number = parseWholeNumber(typed, language);
    return number === null || Number.isNaN(number) ? typed : String(number);
  };
  const { id, value, error, change, leave } = useTextField(path, bare);
  const number = parseWholeNumber(value, language);
  const shown = editing || !grouped || number === null || Number.isNaN(number) ? value : formatNumber(number, language);
  return (
    <TextInput
      id={id}
      label={useFieldLabel(path)}
      description={description}
      value={shown}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      aria-required
      rightSection={unit}
      onFocus={() => setEditing(true)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => {
        setEditing(false);
        leave();
      }}
    />
  );
};
