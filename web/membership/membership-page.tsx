import { Anchor, Badge } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import type { LinkMember } from '../../domain/contract/link-member-routes.ts';
import { hasLeft } from '../../domain/member/status.ts';
import panel from '../application/application.module.css';
import { DuesSection } from '../application/dues/dues-section.tsx';
import { formatDate } from '../format/dates.ts';
import { formatEuros, formatNumber } from '../format/numbers.ts';
import { FIGURES_PATH } from '../growth/paths.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Fact, Facts } from '../layout/facts.tsx';
import { Page } from '../layout/page.tsx';
import { Behind } from './behind.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { ContactPanel } from './contact-panel.tsx';
import classes from './membership.module.css';
import { Panel } from './panel.tsx';
import { DATA_PATH } from './paths.ts';
import { ResignPanel } from './resign-panel.tsx';
import { useMembership } from './use-membership.ts';

/** A member's own page: what it is a member of, until when, its certificate, its people, what it owes, its rights. */
export const MembershipPage = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  const membership = useMembership(token);
  return (
    <Behind title={t('membership.title')} query={membership}>
      {(member) => <Loaded token={token} member={member} />}
    </Behind>
  );
};

const Loaded = ({ token, member }: { token: string; member: LinkMember }) => {
  const { t } = useTranslation();
  return (
    <Page
      width="wide"
      title={t('membership.title')}
      lead={
        <>
          {member.companyName} · {t('membership.siren', { siren: formatCompanyNumber(member.siren) })}
          <br />
          <Anchor component={Link} href="/application">
            <IconArrowLeft size={16} aria-hidden="true" className={classes.icon} /> {t('membership.back')}
          </Anchor>
        </>
      }
      aside={
        <Badge size="xl" color={hasLeft(member.status) || member.status === 'suspended' ? 'gray' : 'green'}>
          {t(`membership.status.${member.status}`)}
        </Badge>
      }
    >
      <div className={panel.columns}>
        <div className={panel.main}>
          <CertificatePanel token={token} member={member} />
          <DuesSection token={token} status="admitted" />
          <FiguresPanel member={member} />
        </div>
        <div className={panel.side}>
          <MembershipPanel member={member} />
          <ContactPanel token={token} member={member} />
          <RightsPanel />
          <ResignPanel token={token} member={member} />
        </div>
      </div>
    </Page>
  );
};

const MembershipPanel = ({ member }: { member: LinkMember }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, since, period, antenna, category, street, postcode, communeName, endsOn } = member;
  const day = (date: string): string => formatDate(date, language);
  return (
    <Panel title={t('membership.membership')}>
      <Facts narrow>
        <Fact name={t('membership.number')} value={number} />
        <Fact name={t('membership.since')} value={day(since)} />
        <Fact
          name={t('membership.period')}
          value={t('membership.fromTo', { from: day(period.from), to: day(period.to) })}
        />
        {endsOn === null ? null : <Fact name={t('membership.endsOn')} value={day(endsOn)} />}
        <Fact name={t('membership.antenna')} value={ANTENNA_NAMES[antenna]} />
        <Fact name={t('membership.category')} value={t(`category.${category}.name`)} />
        <Fact name={t('membership.address')} value={`${street}, ${postcode} ${communeName}`} />
      </Facts>
    </Panel>
  );
};

const FiguresPanel = ({ member: { figures } }: { member: LinkMember }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t('membership.figures')}>
      <p className={panel.small}>{t('membership.figuresText')}</p>
      <table className={classes.figures}>
        <caption className={classes.unseen}>{t('membership.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('membership.year')}</th>
            <th scope="col">{t('membership.employees')}</th>
            <th scope="col">{t('membership.turnover')}</th>
          </tr>
        </thead>
        <tbody>
          {[...figures].reverse().map(({ year, employees, turnover }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{formatNumber(employees, language)}</td>
              <td>{formatEuros(turnover, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Anchor component={Link} href={FIGURES_PATH}>
        {t('membership.figuresAll')}
      </Anchor>
    </Panel>
  );
};

const RightsPanel = () => {
  const { t } = useTranslation();
  return (
    <Panel title={t('membership.data.title')}>
      <p className={panel.small}>{t('membership.data.text')}</p>
      <Anchor component={Link} href={DATA_PATH}>
        {t('membership.data.see')}
      </Anchor>
    </Panel>
  );
};
