import { Alert, Anchor, Button, Group } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconEraser, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DossierRights } from '../../../domain/contract/rights-routes.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { formatDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { isHeadOffice } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { RefusedPage } from '../shared/refused-page.tsx';
import { Section } from '../shared/section.tsx';
import { AccessSection } from './access-section.tsx';
import { ConsentSection } from './consent-section.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { exportAddress } from './paths.ts';

/** What is held of the people of a dossier, who looked at it, and what may be done about it. */
export default function RightsPage({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const rights = useStaffQuery('GetDossierRights', { params: { id: applicationId } });
  if (rights.data !== undefined) return <Loaded rights={rights.data} />;
  if (rights.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('rightsPage.title')}
      error={rights.error}
      onRetry={() => void rights.refetch()}
      retrying={rights.isRefetching}
    />
  );
}

const Loaded = ({ rights }: { rights: DossierRights }) => {
  const { t } = useTranslation('staff');
  const { memberNumber, applicationId } = rights;
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState<string | null>(null);
  return (
    <Page
      width="wide"
      title={t('rightsPage.title')}
      lead={
        <>
          {rights.companyName}
          <br />
          <Anchor
            component={Link}
            href={memberNumber === null ? `/staff/applications/${applicationId}` : `/staff/members/${memberNumber}`}
          >
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} />{' '}
            {t(memberNumber === null ? 'rightsPage.toApplication' : 'rightsPage.toMember')}
          </Anchor>
        </>
      }
    >
      <div className={own.notices}>
        {erased !== null && (
          <Alert role="status" color="green" icon={<IconCircleCheck aria-hidden="true" />}>
            {erased}
          </Alert>
        )}
      </div>
      <div className={own.below}>
        <HeldSection rights={rights} onErase={() => setErasing(true)} />
        <ConsentSection rights={rights} />
        <AccessSection access={rights.access} />
      </div>
      {erasing && (
        <EraseDialog
          rights={rights}
          onClose={() => setErasing(false)}
          onDone={(told) => {
            setErasing(false);
            setErased(told);
          }}
        />
      )}
    </Page>
  );
};

const HeldSection = ({ rights, onErase }: { rights: DossierRights; onErase: () => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { groups } = useSignedIn().person;
  const { contact, verdict, accounts, erasedFrom, erased, applicationId } = rights;
  const day = (date: string): string => formatDate(date, language);
  return (
    <Section
      title={t('rightsPage.held')}
      aside={
        <Group>
          <Button
            component={Link}
            href={exportAddress(applicationId)}
            variant="outline"
            leftSection={<IconFileExport size={18} aria-hidden="true" />}
          >
            {t('rightsPage.export')}
          </Button>
          {isHeadOffice(groups) && verdict.may && !erased && (
            <Button
              variant="outline"
              color="red"
              leftSection={<IconEraser size={18} aria-hidden="true" />}
              onClick={onErase}
            >
              {t('rightsPage.erase.button')}
            </Button>
          )}
        </Group>
      }
    >
      <Facts>
        <Fact
          name={t('rightsPage.person')}
          value={
            erased
              ? t('rightsPage.erased')
              : `${contact.firstName} ${contact.lastName} (${contact.role}), ${contact.email}`
          }
        />
        {!erased && (
          <Fact
            name={t('rightsPage.until')}
            value={
              erasedFrom === null ? t('rightsPage.whileRunning') : t('rightsPage.erasedFrom', { day: day(erasedFrom) })
            }
          />
        )}
        <Fact
          name={t('rightsPage.accounts')}
          value={
            accounts === null
              ? t('rightsPage.noAccounts')
              : t('rightsPage.accountsKept', { count: accounts.documents, day: day(accounts.keptUntil) })
          }
        />
        {!erased && (
          <Fact
            name={t('rightsPage.request')}
            value={
              verdict.may
                ? t('rightsPage.mayErase')
                : t(`rightsPage.why.${verdict.why}`, { day: verdict.from === null ? '' : day(verdict.from) })
            }
          />
        )}
      </Facts>
    </Section>
  );
};
