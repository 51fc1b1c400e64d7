import { plusDays } from '../../domain/member/period.ts';
import { PERIODS_DUE, PERIODS_LEAVING } from './keys.ts';
import { StoredPeriod } from './members.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';

/** Sort keys begin with a day: those of a day come before the day after it. */
const until = (day: string): string => plusDays(day, 1);

/** Periods of members to be renewed that end on a day or before it, the earliest first. */
export const listPeriodsDue = (lastDay: string, page: PageRequest): Promise<Page<{ number: string }>> =>
  readPage('GSI1', { pk: PERIODS_DUE, before: until(lastDay) }, StoredPeriod, page);

/** Periods that a resignation ends on a day or before it, the earliest first. */
export const listPeriodsLeaving = (lastDay: string, page: PageRequest): Promise<Page<{ number: string }>> =>
  readPage('GSI1', { pk: PERIODS_LEAVING, before: until(lastDay) }, StoredPeriod, page);
