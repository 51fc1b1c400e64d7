import { Textarea } from '@mantine/core';
import type { ComponentProps } from 'react';

type FreeTextProps = Omit<ComponentProps<typeof Textarea>, 'onChange'> & { onType: (value: string) => void };

/** Free text, such as a reason or a comment: its field grows with what is typed. @param onType given all of it */
export const FreeText = ({ onType, ...props }: FreeTextProps) => (
  <Textarea
    autosize
    minRows={2}
    maxRows={8}
    maxLength={1000}
    {...props}
    onChange={(event) => onType(event.currentTarget.value)}
  />
);
