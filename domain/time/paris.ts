import { Temporal } from 'temporal-polyfill';

/** Where a day begins and ends, for deadlines, periods and the age of a company. */
const PARIS = 'Europe/Paris';

/**
 * The day it is in Paris at an instant.
 * @param now ISO 8601 instant
 * @returns ISO 8601 date
 * @throws RangeError when `now` is no instant
 */
export const parisDay = (now: string): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO(PARIS).toPlainDate().toString();
