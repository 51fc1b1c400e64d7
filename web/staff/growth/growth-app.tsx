import { Route, Switch } from 'wouter';
import { onDemand } from '../../layout/on-demand.tsx';
import { COMPANIES_PATH, GROWTH, JURORS_PATH, POLICY_PATH, PROGRAMME_PATH } from './paths.ts';

const PipelinePage = onDemand(() => import('./board/pipeline-page.tsx'));
const CasePage = onDemand(() => import('./case/case-page.tsx'));
const CompaniesPage = onDemand(() => import('./company/companies-page.tsx'));
const CompanyPage = onDemand(() => import('./company/company-page.tsx'));
const PolicyPage = onDemand(() => import('./policy/policy-page.tsx'));
const ProgrammePage = onDemand(() => import('./programme/programme-page.tsx'));
const JurorsPage = onDemand(() => import('./jurors/jurors-page.tsx'));
const NotFoundPage = onDemand(() => import('../../not-found/not-found-page.tsx'));

/** Growth, for staff: the pipeline, members' figures, the policy, the programme and the register of jurors. */
export default function GrowthApp() {
  return (
    <Switch>
      <Route path={GROWTH} component={PipelinePage} />
      <Route path={`${GROWTH}/cases/:id`}>{({ id }) => <CasePage key={id} caseId={id} />}</Route>
      <Route path={COMPANIES_PATH} component={CompaniesPage} />
      <Route path={`${COMPANIES_PATH}/:id`}>{({ id }) => <CompanyPage key={id} applicationId={id} />}</Route>
      <Route path={POLICY_PATH} component={PolicyPage} />
      <Route path={PROGRAMME_PATH} component={ProgrammePage} />
      <Route path={JURORS_PATH} component={JurorsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
