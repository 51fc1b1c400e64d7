import { Route, Switch } from 'wouter';
import { onDemand } from '../layout/on-demand.tsx';
import { StaffGate } from './frame/staff-gate.tsx';
import { StaffShell } from './frame/staff-shell.tsx';
import CallbackPage from './session/callback-page.tsx';
import { SessionProvider } from './session/session-provider.tsx';
import { CALLBACK_PATH } from './session/settings.ts';
import { addStaffTexts } from './text/texts.ts';

addStaffTexts();

const InboxPage = onDemand(() => import('./inbox/inbox-page.tsx'));
const TaskPage = onDemand(() => import('./application/task-page.tsx'));
const ApplicationsPage = onDemand(() => import('./applications/applications-page.tsx'));
const ApplicationPage = onDemand(() => import('./application/application-page.tsx'));
const MembersPage = onDemand(() => import('./members/members-page.tsx'));
const MemberPage = onDemand(() => import('./members/member-page.tsx'));
const MailingsPage = onDemand(() => import('./mailings/mailings-page.tsx'));
const NewMailingPage = onDemand(() => import('./mailings/new-mailing-page.tsx'));
const ExecutionsPage = onDemand(() => import('./executions/executions-page.tsx'));
const ExecutionPage = onDemand(() => import('./executions/execution-page.tsx'));
const RightsPage = onDemand(() => import('./rights/rights-page.tsx'));
const ExportPage = onDemand(() => import('./rights/export-page.tsx'));
const SchedulesPage = onDemand(() => import('./schedules/schedules-page.tsx'));
const TreasuryApp = onDemand(() => import('./treasury/treasury-app.tsx'));
const GrowthApp = onDemand(() => import('./growth/growth-app.tsx'));
const JuryApp = onDemand(() => import('./jury/jury-app.tsx'));
const NotFoundPage = onDemand(() => import('../not-found/not-found-page.tsx'));

/** The staff console: everything under /staff. Fetched only by those who go there. */
export default function StaffApp() {
  return (
    <SessionProvider>
      <StaffShell>
        <Switch>
          <Route path={CALLBACK_PATH} component={CallbackPage} />
          <Route>
            <StaffGate>
              <Switch>
                <Route path="/staff" component={InboxPage} />
                <Route path="/staff/tasks/:id">{({ id }) => <TaskPage taskId={id} />}</Route>
                <Route path="/staff/applications" component={ApplicationsPage} />
                <Route path="/staff/applications/:id">
                  {({ id }) => <ApplicationPage key={id} applicationId={id} />}
                </Route>
                <Route path="/staff/members" component={MembersPage} />
                <Route path="/staff/members/:id">{({ id }) => <MemberPage key={id} number={id} />}</Route>
                <Route path="/staff/mailings" component={MailingsPage} />
                <Route path="/staff/mailings/new" component={NewMailingPage} />
                <Route path="/staff/workflows" component={ExecutionsPage} />
                <Route path="/staff/workflows/:workflow/:name">
                  {({ workflow, name }) => (
                    <ExecutionPage key={`${workflow}/${name}`} workflow={workflow} name={name} />
                  )}
                </Route>
                <Route path="/staff/rights/:id">{({ id }) => <RightsPage key={id} applicationId={id} />}</Route>
                <Route path="/staff/rights/:id/export">{({ id }) => <ExportPage key={id} applicationId={id} />}</Route>
                <Route path="/staff/schedules" component={SchedulesPage} />
                <Route path="/staff/treasury/*?" component={TreasuryApp} />
                <Route path="/staff/growth/*?" component={GrowthApp} />
                <Route path="/staff/jury/*?" component={JuryApp} />
                <Route component={NotFoundPage} />
              </Switch>
            </StaffGate>
          </Route>
        </Switch>
      </StaffShell>
    </SessionProvider>
  );
}
