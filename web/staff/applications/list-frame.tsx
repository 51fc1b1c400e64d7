import type { ReactNode } from 'react';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { BlockSkeleton, Loading } from '../../feedback/skeletons.tsx';
import { LoadMore } from '../table/load-more.tsx';

/** The part of an infinite query that a list shows. */
type ListState = {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  error: unknown;
  isRefetching: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

/** A list while it loads, when it could not be had, when it is empty, and with the way to its next page. */
export const ListFrame = ({
  list,
  count,
  empty,
  more,
  children,
}: {
  list: ListState;
  count: number;
  empty: { title: string; text: string };
  /** Label of the button that loads the next page. */
  more: string;
  children: ReactNode;
}) => (
  <>
    {list.isPending && (
      <>
        <Loading />
        <BlockSkeleton lines={9} />
      </>
    )}
    {list.isError && (
      <FailureAlert error={list.error} onRetry={() => void list.refetch()} retrying={list.isRefetching} />
    )}
    {list.isSuccess && count === 0 && !list.hasNextPage && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
    {count > 0 && children}
    <LoadMore
      label={more}
      more={list.hasNextPage}
      loading={list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
    />
  </>
);
