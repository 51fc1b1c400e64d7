import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { Page } from '../layout/page.tsx';
import { ExportPanel } from '../rights/export-panel.tsx';
import { Behind } from './behind.tsx';
import classes from './membership.module.css';

/** Everything the cluster holds about the company of a link: to be read, and to be taken along. */
export const DataPage = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  const dossier = useQuery({
    queryKey: ['link-export', token],
    queryFn: ({ signal }) => call('ExportLinkDossier', { link: token, signal }),
  });
  return (
    <Behind title={t('membership.data.title')} query={dossier}>
      {(data) => (
        <Page
          width="wide"
          title={t('membership.data.title')}
          lead={
            <>
              {t('membership.data.lead')}
              <br />
              <Anchor component={Link} href="/application">
                <IconArrowLeft size={16} aria-hidden="true" className={classes.icon} /> {t('membership.back')}
              </Anchor>
            </>
          }
        >
          <ExportPanel dossier={data} />
        </Page>
      )}
    </Behind>
  );
};
