import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ApplicationStatus } from '../../../domain/application/status.ts';
import type { LinkDues, LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import { call } from '../../api/call.ts';

/** Milliseconds between two looks while something is owed: banks tell once a day, cards at once. */
const LOOK = 20_000;
const keyOf = (token: string) => ['link-dues', token] as const;
/** Milliseconds between two looks while machines make the invoice. */
const SOON = 3_000;

/** True while an invoice is still to be paid. */
export const isOwed = ({ kind, balanceCents, status }: LinkInvoice): boolean =>
  kind === 'invoice' && balanceCents > 0 && (status === 'open' || status === 'part-paid' || status === 'unpaid');

/**
 * Dues behind a link; looked at again while something is owed, or while an invoice is on its way.
 * @param status of the application: when it changes, so may what is owed
 * @param expected true while an invoice is about to come
 */
export const useDues = (token: string, status: ApplicationStatus, expected: boolean) =>
  useQuery({
    queryKey: [...keyOf(token), status],
    queryFn: ({ signal }) => call('GetLinkDues', { link: token, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: { data: LinkDues | undefined } }) => {
      if (expected && state.data?.invoices.length === 0) return SOON;
      return state.data?.invoices.some(isOwed) === true ? LOOK : false;
    },
  });

/** Looks again at once, after something was done. */
export const useLookAtDues = (token: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(token) }), [client, token]);
};
