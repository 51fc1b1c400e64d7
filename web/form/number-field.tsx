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
  // What stands in the field while one types; entering it changes nothing, or the selection would be lost.
  const [typing, setTyping] = useState<string | null>(null);
  // Kept as bare digits once left, so that it reads the same in either language.
  const bare = (typed: string): string => {
    const number = parseWholeNumber(typed, language);
    return number === null || Number.isNaN(number) ? typed : String(number);
  };
  const { id, value, error, change, leave } = useTextField(path, bare);
  const number = parseWholeNumber(value, language);
  const atRest = !grouped || number === null || Number.isNaN(number) ? value : formatNumber(number, language);
  return (
    <TextInput
      id={id}
      label={useFieldLabel(path)}
      description={description}
      value={typing ?? atRest}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      aria-required
      rightSection={unit}
      onFocus={() => setTyping(atRest)}
      onChange={(event) => {
        setTyping(event.currentTarget.value);
        change(event.currentTarget.value);
      }}
      onBlur={(event) => {
        setTyping(null);
        leave(event);
      }}
    />
  );
};
