import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import { asFailure } from '../../api/failure.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { Page } from '../../layout/page.tsx';
import { antennasOf } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';

/**
 * In place of a page whose content could not be had: another antenna's file, one that does not exist, or a mishap that
 * may pass.
 * @param title what the page would have been
 */
export const RefusedPage = ({
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
  const { person } = useSignedIn();
  const { reason } = asFailure(error);
  if (reason === 'wrong-antenna') {
    const antennas = antennasOf(person.groups).map((code) => ANTENNA_NAMES[code]);
    return (
      <Page
        title={t('refusal.wrongAntenna.title')}
        lead={t('refusal.wrongAntenna.text', { antennas: antennas.join(', ') })}
      >
        <BackToStart />
      </Page>
    );
  }
  if (reason === 'not-found') {
    return (
      <Page title={t('refusal.notFound.title')} lead={t('refusal.notFound.text')}>
        <BackToStart />
      </Page>
    );
  }
  return (
    <Page title={title}>
      <FailureAlert error={error} onRetry={onRetry} retrying={retrying} />
    </Page>
  );
};

const BackToStart = () => {
  const { t } = useTranslation('staff');
  return (
    <Button component={Link} href="/staff" variant="outline">
      {t('refusal.notFound.back')}
    </Button>
  );
};
