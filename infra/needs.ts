import type { TableAccess } from './constructs/the-table.ts';
import type { FunctionName } from './entries.ts';

/** Calls of Step Functions, and what each is allowed on. */
export const WORKFLOW_CALLS = {
  StartExecution: 'joining',
  ListExecutions: 'joining',
  DescribeExecution: 'executions',
  GetExecutionHistory: 'executions',
  DescribeStateMachineForExecution: 'executions',
  RedriveExecution: 'executions',
  /** An answer carries its token, which names the execution: it may be of either machine. */
  SendTaskSuccess: 'machines',
  SendTaskFailure: 'machines',
} as const satisfies Record<string, 'joining' | 'machines' | 'executions'>;
export type WorkflowCall = keyof typeof WORKFLOW_CALLS;

/** What a function needs beside its code. Its environment and its permissions both follow from this. */
export type Needs = {
  table?: TableAccess;
  /** Sends mails from our templates. */
  mail?: true;
  /** Writes links to the site. */
  site?: true;
  /** Asks the public register. */
  register?: true;
  workflows?: readonly WorkflowCall[];
};

/** Total by its type: a new route, task or job does not compile until its needs are said. */
export const NEEDS: Record<FunctionName, Needs> = {
  SubmitApplication: { table: 'read-write', site: true, workflows: ['StartExecution'] },
  RequestLink: { table: 'read-write', mail: true, site: true },
  FindCommunes: { table: 'read' },
  ListAntennas: { table: 'read' },
  GetOpenApi: { table: 'read' },
  GetLinkApplication: { table: 'read' },
  WithdrawApplication: { table: 'read-write', workflows: ['SendTaskFailure'] },
  AnswerLinkTask: { table: 'read-write', workflows: ['SendTaskSuccess'] },
  ListStaffTasks: { table: 'read' },
  GetStaffTask: { table: 'read' },
  AnswerStaffTask: { table: 'read-write', workflows: ['SendTaskSuccess'] },
  ListStaffApplications: { table: 'read' },
  GetStaffApplication: { table: 'read' },
  GetApplicationWorkflow: {
    table: 'read',
    workflows: ['DescribeExecution', 'GetExecutionHistory', 'DescribeStateMachineForExecution'],
  },
  RestartApplication: { table: 'read-write', workflows: ['StartExecution', 'RedriveExecution'] },
  ListMembers: { table: 'read' },
  GetMember: { table: 'read' },

  ReserveCompany: { table: 'read-write' },
  ConfirmEmail: { table: 'read-write', mail: true, site: true, workflows: ['SendTaskSuccess'] },
  LookUpCompany: { table: 'read-write', register: true },
  ReviewApplication: { table: 'read-write', workflows: ['SendTaskSuccess'] },
  EscalateReview: { table: 'read-write', workflows: ['SendTaskSuccess'] },
  CorrectApplication: { table: 'read-write', mail: true, site: true, workflows: ['SendTaskSuccess'] },
  RecordCorrection: { table: 'read-write' },
  AdmitMember: { table: 'read-write', mail: true },
  CloseApplication: { table: 'read-write', mail: true },
  ProposeAntenna: { table: 'read-write' },
  ChooseAntenna: { table: 'read-write', workflows: ['SendTaskSuccess'] },
  RecordAntenna: { table: 'read-write' },

  RedeliverAnswers: {
    table: 'read-write',
    mail: true,
    workflows: ['StartExecution', 'SendTaskSuccess', 'SendTaskFailure', 'ListExecutions', 'DescribeExecution'],
  },
  RecordFailure: { table: 'read-write', mail: true, workflows: ['DescribeExecution'] },
};
