import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldId } from './field-names.ts';
import classes from './form.module.css';
import { type TextPath, useFieldLabel, useTextField } from './use-field.tsx';

/**
 * One of a few choices, all in sight.
 * @param choices value, name and, if need be, a line of explanation
 */
export const ChoiceField = ({
  path,
  choices,
  description,
  optional = false,
  columns = false,
}: {
  path: TextPath;
  choices: readonly { value: string; name: string; text?: string }[];
  description?: ReactNode;
  optional?: boolean;
  /** Short choices stand side by side. */
  columns?: boolean;
}) => {
  const { value, error, change } = useTextField(path);
  return (
    <Radio.Group
      label={useFieldLabel(path, optional)}
      description={description}
      value={value}
      error={error}
      onChange={change}
      size="md"
    >
      <Stack gap="xs" className={columns ? classes.columns : undefined} mt={4}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            // An error summary leads to the first choice.
            id={index === 0 ? fieldId(path) : `${fieldId(path)}-${index}`}
            value={choice.value}
            label={choice.name}
            description={choice.text}
            size="md"
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
