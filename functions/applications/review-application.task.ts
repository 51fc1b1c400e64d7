import * as z from 'zod';
import { ReviewApplicationInput } from '../../domain/joining/steps.ts';
import { task } from '../shared/task.ts';
import { ask } from '../tasks/ask.ts';
import { decided, reviewingAntenna } from './review.ts';

/** Asks the staff of the antenna. What was decided before, by an execution that failed since, is not asked again. */
export const handler = task(ReviewApplicationInput, z.strictObject({}), async (input) => {
  await ask({
    ...input,
    kind: 'review-application',
    status: 'in-review',
    settled: decided,
    asking: (application) => ({ kind: 'review-application', antenna: reviewingAntenna(application) }),
    happening: ({ dueAt }, application) => ({ type: 'review-asked', antenna: reviewingAntenna(application), dueAt }),
  });
  return {};
});
