import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { asFailure } from '../../api/failure.ts';
import { staffKey, useStaffCall } from '../api/use-staff-call.ts';

/** Reasons that mean "somebody else was faster" or "it is no longer asked": news, not trouble. */
export const isOvertaken = (error: unknown): boolean => {
  const { reason } = asFailure(error);
  return reason === 'task-already-answered' || reason === 'task-closed';
};

/**
 * Sends the answer to a task. The same answer sent again, after a failure, carries the same key and counts once; a
 * changed one carries another.
 */
export const useAnswer = (
  task: StaffTask,
  on: { taken: (status: 'answered' | 'delivered') => void; overtaken: (closed: boolean) => void },
) => {
  const call = useStaffCall();
  const cache = useQueryClient();
  const sent = useRef({ body: '', key: '' });

  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: staffKey('ListStaffTasks') }),
      cache.invalidateQueries({ queryKey: staffKey('ListStaffApplications') }),
      cache.invalidateQueries({ queryKey: staffKey('GetStaffApplication', { params: { id: task.applicationId } }) }),
      cache.invalidateQueries({ queryKey: staffKey('GetApplicationWorkflow', { params: { id: task.applicationId } }) }),
    ]);

  return useMutation({
    mutationFn: (body: Record<string, unknown>) => {
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
      return call('AnswerStaffTask', { params: { id: task.taskId }, body, idempotencyKey: sent.current.key });
    },
    // Here rather than at the call: the panel is gone by the time the application has been read again.
    onSuccess: ({ status }) => {
      on.taken(status);
      return refresh();
    },
    onError: (error) => {
      if (!isOvertaken(error)) return undefined;
      on.overtaken(asFailure(error).reason === 'task-closed');
      return refresh();
    },
  });
};
