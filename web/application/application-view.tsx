import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { Page } from '../layout/page.tsx';
import { MembershipInvite } from '../membership/membership-invite.tsx';
import { AntennaPanel } from './antenna-panel.tsx';
import classes from './application.module.css';
import { DuesSection } from './dues/dues-section.tsx';
import { GrowthInvite } from './growth-invite.tsx';
import { KeepLink } from './keep-link.tsx';
import { Refresh } from './refresh.tsx';
import { SentForm } from './sent-form.tsx';
import { Stages } from './stages.tsx';
import { StatusPanel } from './status-panel.tsx';
import { Timeline } from './timeline.tsx';
import { Withdraw } from './withdraw.tsx';

/** Where the application stands, what the company can do now, and how it came here. */
export const ApplicationView = ({
  token,
  application,
  look,
}: {
  token: string;
  application: LinkApplication;
  look: UseQueryResult<LinkApplication>;
}) => {
  const { t } = useTranslation();
  const { companyName: company, memberNumber: number, membership } = application;
  const siren = formatCompanyNumber(application.siren);
  // Once it is a member, its application is how it came, and the page is that of its membership.
  return (
    <Page
      title={company}
      tab={t(number === null ? 'application.tab' : 'application.tabMember', { company })}
      lead={number === null ? t('application.lead', { siren }) : t('application.leadMember', { siren, number })}
      aside={<Refresh look={look} />}
      width="wide"
    >
      <Stages application={application} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <StatusPanel token={token} application={application} />
          <DuesSection token={token} status={application.status} />
        </div>
        <div className={classes.side}>
          <MembershipInvite isMember={membership !== null && membership.standing !== 'elsewhere'} />
          <GrowthInvite application={application} />
          <AntennaPanel application={application} />
          <SentForm application={application} />
          <KeepLink token={token} />
          {application.withdrawable ? <Withdraw token={token} companyName={application.companyName} /> : null}
        </div>
        {/* Last, so that on a telephone years of it do not stand before what can be done. */}
        <div className={classes.story}>
          <Timeline events={application.timeline} />
        </div>
      </div>
    </Page>
  );
};
