import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { MemberDetail } from '../../../domain/contract/directory-responses.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { FiguresSection } from '../application/figures-section.tsx';
import { RefusedPage } from '../shared/refused-page.tsx';
import { Section } from '../shared/section.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { CompanySection } from './company-section.tsx';
import { ContactsSection } from './contacts/contacts-section.tsx';
import { DuesSection } from './dues-section.tsx';
import { LifecycleActions } from './lifecycle/lifecycle-actions.tsx';
import { MemberBadge } from './member-badge.tsx';
import classes from './members.module.css';
import { MembershipSection } from './membership-section.tsx';
import { NotesSection } from './notes/notes-section.tsx';
import { ProgrammeSection } from './programme-section.tsx';

/** One member: the company, its membership, what it owes and its story. */
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

const Loaded = ({ member }: { member: MemberDetail }) => {
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
        // What may be done about the membership stands beside its status.
        <div className={classes.actions}>
          <MemberBadge status={member.status} size="xl" />
          <LifecycleActions member={member} />
        </div>
      }
    >
      <div className={own.columns}>
        <div className={own.main}>
          <MembershipSection member={member} />
          <DuesSection member={member} />
          <CompanySection member={member} />
          <FiguresSection figures={member.figures} growthProgramme={member.growthProgramme} />
        </div>
        <div className={own.side}>
          <ContactsSection member={member} />
          <ProgrammeSection member={member} />
          <NotesSection number={member.number} notes={member.notes} />
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
