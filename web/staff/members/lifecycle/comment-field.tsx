import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why; the company reads it on its timeline. @param required a decision against a company says why */
export const CommentField = ({
  required = false,
  value,
  error,
  onChange,
}: {
  required?: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) => {
  const { t } = useTranslation('staff');
  return (
    <Textarea
      label={t(required ? 'lifecycle.reason' : 'lifecycle.comment')}
      description={t('lifecycle.commentHelp')}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={1000}
      aria-required={required}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
