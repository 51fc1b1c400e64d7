import * as z from 'zod';
import { job } from '../shared/task.ts';
import { recordFailure } from './failure.ts';

/** EventBridge's "Step Functions Execution Status Change", as far as it is read. */
const StatusChange = z.object({ time: z.iso.datetime(), detail: z.object({ name: z.string().min(1) }) });

/** Closes the application whose execution of `joining` failed, was aborted or timed out. */
export const handler = job(StatusChange, async ({ time, detail }) => {
  await recordFailure(detail.name, time);
});
