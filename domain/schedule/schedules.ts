import * as z from 'zod';
import type { Language } from '../application/form.ts';
import type { Cadence } from './cadence.ts';

/** A schedule: when it runs, what for, and what it counts, as the page of schedules says it. */
export type ScheduleDefinition = {
  cadence: Cadence;
  title: Record<Language, string>;
  what: Record<Language, string>;
  /** What each count of a run is of, by its name. */
  counts: Readonly<Record<string, Record<Language, string>>>;
};

/** Everything that runs by itself. The stacks make a schedule of each; the page lists them. */
export const SCHEDULES = {
  'redeliver-answers': {
    cadence: { kind: 'every', minutes: 5 },
    title: { fr: 'Reprise des interruptions', en: 'Repair of interruptions' },
    what: {
      fr: 'Transmet les réponses et démarre les demandes qu’une interruption a laissées en attente.',
      en: 'Delivers answers and starts applications that an interruption left waiting.',
    },
    counts: { redelivered: { fr: 'reprises effectuées', en: 'interruptions made good' } },
  },
  'renewal-campaign': {
    cadence: { kind: 'daily', at: '07:00' },
    title: { fr: 'Campagne de renouvellement', en: 'Renewal campaign' },
    what: {
      fr: 'Ouvre le renouvellement des adhésions dont la période approche de sa fin, jours manqués compris.',
      en: 'Opens the renewal of memberships whose period nears its end, those of missed days included.',
    },
    counts: { found: { fr: 'renouvellements ouverts', en: 'renewals opened' } },
  },
  'end-memberships': {
    cadence: { kind: 'daily', at: '00:30' },
    title: { fr: 'Fin des adhésions', en: 'End of memberships' },
    what: {
      fr: 'Met fin aux adhésions dont la démission a pris effet.',
      en: 'Ends memberships whose resignation has taken effect.',
    },
    counts: { ended: { fr: 'adhésions terminées', en: 'memberships ended' } },
  },
  'yearly-screening': {
    cadence: { kind: 'daily', at: '06:00' },
    title: { fr: 'Examen annuel de la croissance', en: 'Yearly screening for growth' },
    what: {
      fr: 'Examine les adhérents dont les chiffres sont plus récents que leur dernier examen.',
      en: 'Screens the members whose figures are newer than their last screening.',
    },
    counts: { screened: { fr: 'examens ouverts', en: 'screenings opened' } },
  },
} as const satisfies Record<string, ScheduleDefinition>;

export type ScheduleName = keyof typeof SCHEDULES;
/** What a run of a schedule counted, by the names its definition gives. */
export type ScheduleCounts<Name extends ScheduleName> = {
  [Count in keyof (typeof SCHEDULES)[Name]['counts'] & string]: number;
};
export const SCHEDULE_NAMES = Object.keys(SCHEDULES) as [ScheduleName, ...ScheduleName[]];
export const ScheduleName = z.enum(SCHEDULE_NAMES);

/** What the last run of a schedule came to, as the run itself tells. */
export const ScheduleRun = z.object({
  /** ISO 8601 instant it was for. */
  at: z.iso.datetime(),
  /** `running` where a workflow goes on with it, and says itself what it came to. */
  outcome: z.enum(['running', 'done', 'failed']),
  /** What it did, counted: `{ended: 3}`. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** Name of the member of staff who had it run; null when it was its time. */
  by: z.string().nullable(),
  /** Milliseconds it took; null where that is not known. */
  ms: z.int().nonnegative().nullable().default(null),
  /** Name of the error it failed on. */
  error: z.string().nullable().default(null),
});
export type ScheduleRun = z.infer<typeof ScheduleRun>;
