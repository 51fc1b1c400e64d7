import { Temporal } from 'temporal-polyfill';

/**
 * The day it is in Paris, where a day matters.
 * @param now ISO 8601 instant
 * @returns ISO 8601 date
 */
export const parisDay = (now: string): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
