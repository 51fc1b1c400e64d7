import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import { companyAddress, JURY } from '../growth/paths.ts';
import { sitsOnJury } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { RefusedPage } from '../shared/refused-page.tsx';

/** A task's address leads to where it is answered with everything in view: its application, or the jury's candidates. */
export default function TaskPage({ taskId }: { taskId: string }) {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const task = useStaffQuery('GetStaffTask', { params: { id: taskId } });
  if (task.isSuccess) return <Redirect to={placeOf(task.data, sitsOnJury(person.groups))} replace />;
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

const placeOf = ({ kind, applicationId }: StaffTask, juror: boolean): string => {
  if (kind !== 'jury-vote') return `/staff/applications/${applicationId}`;
  return juror ? JURY : companyAddress(applicationId);
};
