import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { createQueryClient } from './api/query-client.ts';
import { PublicShell } from './layout/public-shell.tsx';
import { cssVariables, theme } from './theme/theme.ts';

const ApplicationPage = lazy(() => import('./application/application-page.tsx'));
const CharterPage = lazy(() => import('./charter/charter-page.tsx'));
const CorrectPage = lazy(() => import('./application/correct-page.tsx'));
const GrowthPages = lazy(() => import('./growth/growth-pages.tsx'));
const HomePage = lazy(() => import('./home/home-page.tsx'));
const StaffApp = lazy(() => import('./staff/staff-app.tsx'));
const JoinPage = lazy(() => import('./join/join-page.tsx'));
const LinkPage = lazy(() => import('./link/link-page.tsx'));
const MembershipPages = lazy(() => import('./membership/membership-pages.tsx'));
const UnsubscribePage = lazy(() => import('./unsubscribe/unsubscribe-page.tsx'));
const NotFoundPage = lazy(() => import('./not-found/not-found-page.tsx'));

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
      <Switch>
        <Route path="/staff/*?">
          <Suspense>
            <StaffApp />
          </Suspense>
        </Route>
        <Route component={PublicPages} />
      </Switch>
    </QueryClientProvider>
  </MantineProvider>
);
