import { TextInput, type TextInputProps } from '@mantine/core';
import { type TextPath, useFieldLabel, useTextField } from './use-field.tsx';

/**
 * A field of one line.
 * @param optional it may be left empty, and says so
 * @param tidy rewrites what was typed when the field is left
 */
export const TextField = ({
  path,
  optional = false,
  tidy,
  ...rest
}: {
  path: TextPath;
  optional?: boolean;
  tidy?: (typed: string) => string;
} & Pick<
  TextInputProps,
  'description' | 'autoComplete' | 'inputMode' | 'type' | 'maxLength' | 'max' | 'min' | 'className' | 'spellCheck'
>) => {
  const { id, value, error, change, leave } = useTextField(path, tidy);
  return (
    <TextInput
      {...rest}
      id={id}
      label={useFieldLabel(path, optional)}
      value={value}
      error={error}
      aria-required={!optional}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
    />
  );
};
