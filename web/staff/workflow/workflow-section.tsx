import { ActionIcon, Alert, Group, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowsHorizontal, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../../domain/contract/responses.ts';
import { STOPPED } from '../../../domain/workflow/execution.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { BlockSkeleton } from '../../feedback/skeletons.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { Section } from '../shared/section.tsx';
import { StateSwatch } from './state-shape.tsx';
import type { Progress } from './transitions.ts';
import { useStateName, useWorkflowName } from './use-state-name.ts';
import { WorkflowGraph } from './workflow-graph.tsx';
import { WorkflowList } from './workflow-list.tsx';

const STEP = 1.25;
const PROGRESSES: readonly Progress[] = ['passed', 'current', 'failed', 'not-reached'];

/** The workflows of an application, drawn, with where they stand. @param polling milliseconds between readings, or false */
export const WorkflowSection = ({ applicationId, polling }: { applicationId: string; polling: number | false }) => {
  const { t } = useTranslation('staff');
  const workflows = useStaffQuery('GetApplicationWorkflow', { params: { id: applicationId } }, { polling });
  const workflowName = useWorkflowName();
  const [chosen, setChosen] = useState<string | null>(null);
  const items = workflows.data?.items ?? [];
  const view = items.find((item) => item.workflow === chosen) ?? items[0];
  return (
    <Section
      title={t('workflow.title')}
      aside={
        items.length > 1 ? (
          <SegmentedControl
            aria-label={t('workflow.title')}
            data={items.map((item) => ({ value: item.workflow, label: workflowName(item.workflow) }))}
            value={view?.workflow ?? ''}
            onChange={setChosen}
          />
        ) : undefined
      }
    >
      {workflows.isPending && <BlockSkeleton lines={6} />}
      {workflows.isError && (
        <FailureAlert
          error={workflows.error}
          onRetry={() => void workflows.refetch()}
          retrying={workflows.isRefetching}
        />
      )}
      {workflows.isSuccess && view === undefined && <Text>{t('workflow.none')}</Text>}
      {view !== undefined && <Drawn view={view} />}
    </Section>
  );
};

/** A workflow as a drawing or as a list, with its error when it failed. */
export const Drawn = ({ view }: { view: WorkflowView }) => {
  const { t } = useTranslation('staff');
  const stateName = useStateName();
  const workflowName = useWorkflowName();
  const narrow = useMediaQuery('(max-width: 48rem)');
  const [shape, setShape] = useState<'drawing' | 'list' | null>(null);
  const [zoom, setZoom] = useState(1);
  const shown = shape ?? (narrow ? 'list' : 'drawing');

  const focal = view.states.find((state) => state.progress === 'current' || state.progress === 'failed');
  const status = t(`workflow.status.${view.executionStatus}`);
  const standing = focal === undefined ? status : `${status}, ${t('workflow.at', { state: stateName(focal.name) })}`;
  const name = workflowName(view.workflow);
  const steps = t('workflow.steps', { workflow: name });
  return (
    <>
      <div className={own.toolbar}>
        <Text>
          <strong>{name}</strong> – {standing}
        </Text>
        <Group gap="xs">
          {shown === 'drawing' && (
            <>
              <Zoom label={t('workflow.zoomOut')} Icon={IconZoomOut} onClick={() => setZoom((z) => z / STEP)} />
              <Zoom label={t('workflow.fit')} Icon={IconArrowsHorizontal} onClick={() => setZoom(1)} />
              <Zoom label={t('workflow.zoomIn')} Icon={IconZoomIn} onClick={() => setZoom((z) => z * STEP)} />
            </>
          )}
          <SegmentedControl
            aria-label={t('workflow.show')}
            data={[
              { value: 'drawing', label: t('workflow.drawing') },
              { value: 'list', label: t('workflow.list') },
            ]}
            value={shown}
            onChange={(value) => setShape(value === 'list' ? 'list' : 'drawing')}
          />
        </Group>
      </div>
      {view.error !== null && (
        <Alert
          color="red"
          mb="md"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={view.error === STOPPED.error ? t('workflow.stopped') : view.error}
        >
          {view.cause === STOPPED.seeTimeline ? t('workflow.seeTimeline') : view.cause}
        </Alert>
      )}
      {shown === 'list' ? (
        <WorkflowList view={view} label={steps} />
      ) : (
        <>
          <WorkflowGraph
            view={view}
            label={stateName}
            zoom={zoom}
            description={t('workflow.description', { workflow: name, state: standing })}
          />
          <ul className={own.legend} aria-label={t('workflow.legend')}>
            {PROGRESSES.map((progress) => (
              <li key={progress}>
                <StateSwatch progress={progress} />
                {t(`workflow.progress.${progress}`)}
              </li>
            ))}
          </ul>
          <VisuallyHidden>
            <WorkflowList view={view} label={steps} />
          </VisuallyHidden>
        </>
      )}
    </>
  );
};

const Zoom = ({ label, Icon, onClick }: { label: string; Icon: typeof IconZoomIn; onClick: () => void }) => (
  <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={onClick}>
    <Icon size={20} aria-hidden="true" />
  </ActionIcon>
);
