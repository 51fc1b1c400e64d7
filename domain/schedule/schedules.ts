import * as z from 'zod';
import type { Language } from '../application/form.ts';
import type { Cadence } from './cadence.ts';

/** A schedule: when it runs, and what for, as the page of schedules says it. */
export type ScheduleDefinition = { cadence: Cadence; title: Record<Language, string>; what: Record<Language, string> };

/** Everything that runs by itself. The stacks make a schedule of each; the page lists them. */
export const SCHEDULES = {
  'redeliver-answers': {
    cadence: { kind: 'every', minutes: 5 },
    title: { fr: 'Reprise des interruptions', en: 'Repair of interruptions' },
    what: {
      fr: 'Transmet les réponses et démarre les demandes qu’une interruption a laissées en attente.',
      en: 'Delivers answers and starts applications that an interruption left waiting.',
    },
  },
  'renewal-campaign': {
    cadence: { kind: 'daily', at: '07:00' },
    title: { fr: 'Campagne de renouvellement', en: 'Renewal campaign' },
    what: {
      fr: 'Ouvre le renouvellement des adhésions dont la période approche de sa fin, jours manqués compris.',
      en: 'Opens the renewal of memberships whose period nears its end, those of missed days included.',
    },
  },
  'end-memberships': {
    cadence: { kind: 'daily', at: '00:30' },
    title: { fr: 'Fin des adhésions', en: 'End of memberships' },
    what: {
      fr: 'Met fin aux adhésions dont la démission a pris effet.',
      en: 'Ends memberships whose resignation has taken effect.',
    },
  },
} as const satisfies Record<string, ScheduleDefinition>;

export type ScheduleName = keyof typeof SCHEDULES;
export const SCHEDULE_NAMES = Object.keys(SCHEDULES) as [ScheduleName, ...ScheduleName[]];
export const ScheduleName = z.enum(SCHEDULE_NAMES);

/** What the last run of a schedule came to, as the run itself tells. */
export const ScheduleRun = z.object({
  /** ISO 8601 instant it was for. */
  at: z.iso.datetime(),
  outcome: z.enum(['done', 'failed']),
  /** What it did, counted: `{ended: 3}`. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** Name of the member of staff who had it run; null when it was its time. */
  by: z.string().nullable(),
});
export type ScheduleRun = z.infer<typeof ScheduleRun>;
