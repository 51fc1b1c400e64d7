import { useTranslation } from 'react-i18next';
import { asFailure } from '../../api/failure.ts';
import { Page } from '../../layout/page.tsx';
import { RefusedPage } from '../shared/refused-page.tsx';

/** In place of a page of the jury: for those who are not in its register, or do not sit on this case. */
export const JuryRefused = ({
  title,
  error,
  onRetry,
  retrying,
}: {
  title: string;
  error: unknown;
  onRetry: () => void;
  retrying: boolean;
}) => {
  const { t } = useTranslation('staff');
  const { reason } = asFailure(error);
  return reason === 'not-sitting' || reason === 'forbidden' ? (
    <Page title={t('jury.notSitting.title')} lead={t('jury.notSitting.text')} />
  ) : (
    <RefusedPage title={title} error={error} onRetry={onRetry} retrying={retrying} />
  );
};
