import { useCallback, useRef, useState } from 'react';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { asFailure, type Failure } from '../../api/failure.ts';
import { type StaffCall, useStaffCall } from '../api/use-staff-call.ts';
import { lastAnswer } from '../application/last-answer.ts';
import { approveAll, type BulkResults, type ItemResult } from './bulk-approval.ts';

/** Sends approvals and keeps what became of each. A retry uses the first attempt's key, so nothing is done twice. */
export const useBulkApproval = (tasks: readonly StaffTask[], onDone: () => void) => {
  const call = useStaffCall();
  const keys = useRef(new Map<string, string>());
  const [results, setResults] = useState<BulkResults<Failure>>(new Map());
  const [sending, setSending] = useState(false);

  const send = useCallback(
    async (taskIds: readonly string[], comment: string) => {
      const keyOf = (taskId: string): string => {
        const key = keys.current.get(taskId) ?? crypto.randomUUID();
        keys.current.set(taskId, key);
        return key;
      };
      setSending(true);
      await approveAll<Failure>(
        taskIds,
        (taskId) => approve(call, taskId, tasks, comment, keyOf(taskId)),
        (now) => setResults((before) => new Map([...before, ...now])),
      );
      setSending(false);
      onDone();
    },
    [call, tasks, onDone],
  );
  return { results, sending, send };
};

async function approve(
  call: StaffCall,
  taskId: string,
  tasks: readonly StaffTask[],
  comment: string,
  idempotencyKey: string,
): Promise<ItemResult<Failure>> {
  try {
    await call('AnswerStaffTask', { params: { id: taskId }, body: { decision: 'approve', comment }, idempotencyKey });
    return { kind: 'approved' };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.reason !== 'task-already-answered' && failure.reason !== 'task-closed')
      return { kind: 'failed', failure };
    const applicationId = tasks.find((task) => task.taskId === taskId)?.applicationId;
    return { kind: 'already-answered', ...(await whoAnswered(call, applicationId)) };
  }
}

/** Who was faster, and when. Nice to know, no more: a failure to find out is no failure of the approval. */
async function whoAnswered(
  call: StaffCall,
  applicationId: string | undefined,
): Promise<{ by: string | null; at: string | null }> {
  const unknown = { by: null, at: null };
  if (applicationId === undefined) return unknown;
  try {
    const { timeline } = await call('GetStaffApplication', { params: { id: applicationId } });
    return lastAnswer(timeline) ?? unknown;
  } catch (error) {
    asFailure(error);
    return unknown;
  }
}
