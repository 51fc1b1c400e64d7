import * as z from 'zod';
import { plusDays } from '../member/period.ts';

/** What of a dossier a member of staff opened. */
export const OPENED = [
  'application',
  'member',
  'growth',
  'screening',
  'account',
  'invoice',
  'rights',
  'export',
] as const;
export const Opened = z.enum(OPENED);
export type Opened = z.infer<typeof Opened>;

/** One line of the access log: who among staff opened what of a dossier, and when. Append-only. */
export const Access = z.object({
  applicationId: z.string(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  opened: Opened,
});
export type Access = z.infer<typeof Access>;

/** Days a line is kept: a year, the longest the CNIL has for security logs (délibération 2021-122). */
const KEPT_DAYS = 365;

/** The day before which lines are removed. @param today ISO 8601 date in Europe/Paris */
export const accessKeptFrom = (today: string): string => plusDays(today, -KEPT_DAYS);

/** The hour a line stands for: who reads a page again within it is noted once. */
export const accessHour = (at: string): string => at.slice(0, 13);
