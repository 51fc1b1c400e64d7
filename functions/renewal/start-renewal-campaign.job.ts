import type { CampaignInput } from '../../domain/renewal/steps.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';
import { startExecutionOf } from '../shared/workflow.ts';

/** Starts the campaign of an instant, once: its execution is named by it. The campaign itself tells what it came to. */
export const handler = scheduledJob('renewal-campaign', async (time, by) => {
  const campaign = `campaign-${Date.parse(time)}`;
  await startExecutionOf('renewal-campaign', campaign, {
    time,
    by,
    campaign,
    part: 1,
    cursor: null,
    found: 0,
  } satisfies CampaignInput);
  return null;
});
