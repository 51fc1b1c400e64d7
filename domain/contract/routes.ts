import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { ApplicationForm, ContactForm } from '../application/form.ts';
import { ApplicationStatus } from '../application/status.ts';
import { TaskKind } from '../task/task.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import { ExecutionRef, ExecutionStatus, WorkflowName } from '../workflow/execution.ts';
import { DIRECTORY_ROUTES } from './directory-routes.ts';
import { DUES_ROUTES } from './dues-routes.ts';
import { GROWTH_ROUTES } from './growth-routes.ts';
import { JURY_ROUTES } from './jury-routes.ts';
import { LEDGER_ROUTES } from './ledger-routes.ts';
import { LINK_MEMBER_ROUTES } from './link-member-routes.ts';
import { MAILING_ROUTES } from './mailing-routes.ts';
import { MEMBER_ROUTES } from './member-routes.ts';
import { PAYMENT_ROUTES } from './payment-routes.ts';
import { PROGRAMME_ROUTES } from './programme-routes.ts';
import * as response from './responses.ts';
import { RIGHTS_ROUTES } from './rights-routes.ts';
import { cursor, limit, linkProblems, type Route, staffProblems } from './route.ts';
import { SCHEDULE_ROUTES } from './schedule-routes.ts';

// The HTTP contract, once: the gateway's routes, the authorizer of each, the parsing in the handlers, the OpenAPI
// document, the pages' client and the tests of who may call all come from this table.

const applicationParams = z.strictObject({ id: z.uuid() });
const taskParams = z.strictObject({ id: z.string().min(1).max(200) });
const executionParams = z.strictObject(ExecutionRef.shape);

const TaskListQuery = z.strictObject({
  antenna: AntennaCode.optional(),
  kind: TaskKind.optional(),
  escalated: z.stringbool().optional(),
  cursor,
  limit,
});
const ApplicationListQuery = z.strictObject({
  status: ApplicationStatus.optional(),
  antenna: AntennaCode.optional(),
  cursor,
  limit,
});
const CommuneQuery = z.strictObject({ q: z.string().trim().min(2, 'too-short').max(80, 'too-long') });
export const LinkRequestBody = z.strictObject({
  siren: ApplicationForm.shape.company.shape.siren,
  email: ContactForm.shape.email,
});
export const ExecutionListQuery = z.strictObject({ status: ExecutionStatus.optional(), cursor, limit });
export const EventListQuery = z.strictObject({ reverse: z.stringbool().default(false), cursor, limit });
/** Why staff stop or redrive an execution: for colleagues, on the application's timeline. */
export const ReasonBody = z.strictObject({ reason: lines(500).min(1, 'required') }, typed);
/** The answer's shape depends on the task's kind: the handler parses it with `ANSWER_SCHEMAS`. */
export const AnswerBody = z.record(z.string(), z.unknown());

export const ROUTES = {
  SubmitApplication: {
    method: 'POST',
    path: '/applications',
    caller: 'public',
    entry: 'applications/submit-application',
    summary: 'Apply for membership',
    body: ApplicationForm,
    idempotent: true,
    status: 202,
    response: response.ApplicationAccepted,
    problems: [
      'invalid-body',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'duplicate-company',
      'idempotency-key-reused',
    ],
  },
  RequestLink: {
    method: 'POST',
    path: '/link-requests',
    caller: 'public',
    entry: 'applications/request-link',
    summary: 'Have a new private link sent to the address of an application',
    body: LinkRequestBody,
    status: 202,
    response: response.LinkRequested,
    problems: ['invalid-body', 'invalid-fields'],
  },
  FindCommunes: {
    method: 'GET',
    path: '/communes',
    caller: 'public',
    entry: 'geography/find-communes',
    summary: 'Communes by postcode, name or INSEE code',
    query: CommuneQuery,
    status: 200,
    response: response.CommuneList,
    problems: ['invalid-query'],
  },
  ListAntennas: {
    method: 'GET',
    path: '/antennas',
    caller: 'public',
    entry: 'geography/list-antennas',
    summary: 'The local antennas and the départements each covers',
    status: 200,
    response: response.AntennaList,
    problems: [],
  },
  GetOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    caller: 'public',
    entry: 'contract/get-openapi',
    summary: 'This contract, as OpenAPI 3.1',
    status: 200,
    response: z.record(z.string(), z.unknown()),
    problems: [],
  },
  GetLinkApplication: {
    method: 'GET',
    path: '/link/application',
    caller: 'link',
    entry: 'applications/get-link-application',
    summary: 'Where the application stands',
    status: 200,
    response: response.LinkApplication,
    problems: linkProblems,
  },
  WithdrawApplication: {
    method: 'DELETE',
    path: '/link/application',
    caller: 'link',
    entry: 'applications/withdraw-application',
    summary: 'Withdraw the application',
    status: 202,
    response: z.object({ applicationId: z.string(), status: ApplicationStatus }),
    problems: [...linkProblems, 'application-closed'],
  },
  AnswerLinkTask: {
    method: 'POST',
    path: '/link/tasks/{id}/answer',
    caller: 'link',
    entry: 'tasks/answer-link-task',
    summary: 'Answer what the applicant is asked',
    params: taskParams,
    body: AnswerBody,
    idempotent: true,
    status: 202,
    response: response.AnswerAccepted,
    problems: [
      ...linkProblems,
      'invalid-body',
      'invalid-fields',
      'not-found',
      'mailed-link-required',
      'task-already-answered',
      'task-closed',
      'idempotency-key-reused',
    ],
  },
  ListStaffTasks: {
    method: 'GET',
    path: '/staff/tasks',
    caller: 'staff',
    entry: 'tasks/list-staff-tasks',
    summary: 'Open tasks of the caller’s antennas: what was escalated, then the soonest due first',
    query: TaskListQuery,
    status: 200,
    response: response.StaffTaskPage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  GetStaffTask: {
    method: 'GET',
    path: '/staff/tasks/{id}',
    caller: 'staff',
    entry: 'tasks/get-staff-task',
    summary: 'One task',
    params: taskParams,
    status: 200,
    response: response.StaffTask,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  AnswerStaffTask: {
    method: 'POST',
    path: '/staff/tasks/{id}/answer',
    caller: 'staff',
    entry: 'tasks/answer-staff-task',
    summary: 'Answer a task',
    params: taskParams,
    body: AnswerBody,
    idempotent: true,
    status: 202,
    response: response.AnswerAccepted,
    problems: [
      ...staffProblems,
      'wrong-antenna',
      'invalid-body',
      'invalid-fields',
      'not-found',
      'task-already-answered',
      'task-closed',
      'not-sitting',
      'conflict-declared',
      'declaration-required',
      'already-voted',
      'vote-closed',
      'idempotency-key-reused',
    ],
  },
  ListStaffApplications: {
    method: 'GET',
    path: '/staff/applications',
    caller: 'staff',
    entry: 'applications/list-staff-applications',
    summary: 'Applications, the newest first',
    query: ApplicationListQuery,
    status: 200,
    response: response.StaffApplicationPage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  GetStaffApplication: {
    method: 'GET',
    path: '/staff/applications/{id}',
    caller: 'staff',
    entry: 'applications/get-staff-application',
    summary: 'One application with what the register says, the antenna’s reasons and the timeline',
    params: applicationParams,
    status: 200,
    response: response.StaffApplication,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  GetApplicationWorkflow: {
    method: 'GET',
    path: '/staff/applications/{id}/workflow',
    caller: 'staff',
    entry: 'applications/get-application-workflow',
    summary: 'The workflows of an application, with the current state marked',
    params: applicationParams,
    status: 200,
    response: z.object({ items: z.array(response.WorkflowView) }),
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  RestartApplication: {
    method: 'POST',
    path: '/staff/applications/{id}/restart',
    caller: 'staff',
    entry: 'applications/restart-application',
    summary: 'Go on with an application whose workflow failed unexpectedly',
    params: applicationParams,
    status: 202,
    response: response.RestartAccepted,
    problems: [...staffProblems, 'wrong-antenna', 'not-found', 'not-restartable', 'duplicate-company'],
  },
  ...DIRECTORY_ROUTES,
  ...MEMBER_ROUTES,
  ...MAILING_ROUTES,
  ...SCHEDULE_ROUTES,
  ...RIGHTS_ROUTES,
  ...LINK_MEMBER_ROUTES,
  ListWorkflows: {
    method: 'GET',
    path: '/staff/workflows',
    caller: 'staff',
    entry: 'executions/list-workflows',
    summary: 'The workflows there are (head office)',
    status: 200,
    response: response.WorkflowList,
    problems: staffProblems,
  },
  ListWorkflowExecutions: {
    method: 'GET',
    path: '/staff/workflows/{workflow}/executions',
    caller: 'staff',
    entry: 'executions/list-workflow-executions',
    summary: 'Executions of a workflow, the newest first (head office)',
    params: z.strictObject({ workflow: WorkflowName }),
    query: ExecutionListQuery,
    status: 200,
    response: response.ExecutionPage,
    problems: [...staffProblems, 'not-found', 'invalid-query'],
  },
  GetWorkflowExecution: {
    method: 'GET',
    path: '/staff/workflows/{workflow}/executions/{name}',
    caller: 'staff',
    entry: 'executions/get-workflow-execution',
    summary: 'One execution, with its workflow drawn and what it is about (head office)',
    params: executionParams,
    status: 200,
    response: response.WorkflowExecution,
    problems: [...staffProblems, 'not-found'],
  },
  ListExecutionEvents: {
    method: 'GET',
    path: '/staff/workflows/{workflow}/executions/{name}/events',
    caller: 'staff',
    entry: 'executions/list-execution-events',
    summary: 'The history of an execution, without what went in and out of its states (head office)',
    params: executionParams,
    query: EventListQuery,
    status: 200,
    response: response.ExecutionEventPage,
    problems: [...staffProblems, 'not-found', 'invalid-query'],
  },
  RedriveWorkflowExecution: {
    method: 'POST',
    path: '/staff/workflows/{workflow}/executions/{name}/redrive',
    caller: 'staff',
    entry: 'executions/redrive-workflow-execution',
    summary: 'Go on with the failed execution of an application, which takes its SIREN again (head office)',
    params: executionParams,
    body: ReasonBody,
    status: 202,
    response: response.ExecutionAccepted,
    problems: [
      ...staffProblems,
      'invalid-body',
      'invalid-fields',
      'not-found',
      'not-redrivable',
      'not-restartable',
      'duplicate-company',
    ],
  },
  StopWorkflowExecution: {
    method: 'POST',
    path: '/staff/workflows/{workflow}/executions/{name}/stop',
    caller: 'staff',
    entry: 'executions/stop-workflow-execution',
    summary: 'Stop a running execution: its application is closed as failed (head office)',
    params: executionParams,
    body: ReasonBody,
    status: 202,
    response: response.ExecutionAccepted,
    problems: [...staffProblems, 'invalid-body', 'invalid-fields', 'not-found', 'not-running'],
  },
  ...LEDGER_ROUTES,
  ...DUES_ROUTES,
  ...PAYMENT_ROUTES,
  ...GROWTH_ROUTES,
  ...JURY_ROUTES,
  ...PROGRAMME_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
