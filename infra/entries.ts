import { ROUTES } from '../domain/contract/routes.ts';
import type { ScheduleName } from '../domain/schedule/schedules.ts';
import type { WorkflowName as WorkflowId } from '../domain/workflow/execution.ts';
import { ANTENNA_ASSIGNMENT_TASKS, antennaAssignment } from '../workflows/antenna-assignment.ts';
import { BANK_RECONCILIATION_TASKS, bankReconciliation } from '../workflows/bank-reconciliation.ts';
import { DUES_TASKS, dues } from '../workflows/dues.ts';
import { HIGH_GROWTH_SCREENING_TASKS, highGrowthScreening } from '../workflows/high-growth-screening.ts';
import { JOINING_TASKS, joining } from '../workflows/joining.ts';
import { MAILING_TASKS, mailing } from '../workflows/mailing.ts';
import { RENEWAL_TASKS, renewal } from '../workflows/renewal.ts';
import { RENEWAL_CAMPAIGN_TASKS, renewalCampaign } from '../workflows/renewal-campaign.ts';

// Every function and state machine there is, from the tables that name them: the routes, the workflows' tasks, the jobs.

/**
 * State machines, by placeholder: their name in a stage, their definition, their tasks, those they run and wait for, and those
 * they start and leave alone.
 */
export const WORKFLOWS = {
  AntennaAssignment: {
    name: 'antenna-assignment',
    definition: antennaAssignment,
    tasks: ANTENNA_ASSIGNMENT_TASKS,
    starts: [],
    launches: [],
  },
  Dues: { name: 'dues', definition: dues, tasks: DUES_TASKS, starts: [], launches: [] },
  Joining: {
    name: 'joining',
    definition: joining,
    tasks: JOINING_TASKS,
    starts: ['AntennaAssignment', 'Dues'],
    launches: ['HighGrowthScreening'],
  },
  Renewal: { name: 'renewal', definition: renewal, tasks: RENEWAL_TASKS, starts: ['Dues'], launches: [] },
  RenewalCampaign: {
    name: 'renewal-campaign',
    definition: renewalCampaign,
    tasks: RENEWAL_CAMPAIGN_TASKS,
    starts: [],
    launches: ['Renewal', 'RenewalCampaign'],
  },
  BankReconciliation: {
    name: 'bank-reconciliation',
    definition: bankReconciliation,
    tasks: BANK_RECONCILIATION_TASKS,
    starts: [],
    launches: [],
  },
  Mailing: { name: 'mailing', definition: mailing, tasks: MAILING_TASKS, starts: [], launches: [] },
  HighGrowthScreening: {
    name: 'high-growth-screening',
    definition: highGrowthScreening,
    tasks: HIGH_GROWTH_SCREENING_TASKS,
    starts: [],
    launches: [],
  },
} as const satisfies Record<
  string,
  { name: WorkflowId; definition: unknown; tasks: unknown; starts: readonly string[]; launches: readonly string[] }
>;
export type WorkflowName = keyof typeof WORKFLOWS;

/** Functions that a schedule or an event calls. Handler file under functions/, without its suffix `.job.ts`. */
export const JOBS = {
  RedeliverAnswers: { entry: 'tasks/redeliver-answers' },
  StartRenewalCampaign: { entry: 'renewal/start-renewal-campaign' },
  EndMemberships: { entry: 'membership/end-memberships' },
  ScreenMembers: { entry: 'growth/screen-members' },
  ExpireApplications: { entry: 'applications/expire-applications' },
  Retention: { entry: 'rights/retention' },
  SendWeeklyDigest: { entry: 'digest/send-weekly-digest' },
  RecordFailure: { entry: 'applications/record-failure' },
} as const;

const TASKS = {
  ...JOINING_TASKS,
  ...ANTENNA_ASSIGNMENT_TASKS,
  ...DUES_TASKS,
  ...BANK_RECONCILIATION_TASKS,
  ...MAILING_TASKS,
  ...RENEWAL_TASKS,
  ...RENEWAL_CAMPAIGN_TASKS,
  ...HIGH_GROWTH_SCREENING_TASKS,
} as const;

/** The job that each schedule calls. */
export const SCHEDULED = {
  'redeliver-answers': 'RedeliverAnswers',
  'renewal-campaign': 'StartRenewalCampaign',
  'end-memberships': 'EndMemberships',
  'yearly-screening': 'ScreenMembers',
  'expire-applications': 'ExpireApplications',
  retention: 'Retention',
  'weekly-digest': 'SendWeeklyDigest',
} as const satisfies Record<ScheduleName, keyof typeof JOBS>;

export type ApiName = keyof typeof ROUTES;
export type TaskName = keyof typeof TASKS;
export type JobName = keyof typeof JOBS;
export type FunctionName = ApiName | TaskName | JobName;

/** Who calls a function: the API, a state machine, or a schedule or rule. */
export type Role = 'api' | 'task' | 'job';
export type Entry = { name: FunctionName; role: Role; file: string };

const entriesOf = <Name extends FunctionName, Item>(
  role: Role,
  table: Readonly<Record<Name, Item>>,
  path: (item: Item) => string,
): Entry[] => namesOf(table).map((name) => ({ name, role, file: `functions/${path(table[name])}.${role}.ts` }));

/** The keys of a table of ours, as the names they are. */
export const namesOf = <Name extends string>(table: Readonly<Partial<Record<Name, unknown>>>): Name[] =>
  Object.keys(table) as Name[];

/** All functions, in a settled order. */
export const ENTRIES: readonly Entry[] = [
  ...entriesOf('api', ROUTES, (route) => route.entry),
  ...entriesOf('task', TASKS, (task) => task.function),
  ...entriesOf('job', JOBS, (job) => job.entry),
];
