import type { TableCall } from './constructs/the-table.ts';
import type { FunctionName, WorkflowName } from './entries.ts';

/** Calls of Step Functions, and what each is allowed on. */
export const WORKFLOW_CALLS = {
  StartExecution: 'started',
  ListExecutions: 'joining',
  DescribeExecution: 'executions',
  GetExecutionHistory: 'executions',
  DescribeStateMachineForExecution: 'executions',
  RedriveExecution: 'executions',
  StopExecution: 'executions',
  /** An answer carries its token, which names the execution: it may be of any machine. */
  SendTaskSuccess: 'machines',
  SendTaskFailure: 'machines',
} as const satisfies Record<string, 'started' | 'joining' | 'machines' | 'executions'>;
export type WorkflowCall = keyof typeof WORKFLOW_CALLS;

/** What a function needs beside its code. Its environment and its permissions both follow from this. */
export type Needs = {
  table?: readonly TableCall[];
  /** Sends mails from our templates. */
  mail?: true;
  /** Writes links to the site. */
  site?: true;
  /** Asks the public register. */
  register?: true;
  workflows?: readonly WorkflowCall[];
  /** Calls the functions that schedules call. */
  runsJobs?: true;
  /** The workflows it starts; joining unless said. */
  starts?: readonly WorkflowName[];
  /** Reads or makes what is large: more memory, and with it more processor, and more time. */
  large?: true;
  /** Says whether cards are taken through Stripe, or takes them, with its keys. */
  stripe?: 'switch' | 'keys';
  /** Works on whichever workflow it is asked about: its calls are allowed on every one, not on joining alone. */
  everyWorkflow?: true;
};

const READ = ['GetItem', 'Query'] as const;
const READ_WRITE = [...READ, 'TransactWriteItems'] as const;
/** Writes without reading; Query comes with the document client's pages. */
const RECORD = ['Query', 'TransactWriteItems'] as const;
const INSPECT = ['DescribeExecution', 'GetExecutionHistory', 'DescribeStateMachineForExecution'] as const;

/** Total by its type: a new route, task or job does not compile until its needs are said. */
export const NEEDS: Record<FunctionName, Needs> = {
  SubmitApplication: { table: READ_WRITE, site: true, workflows: ['StartExecution'] },
  RequestLink: { table: READ_WRITE, mail: true, site: true },
  FindCommunes: {},
  ListAntennas: {},
  GetOpenApi: {},
  GetLinkApplication: { table: READ },
  WithdrawApplication: { table: READ_WRITE, workflows: ['SendTaskFailure'] },
  AnswerLinkTask: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  ListStaffTasks: { table: READ },
  GetStaffTask: { table: READ },
  AnswerStaffTask: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  ListStaffApplications: { table: ['Query'] },
  GetStaffApplication: { table: READ_WRITE },
  GetApplicationWorkflow: { table: READ, workflows: INSPECT },
  RestartApplication: { table: READ_WRITE, workflows: ['StartExecution', 'RedriveExecution'] },
  ListMembers: { table: READ, large: true },
  ExportMembers: { table: READ, large: true },
  ListDirectoryViews: { table: READ },
  SaveDirectoryView: { table: READ_WRITE },
  DropDirectoryView: { table: READ_WRITE },
  PreviewMailing: { table: READ, large: true },
  StartMailing: { table: READ_WRITE, large: true, workflows: ['StartExecution'], starts: ['Mailing'] },
  ListMailings: { table: ['Query'] },
  Unsubscribe: { table: READ_WRITE },
  Resubscribe: { table: READ_WRITE },
  SendMailing: { table: READ_WRITE, mail: true, site: true },
  AddMemberContact: { table: READ_WRITE },
  ChangeMemberContact: { table: READ_WRITE },
  RemoveMemberContact: { table: READ_WRITE },
  AddMemberNote: { table: READ_WRITE },
  EditMemberNote: { table: READ_WRITE },
  // Reading a dossier is noted.
  GetMember: { table: READ_WRITE },
  ChangeMemberCategory: { table: READ_WRITE },
  ChangeMemberFigures: { table: READ_WRITE },
  MoveMember: { table: READ_WRITE, workflows: ['StartExecution'], starts: ['AntennaAssignment'] },
  RejoinMember: { table: READ_WRITE, workflows: ['StartExecution'], starts: ['Renewal'] },
  TakeResignation: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess', 'SendTaskFailure'] },
  ExcludeMember: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess', 'SendTaskFailure'] },
  TransferMember: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskFailure'] },
  GetLinkMember: { table: READ },
  GetLinkCertificate: { table: READ },
  CorrectContact: { table: READ_WRITE, mail: true, site: true },
  ResignMembership: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess', 'SendTaskFailure'] },
  GetDossierRights: { table: READ_WRITE },
  ExportDossier: { table: READ_WRITE },
  EraseDossier: { table: READ_WRITE },
  ExportLinkDossier: { table: READ },
  ListDigestReaders: { table: ['Query'] },
  AddDigestReader: { table: RECORD },
  RemoveDigestReader: { table: RECORD },
  ListSchedules: { table: READ },
  RunSchedule: { runsJobs: true },
  ListWorkflows: {},
  ListWorkflowExecutions: { table: READ, workflows: ['ListExecutions'], everyWorkflow: true },
  GetWorkflowExecution: { table: READ, workflows: INSPECT },
  ListExecutionEvents: { workflows: ['GetExecutionHistory'] },
  RedriveWorkflowExecution: { table: READ_WRITE, workflows: ['StartExecution', 'RedriveExecution'] },
  StopWorkflowExecution: { table: READ_WRITE, workflows: ['DescribeExecution', 'StopExecution'] },
  GetLinkInvoicePdf: { table: READ },
  GetLinkInvoiceXml: { table: READ },
  GetInvoicePdf: { table: READ_WRITE },
  GetInvoiceXml: { table: READ_WRITE },
  GetAgedBalance: { table: ['Query'] },
  GetAccountStatement: { table: READ_WRITE },
  ExportLedger: { table: ['Query'] },
  QuoteDues: { table: ['Query'] },
  GetLinkDues: { table: READ, stripe: 'switch' },
  GetLinkInvoice: { table: READ },
  AskDelay: { table: READ_WRITE },
  ListDuesPolicies: { table: ['Query'] },
  PreviewDuesPolicy: { table: ['Query'] },
  PublishDuesPolicy: { table: ['Query', 'TransactWriteItems'] },
  ListInvoices: { table: ['Query'] },
  GetInvoice: { table: READ_WRITE },
  WaiveInvoice: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  CreditInvoice: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  DecideDelay: { table: READ_WRITE, mail: true, site: true },

  UploadBankStatement: {
    table: READ_WRITE,
    workflows: ['StartExecution'],
    starts: ['BankReconciliation'],
    large: true,
  },
  ListBankStatements: { table: ['Query'] },
  GetBankStatement: { table: READ },
  ListBankLines: { table: READ },
  ListUnmatchedLines: { table: ['Query'] },
  MatchBankLine: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  DismissBankLine: { table: READ_WRITE },
  PayInvoice: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  ListHeldCredits: { table: ['Query'] },
  RefundCredit: { table: READ_WRITE },
  UseCredit: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  StartCheckout: { table: READ_WRITE, site: true, stripe: 'keys' },
  TakeStripeEvent: { table: READ_WRITE, mail: true, site: true, stripe: 'keys', workflows: ['SendTaskSuccess'] },
  GetLinkGrowth: { table: READ },
  AddFigures: { table: READ_WRITE },
  CorrectFigures: { table: READ_WRITE },
  WriteGrowthFile: { table: READ_WRITE },
  RequestScreening: { table: READ_WRITE, workflows: ['StartExecution'], starts: ['HighGrowthScreening'] },
  WithdrawCandidacy: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskFailure'] },
  ListGrowthCases: { table: ['Query'] },
  GetGrowthCase: { table: READ_WRITE },
  ListGrowthCompanies: { table: READ },
  GetGrowthCompany: { table: READ_WRITE },
  CheckFigures: { table: READ_WRITE },
  StartScreening: { table: READ_WRITE, workflows: ['StartExecution'], starts: ['HighGrowthScreening'] },
  ListGrowthPolicies: { table: ['Query'] },
  PublishGrowthPolicy: { table: ['Query', 'TransactWriteItems'] },
  ListJuryCases: { table: READ },
  GetJuryCase: { table: READ_WRITE },
  DeclareConflict: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  RecuseJuror: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  ListJurors: { table: ['Query'] },
  AddJuror: { table: ['Query', 'TransactWriteItems'] },
  RemoveJuror: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  GetProgramme: { table: READ },
  OpenCohort: { table: READ_WRITE, mail: true, site: true },
  ResizeCohort: { table: READ_WRITE, mail: true, site: true },
  AddMentor: { table: READ_WRITE },
  ChangeMentor: { table: READ_WRITE },
  AssignMentor: { table: READ_WRITE },
  RecordMilestone: { table: READ_WRITE },
  LeaveCohort: { table: READ_WRITE, mail: true, site: true },

  ReserveCompany: { table: READ_WRITE },
  ConfirmEmail: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  LookUpCompany: { table: READ_WRITE, register: true },
  ReviewApplication: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  EscalateReview: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  CorrectApplication: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  RecordCorrection: { table: READ_WRITE },
  AdmitMember: { table: READ_WRITE, mail: true, site: true },
  CloseApplication: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  DrawUpQuote: { table: READ_WRITE },
  IssueInvoice: { table: READ_WRITE, mail: true, site: true },
  PlanCollection: { table: READ },
  AwaitPayment: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  RemindCompany: { table: READ_WRITE, mail: true, site: true },
  MarkUnpaid: { table: READ_WRITE, mail: true, site: true },
  ProposeAntenna: { table: READ_WRITE },
  ChooseAntenna: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  MatchBankLines: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  TellPayers: { table: READ_WRITE, mail: true, site: true },
  RecordAntenna: { table: READ_WRITE },

  OpenRenewal: { table: READ_WRITE },
  ConfirmFigures: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  KeepFigures: { table: READ_WRITE },
  RenewMember: { table: READ_WRITE, mail: true },
  PlanArrears: { table: READ },
  AwaitLatePayment: { table: READ_WRITE, workflows: ['SendTaskSuccess'] },
  SuspendMember: { table: READ_WRITE, mail: true, site: true },
  LapseMember: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskFailure'] },
  FindWhoIsDue: { table: READ },
  RecordCampaign: { table: RECORD },

  StartRenewalCampaign: { table: RECORD, workflows: ['StartExecution'], starts: ['RenewalCampaign'] },
  ScoreCompany: { table: READ_WRITE },
  ConveneJury: { table: READ_WRITE, mail: true, site: true },
  CollectVotes: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  RemindJurors: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  CountVotes: { table: READ_WRITE },
  AskChair: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  AskCompany: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  AwaitAppeal: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  EnrolInProgramme: { table: READ_WRITE },
  CloseCase: { table: READ_WRITE, mail: true, site: true },

  RedeliverAnswers: {
    starts: ['Joining', 'Dues', 'BankReconciliation', 'HighGrowthScreening', 'Mailing'],
    table: READ_WRITE,
    mail: true,
    site: true,
    workflows: ['StartExecution', 'SendTaskSuccess', 'SendTaskFailure', 'ListExecutions', 'DescribeExecution'],
  },
  EndMemberships: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskFailure'] },
  ScreenMembers: { table: READ_WRITE, workflows: ['StartExecution'], starts: ['HighGrowthScreening'] },
  ExpireApplications: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess'] },
  Retention: { table: READ_WRITE },
  SendWeeklyDigest: { table: READ_WRITE, mail: true, site: true },
  RecordFailure: { table: READ_WRITE, mail: true, site: true, workflows: ['SendTaskSuccess', 'DescribeExecution'] },
};
