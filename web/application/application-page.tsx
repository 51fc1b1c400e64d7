import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../api/failure.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { PageSkeleton } from '../feedback/skeletons.tsx';
import { suggestLanguage } from '../i18n/i18n.ts';
import { Page } from '../layout/page.tsx';
import { ApplicationView } from './application-view.tsx';
import { useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';
import { useApplication } from './use-application.ts';

/** The application behind the private link. */
const ApplicationPage = () => {
  const token = useLinkToken();
  return token === null ? <NoLink reason="none" /> : <Behind key={token} token={token} />;
};

const Behind = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  const application = useApplication(token);
  const language = application.data?.language;
  useEffect(() => {
    if (language !== undefined) void suggestLanguage(language);
  }, [language]);

  if (application.isError) {
    const { reason } = asFailure(application.error);
    if (reason === 'invalid-link' || reason === 'expired-link') return <NoLink reason={reason} />;
  }
  if (application.data !== undefined) {
    return <ApplicationView token={token} application={application.data} look={application} />;
  }
  if (application.isError) {
    return (
      <Page title={t('application.title')}>
        <FailureAlert
          error={application.error}
          onRetry={() => void application.refetch()}
          retrying={application.isFetching}
        />
      </Page>
    );
  }
  return <PageSkeleton />;
};

export default ApplicationPage;
