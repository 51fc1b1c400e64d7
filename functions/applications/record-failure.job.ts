import * as z from 'zod';
import { caseOfScreening } from '../../domain/growth/case-id.ts';
import { applicationIdOf } from '../../domain/workflow/execution.ts';
import { recordMatchingFailure } from '../bank/failure.ts';
import { recordScreeningFailure } from '../growth/failure.ts';
import { job } from '../shared/task.ts';
import { recordFailure } from './failure.ts';

/** EventBridge's "Step Functions Execution Status Change", as far as it is read. */
const StatusChange = z.object({ time: z.iso.datetime(), detail: z.object({ name: z.string().min(1) }) });

/**
 * Records that an execution failed, was aborted or timed out: of `joining`, which bears the name of its application, by
 * closing the application; of `bank-reconciliation`, by saying so of its file; of
 * `high-growth-screening`, by ending its case.
 */
export const handler = job(StatusChange, async ({ time, detail: { name } }) => {
  if (caseOfScreening(name) !== null) await recordScreeningFailure(name, time);
  else if (applicationIdOf(name) === null) await recordMatchingFailure(name);
  else await recordFailure(name, time);
});
