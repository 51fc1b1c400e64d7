import { TextInput } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { type ChangeEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import classes from './form.module.css';
import { caretAfter, digitsBefore } from './spaced-digits.ts';
import { type TextPath, useFieldLabel, useTextField } from './use-field.tsx';

/**
 * A SIREN or a SIRET: grouped while it is typed, and checked as soon as it has all its digits.
 * @param length digits it has
 * @param isValid the domain's check
 * @param found what to say when it is right
 */
export const CompanyNumberField = ({
  path,
  length,
  isValid,
  found,
  description,
  optional = false,
  readOnly = false,
}: {
  path: TextPath;
  length: 9 | 14;
  isValid: (digits: string) => boolean;
  found: string;
  description?: ReactNode;
  optional?: boolean;
  readOnly?: boolean;
}) => {
  const { id, value, error, change, leave, check } = useTextField(path);
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const digits = value.replaceAll(/\s/g, '');
  const right = digits.length === length && isValid(digits) && error === undefined;

  // Grouping moves the text under the caret: put it back after the same digit.
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const { value: typed, selectionStart } = event.currentTarget;
    const spaced = formatCompanyNumber(typed);
    caret.current = caretAfter(spaced, digitsBefore(typed, selectionStart ?? typed.length));
    change(spaced);
    if (spaced.replaceAll(/\s/g, '').length >= length) void check();
  };

  return (
    <div>
      <TextInput
        ref={input}
        id={id}
        label={useFieldLabel(path, optional)}
        description={description}
        value={value}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        aria-required={!optional}
        readOnly={readOnly}
        variant={readOnly ? 'filled' : 'default'}
        onChange={onChange}
        onBlur={leave}
        rightSection={
          right && !readOnly ? <IconCircleCheckFilled aria-hidden="true" className={classes.right} /> : undefined
        }
      />
      <p role="status" className={classes.found}>
        {right && !readOnly ? found : ''}
      </p>
    </div>
  );
};
