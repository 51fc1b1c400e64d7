import { Temporal } from 'temporal-polyfill';

/**
 * How a jury sits. A setting of the cluster, dated and versioned: the workflow's timeouts and the dates people see are
 * both computed from it.
 */
export const JURY_POLICY = {
  version: '2026-01',
  from: '2026-01-01',
  /** Seats of a panel. */
  seats: 5,
  /** Of the company's own antenna at most so many sit: nobody's neighbours decide alone. */
  fromOwnAntenna: 2,
  /** The least that must vote: more than half of those who sit, and never fewer than this. */
  smallestQuorum: 3,
  /** Sessions held before a jury that never reaches its quorum leaves the case undecided. */
  sessions: 3,
  /** How often a jury may ask a company for more. */
  questions: 2,
  days: {
    /** From the invitation to the reminder, and from it to the close of the vote. */
    'jury-vote': 7,
    'jury-reminder': 7,
    /** For the chair to settle a tie. */
    'chair-vote': 7,
    /** For the company to answer the jury; after that it votes on what it has. */
    'provide-more': 21,
    /** For the company to appeal against a decision. */
    'appeal-decision': 30,
    /** Between a session without quorum and the next. */
    'next-session': 14,
  },
} as const;

export type JuryDeadline = keyof typeof JURY_POLICY.days;

const SECONDS_A_DAY = 86_400;

/** Length of a deadline in seconds, as a state's TimeoutSeconds takes it. */
export const juryDeadlineSeconds = (kind: JuryDeadline): number => JURY_POLICY.days[kind] * SECONDS_A_DAY;

/** When something asked for at `now` falls due, in elapsed days of 24 hours. ISO 8601 instants. */
export const juryDueAt = (kind: JuryDeadline, now: string): string =>
  Temporal.Instant.from(now)
    .add({ seconds: juryDeadlineSeconds(kind) })
    .toString({ smallestUnit: 'millisecond' });

/** When a vote opened at `now` closes: reminded once, then closed. */
export const voteClosesAt = (now: string): string => juryDueAt('jury-reminder', juryDueAt('jury-vote', now));
