import { Redirect } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { PageSkeleton } from '../feedback/skeletons.tsx';
import { CorrectForm } from './correct-form.tsx';
import { useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';
import { useApplication } from './use-application.ts';

/** The form again, with what staff asked for; a page of its own, so that nothing that refreshes disturbs who types. */
const CorrectPage = () => {
  const token = useLinkToken();
  return token === null ? <NoLink reason="none" /> : <Behind token={token} />;
};

const Behind = ({ token }: { token: string }) => {
  const application = useApplication(token);
  if (application.data === undefined) {
    if (!application.isError) return <PageSkeleton />;
    const { reason } = asFailure(application.error);
    return reason === 'invalid-link' || reason === 'expired-link' ? (
      <NoLink reason={reason} />
    ) : (
      <FailureAlert error={application.error} onRetry={() => void application.refetch()} />
    );
  }
  const task = application.data.openTasks.find(({ kind }) => kind === 'correct-application');
  if (task === undefined) return <Redirect to="/application" replace />;
  return <CorrectForm key={task.taskId} token={token} application={application.data} task={task} />;
};

export default CorrectPage;
