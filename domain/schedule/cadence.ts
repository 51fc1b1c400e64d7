import { Temporal } from 'temporal-polyfill';

/** Where the hour of a schedule is read. */
export const SCHEDULE_ZONE = 'Europe/Paris';

/** Days of the week as EventBridge Scheduler names them, Monday first. */
const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When a schedule runs. `at` is `HH:mm` in Paris; never between two and three in the morning, an hour that one night of
 * the year leaves out and another has twice.
 */
export type Cadence =
  | { kind: 'every'; minutes: number }
  | { kind: 'daily'; at: string }
  | { kind: 'weekly'; weekday: Weekday; at: string }
  | { kind: 'yearly'; on: string; at: string };

const clockOf = (at: string): [hour: number, minute: number] => {
  const [hour = Number.NaN, minute = Number.NaN] = at.split(':').map(Number);
  return [hour, minute];
};

/** The schedule expression of EventBridge Scheduler. */
export const expressionOf = (cadence: Cadence): string => {
  if (cadence.kind === 'every') return `rate(${cadence.minutes} minutes)`;
  const [hour, minute] = clockOf(cadence.at);
  switch (cadence.kind) {
    case 'daily':
      return `cron(${minute} ${hour} * * ? *)`;
    case 'weekly':
      return `cron(${minute} ${hour} ? * ${cadence.weekday} *)`;
    case 'yearly': {
      const [month, day] = cadence.on.split('-').map(Number);
      return `cron(${minute} ${hour} ${day} ${month} ? *)`;
    }
  }
};

const runsOn = (cadence: Exclude<Cadence, { kind: 'every' }>, day: Temporal.PlainDate): boolean => {
  switch (cadence.kind) {
    case 'daily':
      return true;
    case 'weekly':
      return WEEKDAYS[day.dayOfWeek - 1] === cadence.weekday;
    case 'yearly':
      return day.toString().slice(5) === cadence.on;
  }
};

/** Longest way to the next run, in days: that of a year, from the day after its run. */
const LONGEST_WAY = 367;

/** Minutes after its time from which a run is missed: the scheduler may be a while, and the job takes some. */
const GRACE_MINUTES = 30;

/**
 * When a schedule runs next, and whether it has missed its time: switched off on AWS, or failing to be called at all.
 * Regular runs are passed over: the next is never far, and the simulated clock leaves out those with nothing to do.
 * @param now ISO 8601 instant
 * @param lastOnTime ISO 8601 instant of its last run that nobody asked for; null before the first
 */
export const outlook = (
  cadence: Cadence,
  now: string,
  lastOnTime: string | null,
): { next: string; missed: string | null } => {
  if (cadence.kind === 'every') {
    if (lastOnTime === null) return { next: nextRun(cadence, now), missed: null };
    const period = cadence.minutes * 60_000;
    const elapsed = Math.max(0, Date.parse(now) - Date.parse(lastOnTime));
    const next = Date.parse(lastOnTime) + (Math.floor(elapsed / period) + 1) * period;
    return { next: new Date(next).toISOString(), missed: null };
  }
  const next = nextRun(cadence, now);
  if (lastOnTime === null) return { next, missed: null };
  const expected = nextRun(cadence, lastOnTime);
  const missed = Date.parse(expected) + GRACE_MINUTES * 60_000 < Date.parse(now);
  return { next, missed: missed ? expected : null };
};

/**
 * The first run after an instant. Regular runs count from the one before.
 * @param after ISO 8601 instant
 * @returns ISO 8601 instant
 */
export const nextRun = (cadence: Cadence, after: string): string => {
  const from = Temporal.Instant.from(after);
  if (cadence.kind === 'every') {
    return from.add({ minutes: cadence.minutes }).toString({ smallestUnit: 'millisecond' });
  }
  const [hour, minute] = clockOf(cadence.at);
  const today = from.toZonedDateTimeISO(SCHEDULE_ZONE).toPlainDate();
  for (let days = 0; days <= LONGEST_WAY; days += 1) {
    const day = today.add({ days });
    if (!runsOn(cadence, day)) continue;
    const at = day.toZonedDateTime({ timeZone: SCHEDULE_ZONE, plainTime: { hour, minute } }).toInstant();
    if (Temporal.Instant.compare(at, from) > 0) return at.toString({ smallestUnit: 'millisecond' });
  }
  throw new RangeError('A schedule that never runs.');
};
