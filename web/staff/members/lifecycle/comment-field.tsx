import { useTranslation } from 'react-i18next';
import { FreeText } from '../../../form/free-text.tsx';

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
    <FreeText
      label={t(required ? 'lifecycle.reason' : 'lifecycle.comment')}
      description={t('lifecycle.commentHelp')}
      aria-required={required}
      value={value}
      error={error}
      onType={onChange}
    />
  );
};
