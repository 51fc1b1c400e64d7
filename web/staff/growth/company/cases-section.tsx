import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StaffGrowthCompany } from '../../../../domain/contract/growth-responses.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useAct } from '../../../form/use-act.ts';
import { formatDay } from '../../../format/dates.ts';
import growth from '../../../growth/growth.module.css';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { answersTasks } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { Section } from '../../shared/section.tsx';
import { caseAddress } from '../paths.ts';

/** A member's screenings, the latest first, and the way to start one. */
export const CasesSection = ({ company }: { company: StaffGrowthCompany }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { person } = useSignedIn();
  return (
    <Section title={t('growth.company.cases')}>
      {company.cases.length === 0 ? <Text c="dimmed">{t('growth.company.noCases')}</Text> : null}
      <ul className={growth.plain}>
        {company.cases.map((one) => (
          <li key={one.caseId}>
            <Link href={caseAddress(one.caseId)} className={growth.link}>
              {t('growth.company.caseOf', { day: formatDay(one.openedAt, language) })}
            </Link>
            <span className={growth.small}>{t(`growth.stage.${one.stage}`)}</span>
          </li>
        ))}
      </ul>
      {company.notNow === null && answersTasks(person.groups) ? <Start company={company} /> : null}
      {company.notNow === null ? null : <Text c="dimmed">{t(`growth.notNow.${company.notNow}`)}</Text>}
    </Section>
  );
};

const Start = ({ company: { applicationId } }: { company: StaffGrowthCompany }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const start = useAct({
    act: () => call('StartScreening', { params: { id: applicationId } }),
    onSuccess: ({ caseId }) => navigate(caseAddress(caseId)),
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <>
      <Button loading={start.pending} onClick={start.run}>
        {t('growth.company.start')}
      </Button>
      {start.failure === null ? null : <FailureAlert error={start.failure} />}
    </>
  );
};
