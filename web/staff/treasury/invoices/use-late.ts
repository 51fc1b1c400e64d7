import type { StaffInvoiceSummary } from '../../../../domain/contract/dues-responses.ts';
import { useNow } from '../../shared/use-now.ts';

/** Today in Paris by the service's clock, as an ISO 8601 date. */
export const useToday = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(useNow());

/** Tells whether something is still owed past its day. */
export const isLate = (
  { balanceCents, dueOn, status }: Pick<StaffInvoiceSummary, 'balanceCents' | 'dueOn' | 'status'>,
  today: string,
): boolean => status !== null && balanceCents > 0 && dueOn < today;
