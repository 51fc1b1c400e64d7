import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { call } from '../api/call.ts';

/** Milliseconds between two looks: soon while machines are at work, seldom while people are. */
const SOON = 3_000;
const SELDOM = 20_000;

const keyOf = (token: string) => ['link-growth', token] as const;

/** How long until a company's growth is worth another look, in milliseconds; false when nothing is under way. */
export const nextLook = (growth: Pick<LinkGrowth, 'case'> | undefined): number | false => {
  const open = growth?.case ?? null;
  if (open === null || open.endedAt !== null) return false;
  return open.stage === 'scoring' || open.stage === 'convening' ? SOON : SELDOM;
};

/** The growth of the company behind a link, looked at again by itself while a candidacy is under way. */
export const useGrowth = (token: string) =>
  useQuery({
    queryKey: keyOf(token),
    queryFn: ({ signal }) => call('GetLinkGrowth', { link: token, signal }),
    refetchInterval: ({ state }) => nextLook(state.data),
  });

/** Looks again at once, after something was done. */
export const useLookAgain = (token: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(token) }), [client, token]);
};

/** Takes what an act answered as what stands now. */
export const useTake = (token: string): ((growth: LinkGrowth) => void) => {
  const client = useQueryClient();
  return useCallback((growth) => client.setQueryData(keyOf(token), growth), [client, token]);
};
