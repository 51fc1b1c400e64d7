import { RecordCampaignInput, RecordCampaignOutput } from '../../domain/renewal/steps.ts';
import { recordRun } from '../data/schedule-runs.ts';
import { task } from '../shared/task.ts';

/** Keeps what the campaign came to, and how long it took from its time on, for the page of schedules. */
export const handler = task(RecordCampaignInput, RecordCampaignOutput, async ({ time, by, found, now }) => {
  const ms = Math.max(0, Date.parse(now) - Date.parse(time));
  await recordRun('renewal-campaign', { at: time, outcome: 'done', counts: { found }, by, ms, error: null });
  return {};
});
