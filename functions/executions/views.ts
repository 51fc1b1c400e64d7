import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import type { ExecutionSummary } from '../../domain/contract/responses.ts';
import { type ExecutionRef, ExecutionStatus } from '../../domain/workflow/execution.ts';

/** What ListExecutions and DescribeExecution both say of an execution. */
type Described = Pick<ExecutionListItem, 'stopDate' | 'redriveCount' | 'redriveDate'> & {
  status?: ExecutionListItem['status'];
  startDate?: Date | undefined;
};

/** Where an execution stands, and when it ran. @throws ZodError when Step Functions says something new */
export const summaryOf = ({ workflow, name }: ExecutionRef, described: Described): ExecutionSummary => {
  const { status, startDate, stopDate, redriveCount, redriveDate } = described;
  if (startDate === undefined) throw new Error(`The execution ${name} has no start.`);
  return {
    workflow,
    name,
    status: ExecutionStatus.parse(status),
    startedAt: startDate.toISOString(),
    endedAt: stopDate?.toISOString() ?? null,
    redriveCount: redriveCount ?? 0,
    redrivenAt: redriveDate?.toISOString() ?? null,
  };
};
