import {
  keepPreviousData,
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ROUTES, RouteName } from '../../../domain/contract/routes.ts';
import { type Answer, type CallOptions, call } from '../../api/call.ts';
import { Failure } from '../../api/failure.ts';
import { useSignedIn } from '../session/session-context.ts';

/** The routes that staff call. */
export type StaffRoute = { [N in RouteName]: (typeof ROUTES)[N]['caller'] extends 'staff' ? N : never }[RouteName];
export type StaffOptions<N extends StaffRoute> = Omit<CallOptions<N>, 'bearer'>;
export type StaffCall = <N extends StaffRoute>(name: N, options: StaffOptions<N>) => Promise<Answer<N>>;

/**
 * Calls the API as the signed-in person. A refused token is renewed once and the call made again; when that does not
 * help, the session says it has expired and the call fails with `unauthorized`.
 */
export const useStaffCall = (): StaffCall => {
  const asMyself = useAsMyself();
  return useCallback(
    <N extends StaffRoute>(name: N, options: StaffOptions<N>) =>
      // The compiler does not see that what was omitted is given back.
      asMyself((bearer) => call(name, { ...options, bearer } as unknown as CallOptions<N>)),
    [asMyself],
  );
};

/** Does something with the signed-in person's token, and once more with a new one where that was refused. */
export const useAsMyself = (): (<T>(attempt: (bearer: string) => Promise<T>) => Promise<T>) => {
  const { accessToken, renew } = useSignedIn();
  return useCallback(
    async (attempt) => {
      try {
        return await attempt(await accessToken());
      } catch (error) {
        if (!(error instanceof Failure) || error.reason !== 'unauthorized') throw error;
        const token = await renew();
        if (token === null) throw error;
        return await attempt(token);
      }
    },
    [accessToken, renew],
  );
};

/** The cache's name for what a route answers. */
export const staffKey = (name: StaffRoute, ...rest: QueryKey): QueryKey => ['staff', name, ...rest];

/**
 * Reads a route and keeps its answer; asks again when the tab comes back to the front.
 * @param polling milliseconds between readings, from what was read last; false when there is nothing to wait for
 */
export const useStaffQuery = <N extends StaffRoute>(
  name: N,
  options: StaffOptions<N>,
  { polling = false }: { polling?: number | false | ((data: Answer<N> | undefined) => number | false) } = {},
): UseQueryResult<Answer<N>> => {
  const staffCall = useStaffCall();
  return useQuery({
    queryKey: staffKey(name, options),
    queryFn: ({ signal }) => staffCall(name, { ...options, signal }),
    refetchInterval: (query) => (typeof polling === 'function' ? polling(query.state.data) : polling),
  });
};

type ListRoute =
  | 'ListStaffTasks'
  | 'ListStaffApplications'
  | 'ListMembers'
  | 'ListMailings'
  | 'ListWorkflowExecutions'
  | 'ListExecutionEvents'
  | 'ListInvoices'
  | 'ListBankStatements'
  | 'ListBankLines'
  | 'ListUnmatchedLines'
  | 'ListHeldCredits'
  | 'ListGrowthCases'
  | 'ListGrowthCompanies';

/**
 * Reads a list page by page: `fetchNextPage` brings the next, and a refresh reads again all that was loaded.
 * @param params of the path, for the lists that have some
 * @param mark what the list follows: when it changes, the list is read again, and the old one stays until it is there
 */
export const useStaffList = <N extends ListRoute>(
  name: N,
  query: Record<string, string>,
  params?: Record<string, string>,
  mark?: number,
) => {
  const staffCall = useStaffCall();
  return useInfiniteQuery({
    queryKey: staffKey(name, query, ...(params === undefined ? [] : [params]), ...(mark === undefined ? [] : [mark])),
    placeholderData: mark === undefined ? undefined : keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? {} : { cursor: pageParam };
      // The lists take a query of optional texts, and params of texts; the API parses them.
      return staffCall(name, { params, query: { ...query, ...page }, signal } as unknown as StaffOptions<N>);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
};
