import { Route, Switch } from 'wouter';
import { onDemand } from '../../layout/on-demand.tsx';
import { JURY } from '../growth/paths.ts';

const CandidatesPage = onDemand(() => import('./candidates-page.tsx'));
const CandidatePage = onDemand(() => import('./candidate-page.tsx'));
const NotFoundPage = onDemand(() => import('../../not-found/not-found-page.tsx'));

/** What jurors do: their candidates side by side, and each one's file. */
export default function JuryApp() {
  return (
    <Switch>
      <Route path={JURY} component={CandidatesPage} />
      <Route path={`${JURY}/:id`}>{({ id }) => <CandidatePage key={id} caseId={id} />}</Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
