import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { messageOf } from '../../domain/text/field-errors.ts';
import { formatNumber, parseWholeNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

/**
 * A whole number, typed with or without its thousands apart and shown with them once left; from then on it is bare
 * digits, so that it reads the same in either language.
 * @param grouped false for a year, which is no quantity
 */
export const WholeNumberInput = ({
  label,
  name,
  description,
  value,
  error,
  unit,
  grouped = true,
  required = true,
  onChange,
}: {
  label: string;
  /** What it is called out of sight of what stands around it; the label when left out. */
  name?: string;
  description?: string;
  value: string;
  error?: string;
  unit?: string;
  grouped?: boolean;
  required?: boolean;
  onChange: (value: string) => void;
}) => {
  const language = useLanguage();
  // What stands in the field while one types; entering it changes nothing, or the selection would be lost.
  const [typing, setTyping] = useState<string | null>(null);
  const number = parseWholeNumber(value, language);
  const unreadable = Number.isNaN(number);
  const atRest = !grouped || number === null || unreadable ? value : formatNumber(number, language);
  return (
    <TextInput
      label={label}
      aria-label={name}
      description={description}
      value={typing ?? atRest}
      error={unreadable && error !== undefined ? messageOf('number.whole', undefined, language) : error}
      inputMode="numeric"
      autoComplete="off"
      aria-required={required}
      rightSection={unit}
      onFocus={() => setTyping(atRest)}
      onBlur={() => {
        setTyping(null);
        if (number !== null && !unreadable && String(number) !== value) onChange(String(number));
      }}
      onChange={(event) => {
        setTyping(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
};
