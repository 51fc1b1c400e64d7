import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MemberDetail } from '../../../domain/contract/directory-responses.ts';
import { formatDay, formatShortDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { companyAddress } from '../growth/paths.ts';
import { Section } from '../shared/section.tsx';

/** Where the member stands in the growth programme, and the way to its growth. */
export const ProgrammeSection = ({ member: { participation, applicationId } }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const next = participation?.milestones.find(({ doneOn }) => doneOn === null);
  return (
    <Section title={t('members.programme')}>
      {participation === null ? <Text c="dimmed">{t('members.noProgramme')}</Text> : null}
      <Facts narrow>
        {participation === null ? null : (
          <Fact
            name={t('members.cohort')}
            value={participation.cohort?.name ?? t('members.waiting', { position: participation.waitingPosition ?? 0 })}
          />
        )}
        {participation?.mentor == null ? null : (
          <Fact
            name={t('members.mentor')}
            value={`${participation.mentor.name}, ${participation.mentor.organisation}`}
          />
        )}
        {next === undefined || participation?.exit !== null ? null : (
          <Fact
            name={t('members.milestone')}
            value={`${next.name} (${shared('growth.programme.due', { date: formatShortDate(next.dueOn, language) })})`}
          />
        )}
        {participation?.exit == null ? null : (
          <Fact name={t('members.exit')} value={formatDay(participation.exit.at, language)} />
        )}
      </Facts>
      <Anchor component={Link} href={companyAddress(applicationId)}>
        {t('members.seeGrowth')}
      </Anchor>
    </Section>
  );
};
