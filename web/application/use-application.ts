import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isLive } from '../../domain/application/status.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';

/** Milliseconds between two looks: soon while machines are at work, seldom while people or banks are. */
const SOON = 3_000;
const SELDOM = 20_000;

const keyOf = (token: string) => ['link-application', token] as const;

/** How long until the application is worth another look, in milliseconds; false when it has ended. */
export const nextLook = (application: Pick<LinkApplication, 'status' | 'waitsFor'> | undefined): number | false => {
  if (application === undefined || !isLive(application.status)) return false;
  return application.waitsFor === null && application.status !== 'awaiting-payment' ? SOON : SELDOM;
};

/** The application behind a link, looked at again by itself while it lives and the tab is in front. */
export const useApplication = (token: string) =>
  useQuery({
    queryKey: keyOf(token),
    queryFn: ({ signal }) => call('GetLinkApplication', { link: token, signal }),
    refetchInterval: ({ state }) => nextLook(state.data),
  });

/** Looks again at once, after something was done. */
export const useLookAgain = (token: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(token) }), [client, token]);
};
