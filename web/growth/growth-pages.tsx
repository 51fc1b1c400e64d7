import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { useLinkToken } from '../application/link-token.ts';
import { NoLink } from '../application/no-link.tsx';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { PageSkeleton } from '../feedback/skeletons.tsx';
import { Page } from '../layout/page.tsx';
import NotFoundPage from '../not-found/not-found-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { FilePage } from './file-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { FIGURES_PATH, FILE_PATH, GROWTH_PATH } from './paths.ts';
import { useGrowth } from './use-growth.ts';

/** A company's growth behind its private link: its score and candidacy, its figures, its file for the jury. */
const GrowthPages = () => {
  const token = useLinkToken();
  return token === null ? <NoLink reason="none" /> : <Behind key={token} token={token} />;
};

const Behind = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  const growth = useGrowth(token);
  if (growth.isError) {
    const { reason } = asFailure(growth.error);
    if (reason === 'invalid-link' || reason === 'expired-link') return <NoLink reason={reason} />;
  }
  if (growth.data !== undefined) {
    const props = { token, growth: growth.data, look: growth };
    return (
      <Switch>
        <Route path={GROWTH_PATH}>
          <OverviewPage {...props} />
        </Route>
        <Route path={FIGURES_PATH}>
          <FiguresPage {...props} />
        </Route>
        <Route path={FILE_PATH}>
          <FilePage {...props} />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    );
  }
  if (growth.isError) {
    return (
      <Page title={t('growth.title')}>
        <FailureAlert error={growth.error} onRetry={() => void growth.refetch()} retrying={growth.isFetching} />
      </Page>
    );
  }
  return <PageSkeleton />;
};

export default GrowthPages;
