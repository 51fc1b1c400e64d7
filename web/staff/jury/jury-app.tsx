import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { JURY } from '../growth/paths.ts';

const CandidatesPage = lazy(() => import('./candidates-page.tsx'));
const CandidatePage = lazy(() => import('./candidate-page.tsx'));
const NotFoundPage = lazy(() => import('../../not-found/not-found-page.tsx'));

/** What jurors do: their candidates side by side, and each one's file. */
export default function JuryApp() {
  return (
    <Switch>
      <Route path={JURY} component={CandidatesPage} />
      <Route path={`${JURY}/:id`}>{({ id }) => <CandidatePage key={id} caseId={decodeURIComponent(id)} />}</Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
