import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ApplicationStatus } from '../../../domain/application/status.ts';
import type { LinkDues, LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import { call } from '../../api/call.ts';

/** Milliseconds between two looks while something is owed: banks tell once a day, cards at once. */
const LOOK = 20_000;
const keyOf = (token: string) => ['link-dues', token] as const;
/** Milliseconds between two looks while machines make an invoice, or a credit note. */
const SOON = 3_000;

type Owing = Pick<LinkInvoice, 'kind' | 'balanceCents' | 'status'>;

/** True while an invoice is still to be paid. */
export const isOwed = ({ kind, balanceCents, status }: Owing): boolean =>
  kind === 'invoice' && balanceCents > 0 && (status === 'open' || status === 'part-paid' || status === 'unpaid');

/**
 * How long until dues are worth another look, in milliseconds; false when nothing moves.
 * @param expected true while an invoice is about to come
 */
export const nextLookAtDues = (
  dues: { invoices: readonly Owing[] } | undefined,
  status: ApplicationStatus,
  expected: boolean,
): number | false => {
  if (expected && dues?.invoices.length === 0) return SOON;
  if (dues?.invoices.some(isOwed) !== true) return false;
  // Whoever withdraws is not asked for money for long: the credit note is on its way.
  return status === 'withdrawn' ? SOON : LOOK;
};

/**
 * Dues behind a link; looked at again while something is owed, or while an invoice or a credit note is on its way.
 * @param status of the application: when it changes, so may what is owed
 * @param expected true while an invoice is about to come
 */
export const useDues = (token: string, status: ApplicationStatus, expected: boolean) =>
  useQuery({
    queryKey: [...keyOf(token), status],
    queryFn: ({ signal }) => call('GetLinkDues', { link: token, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: { data: LinkDues | undefined } }) =>
      nextLookAtDues(state.data, status, expected),
  });

/** Looks again at once, after something was done. */
export const useLookAtDues = (token: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(token) }), [client, token]);
};
