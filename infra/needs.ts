import type { TableAccess } from './constructs/the-table.ts';
import type { FunctionName } from './entries.ts';

/**
 * What a function does to the workflows:
 * `start` a joining, `inspect` its execution, `restart` a failed one, or `answer` what a task waits for (also to tell
 * it that the applicant withdrew).
 */
export type WorkflowAccess = 'start' | 'inspect' | 'restart' | 'answer';

/** What a function needs beside its code. Its environment and its permissions both follow from this. */
export type Needs = {
  table?: TableAccess;
  /** Sends mails from our templates. */
  mail?: true;
  /** Writes links to the site. */
  site?: true;
  /** Asks the public register. */
  register?: true;
  workflows?: readonly WorkflowAccess[];
};

/** Total by its type: a new route, task or job does not compile until its needs are said. */
export const NEEDS: Record<FunctionName, Needs> = {
  SubmitApplication: { table: 'read-write', site: true, workflows: ['start'] },
  RequestLink: { table: 'read-write', mail: true, site: true },
  FindCommunes: {},
  ListAntennas: {},
  GetOpenApi: {},
  GetLinkApplication: { table: 'read' },
  WithdrawApplication: { table: 'read-write', workflows: ['answer'] },
  AnswerLinkTask: { table: 'read-write', workflows: ['answer'] },
  ListStaffTasks: { table: 'read' },
  GetStaffTask: { table: 'read' },
  AnswerStaffTask: { table: 'read-write', workflows: ['answer'] },
  ListStaffApplications: { table: 'read' },
  GetStaffApplication: { table: 'read' },
  GetApplicationWorkflow: { table: 'read', workflows: ['inspect'] },
  RestartApplication: { table: 'read-write', workflows: ['restart'] },
  ListMembers: { table: 'read' },
  GetMember: { table: 'read' },

  ReserveCompany: { table: 'read-write' },
  ConfirmEmail: { table: 'read-write', mail: true, site: true, workflows: ['answer'] },
  LookUpCompany: { table: 'read-write', register: true },
  ReviewApplication: { table: 'read-write', workflows: ['answer'] },
  EscalateReview: { table: 'read-write', workflows: ['answer'] },
  CorrectApplication: { table: 'read-write', mail: true, site: true, workflows: ['answer'] },
  RecordCorrection: { table: 'read-write' },
  AdmitMember: { table: 'read-write', mail: true },
  CloseApplication: { table: 'read-write', mail: true },
  ProposeAntenna: { table: 'read-write' },
  ChooseAntenna: { table: 'read-write', workflows: ['answer'] },
  RecordAntenna: { table: 'read-write' },

  RedeliverAnswers: { table: 'read-write', workflows: ['start', 'answer'] },
  RecordFailure: { table: 'read-write', mail: true },
};
