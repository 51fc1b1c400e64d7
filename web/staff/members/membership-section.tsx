import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MemberDetail } from '../../../domain/contract/directory-responses.ts';
import { formatDate, formatDay, formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import { Section } from '../shared/section.tsx';
import classes from './members.module.css';

/** The membership: number, antenna, every period, and what comes of the last one. */
export const MembershipSection = ({ member }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { renewal, resignation, leftAt } = member;
  const written = ({ from, to }: { from: string; to: string }): string =>
    t('members.from', { from: formatDate(from, language), to: formatDate(to, language) });
  return (
    <Section title={t('members.membership')}>
      <Facts>
        <Fact name={t('members.number')} value={member.number} />
        <Fact name={t('members.antenna')} value={<AntennaBadge code={member.antenna} />} />
        <Fact name={t('members.admitted')} value={formatMoment(member.admittedAt, language)} />
        <Fact
          name={t('members.periods')}
          value={
            <ul className={classes.periods}>
              {member.periods.map((period) => (
                <li key={period.from}>{written(period)}</li>
              ))}
            </ul>
          }
        />
        {renewal === null ? null : (
          <Fact
            name={t('members.renewal')}
            value={t('members.renewalOf', {
              period: written(renewal.period),
              opened: formatDay(renewal.openedAt, language),
            })}
          />
        )}
        {resignation === null ? null : (
          <Fact
            name={t('members.resignation')}
            value={t('members.resignationOf', {
              received: formatDate(resignation.receivedOn, language),
              effective: formatDate(resignation.effectiveOn, language),
            })}
          />
        )}
        {leftAt === null ? null : <Fact name={t('members.left')} value={formatMoment(leftAt, language)} />}
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
