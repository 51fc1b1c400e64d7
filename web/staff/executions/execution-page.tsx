import { Alert, Anchor } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isLive } from '../../../domain/application/status.ts';
import type { WorkflowExecution } from '../../../domain/contract/responses.ts';
import { ExecutionRef } from '../../../domain/workflow/execution.ts';
import { Failure } from '../../api/failure.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { RefusedPage } from '../shared/refused-page.tsx';
import { Section } from '../shared/section.tsx';
import { useWorkflowName } from '../workflow/use-state-name.ts';
import { Drawn } from '../workflow/workflow-section.tsx';
import { type Done, ExecutionActions } from './execution-actions.tsx';
import { ExecutionBadge } from './execution-badge.tsx';
import { ExecutionEvents } from './execution-events.tsx';
import { ExecutionFacts } from './execution-facts.tsx';
import classes from './executions.module.css';

/** Milliseconds between two looks at an execution that runs, and at one whose application is about to be closed. */
const WATCHING = 10_000;
const SETTLING = 2_000;

/** How often to look again. A stopped execution's application is closed a moment later. */
const pollingOf = (execution: WorkflowExecution | undefined, stopped: boolean): number | false => {
  if (execution?.status === 'RUNNING') return WATCHING;
  const closing = stopped && execution?.application != null && isLive(execution.application.status);
  return closing ? SETTLING : false;
};

/** One execution of a workflow: what it is about, where it stands, what happened. For the head office. */
export default function ExecutionPage(props: { workflow: string; name: string }) {
  const { t } = useTranslation('staff');
  const parsed = ExecutionRef.safeParse(props);
  if (parsed.success) return <Known execution={parsed.data} />;
  return (
    <RefusedPage
      title={t('executions.title')}
      error={new Failure('not-found')}
      onRetry={() => undefined}
      retrying={false}
    />
  );
}

const Known = ({ execution }: { execution: ExecutionRef }) => {
  const { t } = useTranslation('staff');
  const [done, setDone] = useState<Done | null>(null);
  const query = useStaffQuery(
    'GetWorkflowExecution',
    { params: execution },
    { polling: (data) => pollingOf(data, done === 'stop') },
  );
  if (query.data !== undefined) return <Loaded execution={query.data} done={done} onDone={setDone} />;
  if (query.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('executions.title')}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isRefetching}
    />
  );
};

const Loaded = ({
  execution,
  done,
  onDone,
}: {
  execution: WorkflowExecution;
  done: Done | null;
  onDone: (done: Done) => void;
}) => {
  const { t } = useTranslation('staff');
  const workflowName = useWorkflowName();
  return (
    <Page
      width="wide"
      title={workflowName(execution.workflow)}
      lead={
        <>
          {execution.application !== null && <>{execution.application.companyName} · </>}
          <code className={classes.code}>{execution.name}</code>
          <br />
          <Anchor component={Link} href={`/staff/workflows?workflow=${execution.workflow}`}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('executions.back')}
          </Anchor>
        </>
      }
      aside={<ExecutionBadge status={execution.status} size="xl" />}
    >
      <div className={own.notices}>
        {done !== null && (
          <Alert role="status" color="green" icon={<IconCircleCheck aria-hidden="true" />}>
            {t(`executions.${done}.done`)}
          </Alert>
        )}
      </div>
      <div className={own.below}>
        <Section title={t('executions.facts')} aside={<ExecutionActions execution={execution} onDone={onDone} />}>
          <ExecutionFacts execution={execution} />
        </Section>
        <Section title={t('executions.drawing')}>
          <Drawn view={execution.view} />
        </Section>
        <ExecutionEvents execution={execution} />
      </div>
    </Page>
  );
};
