import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';

const keyOf = (token: string) => ['link-member', token] as const;

/** The membership behind a link. */
export const useMembership = (token: string) =>
  useQuery({ queryKey: keyOf(token), queryFn: ({ signal }) => call('GetLinkMember', { link: token, signal }) });

/** Reads it again, after something was done. */
export const useLookAgain = (token: string): (() => Promise<void>) => {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: keyOf(token) });
};
