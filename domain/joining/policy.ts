import { Temporal } from 'temporal-polyfill';

/**
 * How long each step of joining may take, in days. A setting of the cluster, dated and versioned: the workflow's
 * timeouts and the due dates people see are both computed from it, so they cannot differ.
 */
export const JOINING_POLICY = {
  version: '2026-01',
  from: '2026-01-01',
  days: {
    /** To confirm the e-mail address. */
    'confirm-email': 14,
    /** For staff to choose an antenna; after that the proposal stands. */
    'choose-antenna': 10,
    /** For the antenna to decide; after that the head office is asked too. */
    'review-application': 15,
    /** For the company to make the changes asked for. */
    'correct-application': 30,
    /** For the antenna or the head office to decide once escalated; after that the application expires. */
    escalated: 180,
  },
} as const;

export type DeadlineKind = keyof typeof JOINING_POLICY.days;

const SECONDS_A_DAY = 86_400;

/** Length of a deadline in seconds, as a state's TimeoutSeconds takes it. */
export const deadlineSeconds = (kind: DeadlineKind): number => JOINING_POLICY.days[kind] * SECONDS_A_DAY;

/**
 * When a step asked for at `now` falls due. Deadlines count elapsed days of 24 hours, so that the date shown and the
 * state's timeout are one instant, whatever daylight saving does in between.
 * @param now ISO 8601 instant
 * @returns ISO 8601 instant
 */
export const dueAt = (kind: DeadlineKind, now: string): string =>
  Temporal.Instant.from(now)
    .add({ seconds: deadlineSeconds(kind) })
    .toString({ smallestUnit: 'millisecond' });
