import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { WorkflowExecution } from '../../../domain/contract/responses.ts';
import { type Action, ActionDialog } from './action-dialog.tsx';
import classes from './executions.module.css';
import { executionAddress } from './filters.ts';

export type Done = Action;

/** What the head office may do with an execution as it stands. @param onDone it was done */
export const ExecutionActions = ({
  execution,
  onDone,
}: {
  execution: WorkflowExecution;
  onDone: (done: Done) => void;
}) => {
  const { t } = useTranslation('staff');
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<Action | null>(null);
  return (
    <div className={classes.actions}>
      {execution.mayRedrive && (
        <Button leftSection={<IconPlayerPlay size={18} aria-hidden="true" />} onClick={() => setAsking('redrive')}>
          {t('executions.redrive.button')}
        </Button>
      )}
      {execution.mayStop && (
        <Button
          variant="outline"
          color="red"
          leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
          onClick={() => setAsking('stop')}
        >
          {t('executions.stop.button')}
        </Button>
      )}
      {asking !== null && (
        <ActionDialog
          action={asking}
          execution={execution}
          onClose={() => setAsking(null)}
          onDone={(goingOn) => {
            setAsking(null);
            onDone(asking);
            // Where the execution itself could go on no more, a new one does.
            if (goingOn.name !== execution.name) navigate(executionAddress(goingOn));
          }}
        />
      )}
    </div>
  );
};
