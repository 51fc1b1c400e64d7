import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { createQueryClient } from './api/query-client.ts';
import { ErrorBoundary } from './feedback/error-boundary.tsx';
import { Nothing, onDemand } from './layout/on-demand.tsx';
import { PublicShell } from './layout/public-shell.tsx';
import { cssVariables, theme } from './theme/theme.ts';

const ApplicationPage = onDemand(() => import('./application/application-page.tsx'));
const CharterPage = onDemand(() => import('./charter/charter-page.tsx'));
const CorrectPage = onDemand(() => import('./application/correct-page.tsx'));
const GrowthPages = onDemand(() => import('./growth/growth-pages.tsx'));
const HomePage = onDemand(() => import('./home/home-page.tsx'));
const StaffApp = onDemand(() => import('./staff/staff-app.tsx'), Nothing);
const JoinPage = onDemand(() => import('./join/join-page.tsx'));
const LinkPage = onDemand(() => import('./link/link-page.tsx'));
const MembershipPages = onDemand(() => import('./membership/membership-pages.tsx'));
const UnsubscribePage = onDemand(() => import('./unsubscribe/unsubscribe-page.tsx'));
const NotFoundPage = onDemand(() => import('./not-found/not-found-page.tsx'));

const queryClient = createQueryClient();

/** The pages that companies see, within their frame. */
const PublicPages = () => (
  <PublicShell>
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/join/*?" component={JoinPage} />
      <Route path="/application" component={ApplicationPage} />
      <Route path="/application/correct" component={CorrectPage} />
      <Route path="/application/growth/*?" component={GrowthPages} />
      <Route path="/application/membership/*?" component={MembershipPages} />
      <Route path="/link" component={LinkPage} />
      <Route path="/unsubscribe/:token">{({ token }) => <UnsubscribePage key={token} token={token} />}</Route>
      <Route path="/charter" component={CharterPage} />
      <Route component={NotFoundPage} />
    </Switch>
  </PublicShell>
);

/** Every page of the site; each is fetched when it is first visited. */
export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <Switch>
          <Route path="/staff/*?" component={StaffApp} />
          <Route component={PublicPages} />
        </Switch>
      </ErrorBoundary>
    </QueryClientProvider>
  </MantineProvider>
);
