import { Anchor, Badge } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type * as z from 'zod';
import type { MemberDetail } from '../../../domain/contract/responses.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { formatDate, formatMoment } from '../../format/dates.ts';
import { formatCompanyNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { FiguresSection } from '../application/figures-section.tsx';
import { ContactSection } from '../application/people-sections.tsx';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import { RefusedPage } from '../shared/refused-page.tsx';
import { Section } from '../shared/section.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { accountAddress } from '../treasury/paths.ts';

/** One member: the company, its membership and its story. */
export default function MemberPage({ number }: { number: string }) {
  const { t } = useTranslation('staff');
  const member = useStaffQuery('GetMember', { params: { id: number } });
  if (member.data !== undefined) return <Loaded member={member.data} />;
  if (member.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('application.member', { number })}
      error={member.error}
      onRetry={() => void member.refetch()}
      retrying={member.isRefetching}
    />
  );
}

type Member = z.infer<typeof MemberDetail>;

const Loaded = ({ member }: { member: Member }) => {
  const { t } = useTranslation('staff');
  return (
    <Page
      width="wide"
      title={member.company.legalName}
      lead={
        <>
          {t('application.member', { number: member.number })} · {member.commune.name} · {t('application.siren')}{' '}
          {formatCompanyNumber(member.company.siren)}
          <br />
          <Anchor component={Link} href="/staff/members">
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('members.back')}
          </Anchor>
        </>
      }
      aside={
        <Badge size="xl" color="green">
          {t(`members.status.${member.status}`)}
        </Badge>
      }
    >
      <div className={own.columns}>
        <div className={own.main}>
          <MembershipSection member={member} />
          <CompanySection member={member} />
          <FiguresSection figures={member.figures} growthProgramme={member.growthProgramme} />
        </div>
        <div className={own.side}>
          <ContactSection contact={member.contact} />
        </div>
      </div>
      <div className={own.below}>
        <Section title={t('application.timeline')}>
          <Timeline events={member.timeline} />
        </Section>
      </div>
    </Page>
  );
};

const MembershipSection = ({ member }: { member: Member }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { from, to } = member.period;
  return (
    <Section title={t('members.membership')}>
      <Facts>
        <Fact name={t('members.number')} value={member.number} />
        <Fact name={t('members.antenna')} value={<AntennaBadge code={member.antenna} />} />
        <Fact name={t('members.admitted')} value={formatMoment(member.admittedAt, language)} />
        <Fact
          name={t('members.period')}
          value={t('members.from', { from: formatDate(from, language), to: formatDate(to, language) })}
        />
        <Fact
          name={t('invoice.account')}
          value={
            <Anchor component={Link} href={accountAddress(member.applicationId)}>
              {t('invoice.seeAccount')}
            </Anchor>
          }
        />
        <Fact
          name={t('application.title')}
          value={
            <Anchor component={Link} href={`/staff/applications/${member.applicationId}`}>
              {t('members.application')}
            </Anchor>
          }
        />
      </Facts>
    </Section>
  );
};

const CompanySection = ({ member: { company, establishment, commune } }: { member: Member }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const given = (value: string | null) => value ?? t('application.notGiven');
  return (
    <Section title={t('members.company')}>
      <Facts>
        <Fact name={t('application.fields.category')} value={shared(`category.${company.category}.name`)} />
        <Fact name={t('application.fields.foundedOn')} value={formatDate(company.foundedOn, language)} />
        <Fact name={t('application.fields.activity')} value={company.activity.code} />
        <Fact
          name={t('application.fields.siret')}
          value={given(establishment.siret === null ? null : formatCompanyNumber(establishment.siret))}
        />
        <Fact
          name={t('application.fields.street')}
          value={`${establishment.street}, ${establishment.postcode} ${commune.name}`}
        />
        <Fact name={t('application.fields.epci')} value={given(commune.epci?.name ?? null)} />
        <Fact
          name={t('application.fields.website')}
          value={
            company.website === null ? (
              t('application.notGiven')
            ) : (
              <Anchor href={company.website} target="_blank" rel="noreferrer">
                {company.website}
              </Anchor>
            )
          }
        />
      </Facts>
    </Section>
  );
};
