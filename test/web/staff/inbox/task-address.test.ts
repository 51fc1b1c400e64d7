import { expect, it } from '@jest/globals';
import { taskAddress } from '../../../../web/staff/inbox/task-address.ts';

const APPLICATION = '0a6b7c8d-0000-4000-8000-000000000001';

it('leads a juror to the candidate, and everybody else to the task', () => {
  expect(
    taskAddress({ kind: 'jury-vote', taskId: `${APPLICATION}~jury-vote~2-1-j7`, applicationId: APPLICATION }),
  ).toBe(`/staff/jury/${encodeURIComponent(`${APPLICATION}~2`)}`);
  expect(
    taskAddress({
      kind: 'review-application',
      taskId: `${APPLICATION}~review-application~1`,
      applicationId: APPLICATION,
    }),
  ).toBe(`/staff/tasks/${encodeURIComponent(`${APPLICATION}~review-application~1`)}`);
});
