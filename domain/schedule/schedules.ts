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
  'expire-applications': {
    cadence: { kind: 'daily', at: '04:30' },
    title: { fr: 'Demandes non confirmées', en: 'Unconfirmed applications' },
    what: {
      fr: 'Clôt les demandes dont l’adresse e-mail n’a pas été confirmée à temps et qu’une interruption a laissées ouvertes.',
      en: 'Closes applications whose e-mail address was not confirmed in time and that an interruption left open.',
    },
    counts: { closed: { fr: 'demandes closes', en: 'applications closed' } },
  },
  retention: {
    cadence: { kind: 'daily', at: '03:15' },
    title: { fr: 'Durées de conservation', en: 'Retention' },
    what: {
      fr: 'Efface les personnes des dossiers clos et des anciens membres après trois ans, les comptes après dix ans, et le journal des consultations après un an.',
      en: 'Erases the people of closed files and of former members after three years, accounts after ten, and the access log after one.',
    },
    counts: {
      erased: { fr: 'dossiers effacés', en: 'files erased' },
      removed: { fr: 'comptes supprimés', en: 'accounts removed' },
      waiting: { fr: 'dossiers retenus par une somme due', en: 'files held by something owed' },
      lines: { fr: 'lignes du journal supprimées', en: 'lines of the log removed' },
    },
  },
  'weekly-digest': {
    cadence: { kind: 'weekly', weekday: 'MON', at: '07:30' },
    title: { fr: 'Point de la semaine', en: 'Weekly digest' },
    what: {
      fr: 'Écrit à chaque antenne ce qui attend et ce qui est en retard. Rien n’attend : rien n’est envoyé.',
      en: 'Writes to each antenna what waits and what is late. Where nothing waits, nothing is sent.',
    },
    counts: {
      sent: { fr: 'e-mails envoyés', en: 'mails sent' },
      nothing: { fr: 'destinataires pour qui rien n’attend', en: 'readers for whom nothing waits' },
    },
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
