import type { StaffTask } from '../../../domain/contract/responses.ts';
import { caseIdOf } from '../../../domain/growth/case-id.ts';
import { juryAddress } from '../growth/paths.ts';

/** The number of the case stands in the id of a vote's question: `…~jury-vote~1-1-…`. */
const VOTE = /~jury-vote~(\d+)-/;

/** Where a task is answered: a vote beside the candidate's file, anything else on its own page. */
export const taskAddress = ({
  kind,
  taskId,
  applicationId,
}: Pick<StaffTask, 'kind' | 'taskId' | 'applicationId'>): string => {
  const number = kind === 'jury-vote' ? VOTE.exec(taskId)?.[1] : undefined;
  return number === undefined
    ? `/staff/tasks/${encodeURIComponent(taskId)}`
    : juryAddress(caseIdOf(applicationId, Number(number)));
};
