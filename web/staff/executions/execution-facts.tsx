import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { WorkflowExecution } from '../../../domain/contract/responses.ts';
import { FAILED_STATUSES } from '../../../domain/workflow/execution.ts';
import { formatInstant } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { StatusBadge } from '../shared/status-badge.tsx';
import { ExecutionLink } from './execution-link.tsx';
import classes from './executions.module.css';
import { useDuration } from './use-duration.ts';

/** What an execution is about, when it ran, and the executions it belongs with. */
export const ExecutionFacts = ({ execution }: { execution: WorkflowExecution }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const durationOf = useDuration();
  const { startedAt, endedAt, redriveCount, redrivenAt, parent, nested, status } = execution;
  const failed = FAILED_STATUSES.some((each) => each === status);
  return (
    <Facts>
      <Fact name={t('executions.application')} value={<TheApplication application={execution.application} />} />
      <Fact name={t('executions.started')} value={formatInstant(startedAt, language)} />
      {endedAt !== null && <Fact name={t('executions.ended')} value={formatInstant(endedAt, language)} />}
      <Fact name={t('executions.duration')} value={durationOf(execution)} />
      {redrivenAt !== null && (
        <Fact
          name={t('executions.redrives')}
          value={t('executions.redrivenAt', { count: redriveCount, date: formatInstant(redrivenAt, language) })}
        />
      )}
      {parent !== null && (
        <Fact
          name={t('executions.parent')}
          value={
            <>
              <ExecutionLink execution={parent} />
              {failed && <span className={classes.cause}>{t('executions.redriveParent')}</span>}
            </>
          }
        />
      )}
      {nested.length > 0 && (
        <Fact
          name={t('executions.nested')}
          value={
            <ul className={classes.plainList}>
              {nested.map((each) => (
                <li key={each.name}>
                  <ExecutionLink execution={each} />
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Facts>
  );
};

const TheApplication = ({ application }: Pick<WorkflowExecution, 'application'>) => {
  const { t } = useTranslation('staff');
  if (application === null) return t('executions.noApplication');
  return (
    <>
      <Anchor inherit component={Link} href={`/staff/applications/${application.applicationId}`}>
        {application.companyName}
      </Anchor>{' '}
      <StatusBadge status={application.status} />
    </>
  );
};
