import { Alert, Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { StaffGrowthCompany } from '../../../../domain/contract/growth-responses.ts';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { FiguresList, type ShownYear } from '../../../growth/figures-list.tsx';
import { FileView } from '../../../growth/file-view.tsx';
import { GrowthChart } from '../../../growth/growth-chart.tsx';
import { Missing } from '../../../growth/missing.tsx';
import { Participation } from '../../../growth/participation.tsx';
import { Score } from '../../../growth/score.tsx';
import { ResultBadge } from '../../../growth/verdict-badge.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { answersTasks } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { Section } from '../../shared/section.tsx';
import { GrowthPage } from '../growth-page.tsx';
import { COMPANIES_PATH } from '../paths.ts';
import { CasesSection } from './cases-section.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { ComparePolicies } from './compare-policies.tsx';

/** A member's growth: its score of today, its figures to be checked, the same under another policy, its screenings. */
export default function CompanyPage({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const query = useStaffQuery('GetGrowthCompany', { params: { id: applicationId } });
  if (query.data !== undefined) return <Loaded company={query.data} />;
  if (query.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('growth.companies.title')}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isRefetching}
    />
  );
}

const Loaded = ({ company }: { company: StaffGrowthCompany }) => {
  const { t } = useTranslation('staff');
  const { companyName, memberNumber, siren, antenna, evaluation, figures, participation, file } = company;
  return (
    <GrowthPage
      title={companyName}
      lead={
        <>
          {ANTENNA_NAMES[antenna]} ·{' '}
          <Anchor component={Link} href={`/staff/members/${memberNumber}`}>
            {memberNumber}
          </Anchor>{' '}
          · {t('application.siren')} {formatCompanyNumber(siren)}
          <br />
          <Anchor component={Link} href={COMPANIES_PATH}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('growth.companies.back')}
          </Anchor>
        </>
      }
      aside={<ResultBadge result={evaluation.result} size="xl" />}
    >
      <div className={own.columns}>
        <div className={own.main}>
          <FiguresSection company={company} />
          <Section title={t('growth.company.file')}>
            <FileView file={file} />
          </Section>
        </div>
        <div className={own.side}>
          <div className={own.main}>
            <CasesSection company={company} />
            <Missing missing={company.missing} />
            {participation === null ? null : <Participation participation={participation} />}
          </div>
        </div>
      </div>
      <div className={own.below}>
        <Score eyebrow={t('growth.company.today')} evaluation={evaluation} />
        <GrowthChart evaluation={evaluation} figures={figures} />
        <ComparePolicies company={company} />
      </div>
    </GrowthPage>
  );
};

/** Figures year by year; whoever answers for the company's antenna confirms them against its accounts. */
const FiguresSection = ({ company }: { company: StaffGrowthCompany }) => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const [checking, setChecking] = useState<ShownYear | null>(null);
  const [checked, setChecked] = useState<number | null>(null);
  const mayCheck = answersTasks(person.groups);
  const toCheck = company.figures.filter(({ current }) => current.origin !== 'checked').length;
  return (
    <Section title={t('growth.company.figures')}>
      <div role="status">
        {checked === null ? null : (
          <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden="true" />}>
            {t('growth.check.done', { year: checked })}
          </Alert>
        )}
      </div>
      <p>{toCheck === 0 ? t('growth.company.allChecked') : t('growth.company.toCheck', { count: toCheck })}</p>
      <FiguresList
        figures={company.figures}
        contradictions={company.contradictions}
        reader="staff"
        action={(year) =>
          mayCheck ? (
            <Button
              size="sm"
              variant={year.current.origin === 'checked' ? 'subtle' : 'outline'}
              aria-label={t('growth.check.label', { year: year.year })}
              onClick={() => {
                setChecked(null);
                setChecking(year);
              }}
            >
              {t(year.current.origin === 'checked' ? 'growth.check.again' : 'growth.check.button')}
            </Button>
          ) : null
        }
      />
      {checking === null ? null : (
        <CheckDialog
          key={checking.year}
          applicationId={company.applicationId}
          year={checking}
          onClose={() => setChecking(null)}
          onDone={() => {
            setChecked(checking.year);
            setChecking(null);
          }}
        />
      )}
    </Section>
  );
};
