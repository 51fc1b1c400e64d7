import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { ExecutionRef } from '../../../domain/workflow/execution.ts';
import { useWorkflowName } from '../workflow/use-state-name.ts';
import classes from './executions.module.css';
import { executionAddress } from './filters.ts';

/** The way to another execution, by its workflow and its name. */
export const ExecutionLink = ({ execution }: { execution: ExecutionRef }) => {
  const workflowName = useWorkflowName();
  return (
    <Anchor inherit component={Link} href={executionAddress(execution)}>
      {workflowName(execution.workflow)} <code className={classes.code}>{execution.name}</code>
    </Anchor>
  );
};
