import { balanceOf, type Receivable } from '../invoice/receivable.ts';
import { inPlace } from '../programme/cohort.ts';
import type { Programme } from '../programme/programme.ts';
import type { Standing } from './entry.ts';

/**
 * Who owes something, by application: late as soon as one invoice is past its day.
 * @param today ISO 8601 date in Europe/Paris
 */
export const duesStanding = (receivables: readonly Receivable[], today: string): Standing['dues'] => {
  const owing = receivables.filter((receivable) => balanceOf(receivable) > 0);
  return new Map([
    ...owing.map(({ applicationId }) => [applicationId, 'owed'] as const),
    ...owing.filter(({ dueOn }) => dueOn < today).map(({ applicationId }) => [applicationId, 'late'] as const),
  ]);
};

/** Who has a place in the programme, or waits for one, by application. */
export const growthStanding = ({ cohorts, waiting }: Pick<Programme, 'cohorts' | 'waiting'>): Standing['growth'] =>
  new Map([
    ...waiting.entries.map(({ applicationId }) => [applicationId, 'waiting'] as const),
    ...cohorts.flatMap(inPlace).map(({ applicationId }) => [applicationId, 'programme'] as const),
  ]);
