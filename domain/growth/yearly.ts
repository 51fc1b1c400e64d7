import { plusDays } from '../member/period.ts';
import { parisDay } from '../time/paris.ts';
import { closedYearOn } from './evaluate.ts';
import type { FiguresOfYear } from './figures.ts';
import type { GrowthProfile } from './profile.ts';

/** Days that the figures of a year are left to be completed and corrected before a score is made of them. */
export const SETTLING_DAYS = 14;

type Screened = Pick<GrowthProfile, 'figures' | 'cases' | 'screenedYear'>;

/** From which day the figures of a year may be judged: the year is closed, and they have had time to settle. */
const judgedFrom = ({ year, current }: FiguresOfYear): string => {
  const closed = `${year + 1}-01-01`;
  const settled = plusDays(parisDay(current.at), SETTLING_DAYS);
  return settled > closed ? settled : closed;
};

/**
 * From which day a company is to be screened anew: once figures may be judged of a year that its last screening did not
 * know. Who never asked to be screened is not.
 * @returns ISO 8601 date; null while there is nothing new
 */
export const yearlyFrom = ({ figures, cases, screenedYear }: Screened): string | null => {
  if (cases === 0) return null;
  const [first] = figures
    .filter(({ year }) => screenedYear === null || year > screenedYear)
    .map(judgedFrom)
    .sort();
  return first ?? null;
};

/** Tells whether the yearly screening is due. @param today ISO 8601 date in Europe/Paris */
export const isYearlyDue = (profile: Screened, today: string): boolean => {
  const from = yearlyFrom(profile);
  return from !== null && from <= today;
};

/** The latest closed year of which anything is known: what a screening that opens on a day takes; null when there is none. */
export const latestClosedYear = (figures: readonly FiguresOfYear[], today: string): number | null => {
  const closed = figures.map(({ year }) => year).filter((year) => year <= closedYearOn(today));
  return closed.length === 0 ? null : Math.max(...closed);
};
