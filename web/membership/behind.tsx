import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asFailure } from '../api/failure.ts';
import { NoLink } from '../application/no-link.tsx';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { PageSkeleton } from '../feedback/skeletons.tsx';
import { Page } from '../layout/page.tsx';

/** What a page behind a link shows while its content loads, when the link opens nothing, and when something fails. */
export function Behind<T>({
  title,
  query,
  children,
}: {
  title: string;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <PageSkeleton />;
  const { reason } = asFailure(query.error);
  if (reason === 'invalid-link' || reason === 'expired-link') return <NoLink reason={reason} />;
  return (
    <Page title={title}>
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} retrying={query.isRefetching} />
    </Page>
  );
}
