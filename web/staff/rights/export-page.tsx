import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { Page } from '../../layout/page.tsx';
import { ExportPanel } from '../../rights/export-panel.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { RefusedPage } from '../shared/refused-page.tsx';
import { rightsAddress } from './paths.ts';

/** Everything that is held of a dossier, to be read and handed to whoever asked for it. */
export default function ExportPage({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const dossier = useStaffQuery('ExportDossier', { params: { id: applicationId } });
  if (dossier.data !== undefined) {
    return (
      <Page
        width="wide"
        title={t('rightsPage.exportTitle')}
        lead={
          <>
            {t('rightsPage.exportLead')}
            <br />
            <Anchor component={Link} href={rightsAddress(applicationId)}>
              <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('rightsPage.title')}
            </Anchor>
          </>
        }
      >
        <ExportPanel dossier={dossier.data} />
      </Page>
    );
  }
  if (dossier.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('rightsPage.exportTitle')}
      error={dossier.error}
      onRetry={() => void dossier.refetch()}
      retrying={dossier.isRefetching}
    />
  );
}
