import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import { RefusedPage } from '../shared/refused-page.tsx';

/** A task's address leads to its application, where the task is answered with everything in view. */
export default function TaskPage({ taskId }: { taskId: string }) {
  const { t } = useTranslation('staff');
  const task = useStaffQuery('GetStaffTask', { params: { id: taskId } });
  if (task.isSuccess) return <Redirect to={`/staff/applications/${task.data.applicationId}`} replace />;
  if (task.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('inbox.title')}
      error={task.error}
      onRetry={() => void task.refetch()}
      retrying={task.isRefetching}
    />
  );
}
