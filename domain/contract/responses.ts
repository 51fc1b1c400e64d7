import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AntennaProposal, AssignedBy } from '../antenna/assignment.ts';
import { Consent } from '../application/consent.ts';
import { ApplicationForm } from '../application/form.ts';
import { ApplicationStatus, ExpiryReason } from '../application/status.ts';
import { Category } from '../company/category.ts';
import { Commune } from '../geography/commune.ts';
import { MembershipOutlook } from '../member/outlook.ts';
import { RegisterAnswer, RegisterDifference } from '../register/register.ts';
import { HumanTask, JoiningKind } from '../task/task.ts';
import { TimelineEvent } from '../timeline/event.ts';
import { ExecutionRef, ExecutionStatus, WorkflowName } from '../workflow/execution.ts';
import { page } from './route.ts';

// What the API answers. The pages read these, so a change that breaks them does not compile.

const instant = z.iso.datetime();

/** RFC 9457. `type` is `urn:traboule:problem:` and one of the stable names. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

export const ApplicationAccepted = z.object({ applicationId: z.string(), trackingUrl: z.string() });
export const CommuneList = z.object({ items: z.array(Commune) });
export const AntennaList = z.object({
  items: z.array(z.object({ code: AntennaCode, name: z.string(), departements: z.array(z.string()) })),
});
export const LinkRequested = z.object({ sent: z.literal(true) });

/** A task as the applicant sees it. */
export const LinkTask = z.object({
  taskId: z.string(),
  kind: z.enum(['confirm-email', 'correct-application', 'provide-more', 'appeal-decision', 'confirm-figures']),
  dueAt: instant,
  note: z.string().nullable(),
  /** False when this link may not answer it: an e-mail address is confirmed from the mail itself. */
  answerable: z.boolean(),
});

/** A line of the timeline as the applicant sees it: that staff did something, but not who of them. */
export const LinkTimelineEvent = TimelineEvent.extend({
  actor: z.object({ kind: z.enum(['company', 'staff', 'system']) }),
});
export type LinkTimelineEvent = z.infer<typeof LinkTimelineEvent>;

export const LinkApplication = z.object({
  applicationId: z.string(),
  status: ApplicationStatus,
  companyName: z.string(),
  siren: z.string(),
  language: z.enum(['fr', 'en']),
  submittedAt: instant,
  /** What the application waits for: who, for what, until when. Null when it is closed or being worked on by machines. */
  waitsFor: z
    .object({ who: z.enum(['applicant', 'antenna', 'head-office']), kind: JoiningKind, dueAt: instant })
    .nullable(),
  openTasks: z.array(LinkTask),
  form: ApplicationForm,
  commune: Commune,
  antenna: z.object({ code: AntennaCode, assignedBy: AssignedBy }).nullable(),
  proposal: AntennaProposal.nullable(),
  memberNumber: z.string().nullable(),
  /** The membership it led to, as it stands; null while it led to none. */
  membership: MembershipOutlook.nullable(),
  expiryReason: ExpiryReason.nullable(),
  refusalComment: z.string().nullable(),
  withdrawable: z.boolean(),
  timeline: z.array(LinkTimelineEvent),
});
export type LinkApplication = z.infer<typeof LinkApplication>;

/** A task as staff see it in the inbox. */
export const StaffTask = HumanTask.omit({ audience: true, answer: true }).extend({
  antennas: z.array(AntennaCode),
  headOffice: z.boolean(),
  companyName: z.string(),
  siren: z.string(),
  category: Category,
  communeName: z.string(),
  proposal: AntennaProposal.nullable(),
});
export type StaffTask = z.infer<typeof StaffTask>;
export const StaffTaskPage = page(StaffTask);

export const AnswerAccepted = z.object({
  taskId: z.string(),
  /** `delivered`: the workflow has it; `answered`: it is stored and will be delivered shortly. */
  status: z.enum(['answered', 'delivered']),
});

export const StaffApplicationSummary = z.object({
  applicationId: z.string(),
  status: ApplicationStatus,
  companyName: z.string(),
  siren: z.string(),
  category: Category,
  communeName: z.string(),
  antenna: AntennaCode.nullable(),
  submittedAt: instant,
  updatedAt: instant,
});
export const StaffApplicationPage = page(StaffApplicationSummary);

/** A state of a workflow, drawn: what it is, where it leads, and what this execution made of it. */
export const WorkflowState = z.object({
  name: z.string(),
  type: z.string(),
  next: z.array(z.object({ to: z.string(), label: z.enum(['next', 'choice', 'default', 'catch']) })),
  progress: z.enum(['not-reached', 'passed', 'current', 'failed']),
});
export const WorkflowView = z.object({
  workflow: z.string(),
  startAt: z.string(),
  executionStatus: ExecutionStatus,
  error: z.string().nullable(),
  cause: z.string().nullable(),
  states: z.array(WorkflowState),
});
export type WorkflowView = z.infer<typeof WorkflowView>;

export const WorkflowList = z.object({ items: z.array(z.object({ workflow: WorkflowName })) });

/** An execution of a workflow: where it stands, and when it ran. */
export const ExecutionSummary = ExecutionRef.extend({
  status: ExecutionStatus,
  startedAt: instant,
  /** Null while it runs. */
  endedAt: instant.nullable(),
  redriveCount: z.int().nonnegative(),
  /** When it was redriven last; null when it never was. */
  redrivenAt: instant.nullable(),
});
export type ExecutionSummary = z.infer<typeof ExecutionSummary>;
/** An execution as a line of a list, with the company it is about; null when it is about none that is known here. */
export const ExecutionLine = ExecutionSummary.extend({ companyName: z.string().nullable() });
export type ExecutionLine = z.infer<typeof ExecutionLine>;
export const ExecutionPage = page(ExecutionLine);

/** One execution, with its workflow drawn and what it is about. */
export const WorkflowExecution = ExecutionSummary.extend({
  view: WorkflowView,
  /** Null when it is about none that is known here. */
  application: z.object({ applicationId: z.string(), companyName: z.string(), status: ApplicationStatus }).nullable(),
  /** The execution that started it, and those it started, the oldest first. */
  parent: ExecutionRef.nullable(),
  nested: z.array(ExecutionRef),
  mayRedrive: z.boolean(),
  mayStop: z.boolean(),
});
export type WorkflowExecution = z.infer<typeof WorkflowExecution>;

/** An event of an execution's history, without what went in and out of its states. */
export const ExecutionEvent = z.object({
  /** 1 for the first event of the execution. */
  id: z.int().positive(),
  at: instant,
  /** As Step Functions names it. */
  type: z.string(),
  state: z.string().nullable(),
  /** What a task calls, such as `lambda:invoke`. */
  resource: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  timeoutSeconds: z.int().nullable(),
  heartbeatSeconds: z.int().nullable(),
  redriveCount: z.int().nullable(),
  /** The execution that this event started. */
  started: ExecutionRef.nullable(),
});
export type ExecutionEvent = z.infer<typeof ExecutionEvent>;
export const ExecutionEventPage = page(ExecutionEvent);

/** The execution that was stopped, or that goes on: a new one where the one asked for can go on no more. */
export const ExecutionAccepted = ExecutionRef;

export const StaffApplication = StaffApplicationSummary.extend({
  form: ApplicationForm,
  commune: Commune,
  consent: Consent,
  emailConfirmedAt: instant.nullable(),
  register: RegisterAnswer.nullable(),
  registerDifferences: z.array(RegisterDifference),
  proposal: AntennaProposal.nullable(),
  assignedBy: AssignedBy.nullable(),
  memberNumber: z.string().nullable(),
  expiryReason: ExpiryReason.nullable(),
  refusalComment: z.string().nullable(),
  restartable: z.boolean(),
  openTasks: z.array(StaffTask),
  timeline: z.array(TimelineEvent),
});
export type StaffApplication = z.infer<typeof StaffApplication>;
export const RestartAccepted = z.object({ applicationId: z.string(), status: ApplicationStatus });
