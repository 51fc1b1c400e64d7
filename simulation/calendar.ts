import { Temporal } from 'temporal-polyfill';
import { plusDays, startOfDay } from '../domain/member/period.ts';
import { membershipPolicyAt } from '../domain/member/policy.ts';

/** Days that are played before the first notice of the year: time for what was given out before to be there. */
const BEFORE_NOTICE = 3;
/** The hour of Paris at which people look at what there is for them to do. */
const HOUR = 9;

/** The day a play begins: before the notice of the period that `from` lies in, so that its renewals are part of it. */
export const firstDay = (from: string): string => plusDays(from, -membershipPolicyAt(from).noticeDays - BEFORE_NOTICE);

/** First and last instant, in epoch milliseconds: the beginning of the first day, the end of the last. */
export const spanOf = ({ from, to }: { from: string; to: string }): { start: number; end: number } => ({
  start: Date.parse(startOfDay(firstDay(from))),
  end: Date.parse(startOfDay(plusDays(to, 1))),
});

const isWorkday = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek <= 5;

/** The first working day on or after a day. @param day ISO 8601 date */
export const workdayFrom = (day: string): string => {
  let found = day;
  while (!isWorkday(found)) found = plusDays(found, 1);
  return found;
};

/** The instant people act on a day, in epoch milliseconds. */
export const actingAt = (day: string): number =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: Temporal.PlainTime.from({ hour: HOUR }) })
    .toInstant().epochMilliseconds;
