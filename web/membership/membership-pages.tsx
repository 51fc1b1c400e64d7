import { Route, Switch } from 'wouter';
import { useLinkToken } from '../application/link-token.ts';
import { NoLink } from '../application/no-link.tsx';
import NotFoundPage from '../not-found/not-found-page.tsx';
import { DataPage } from './data-page.tsx';
import { MembershipPage } from './membership-page.tsx';
import { DATA_PATH, MEMBERSHIP_PATH } from './paths.ts';

/** The pages of a member behind its private link. */
export default function MembershipPages() {
  const token = useLinkToken();
  if (token === null) return <NoLink reason="none" />;
  return (
    <Switch>
      <Route path={MEMBERSHIP_PATH}>
        <MembershipPage key={token} token={token} />
      </Route>
      <Route path={DATA_PATH}>
        <DataPage key={token} token={token} />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
