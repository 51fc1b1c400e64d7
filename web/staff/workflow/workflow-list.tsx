import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../../domain/contract/responses.ts';
import { readingOrder } from './layout.ts';
import type { Progress } from './transitions.ts';
import { useStateName } from './use-state-name.ts';
import classes from './workflow-graph.module.css';

const COLORS: Record<Progress, string> = {
  'not-reached': 'gray',
  passed: 'passage',
  current: 'passage',
  failed: 'red',
};

/** The same as the drawing, in words: each step, what became of it, and where it leads. */
export const WorkflowList = ({ view, label }: { view: WorkflowView; label: string }) => {
  const { t } = useTranslation('staff');
  const stateName = useStateName();
  return (
    <ol className={classes.list} aria-label={label}>
      {readingOrder(view).map((state) => (
        <li key={state.name} aria-current={state.progress === 'current' ? 'step' : undefined}>
          <span className={classes.listName}>{stateName(state.name)}</span>{' '}
          <Badge variant={state.progress === 'current' ? 'filled' : 'light'} color={COLORS[state.progress]}>
            {t(`workflow.progress.${state.progress}`)}
          </Badge>
          {state.next.length > 0 && (
            <span className={classes.listNext}>
              {t('workflow.leadsTo', {
                states: [...new Set(state.next.map((next) => stateName(next.to)))].join(', '),
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
};
