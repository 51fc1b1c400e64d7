import { RecordCampaignInput, RecordCampaignOutput } from '../../domain/renewal/steps.ts';
import { recordRun } from '../data/schedule-runs.ts';
import { task } from '../shared/task.ts';

/** Keeps what the campaign came to, for the page of schedules. */
export const handler = task(RecordCampaignInput, RecordCampaignOutput, async ({ time, by, found }) => {
  await recordRun('renewal-campaign', { at: time, outcome: 'done', counts: { found }, by });
  return {};
});
