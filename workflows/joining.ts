import type { CloseOutcome, ExpiryReason } from '../domain/application/status.ts';
import { ErrorName } from '../domain/errors.ts';
import { deadlineSeconds } from '../domain/joining/policy.ts';
import * as steps from '../domain/joining/steps.ts';
import {
  APPLICATION_ID,
  DELIVERY_GRACE_SECONDS,
  functionStates,
  NOW,
  RETRY_START_EXECUTION,
  stateMachine,
  TASK_TOKEN,
  type TaskMap,
} from './asl.ts';

/** The tasks of `joining`, by function name. */
export const JOINING_TASKS = {
  ReserveCompany: {
    function: 'applications/reserve-company',
    input: steps.ReserveCompanyInput,
    output: steps.ReserveCompanyOutput,
  },
  ConfirmEmail: {
    function: 'applications/confirm-email',
    input: steps.ConfirmEmailInput,
    output: steps.ConfirmEmailOutput,
  },
  LookUpCompany: {
    function: 'applications/look-up-company',
    input: steps.LookUpCompanyInput,
    output: steps.LookUpCompanyOutput,
  },
  ReviewApplication: {
    function: 'applications/review-application',
    input: steps.ReviewApplicationInput,
    output: steps.ReviewApplicationOutput,
  },
  EscalateReview: {
    function: 'applications/escalate-review',
    input: steps.EscalateReviewInput,
    output: steps.EscalateReviewOutput,
  },
  CorrectApplication: {
    function: 'applications/correct-application',
    input: steps.CorrectApplicationInput,
    output: steps.CorrectApplicationOutput,
  },
  RecordCorrection: {
    function: 'applications/record-correction',
    input: steps.RecordCorrectionInput,
    output: steps.RecordCorrectionOutput,
  },
  AdmitMember: {
    function: 'members/admit-member',
    input: steps.AdmitMemberInput,
    output: steps.AdmitMemberOutput,
  },
  CloseApplication: {
    function: 'applications/close-application',
    input: steps.CloseApplicationInput,
    output: steps.CloseApplicationOutput,
  },
} as const satisfies TaskMap;

/** Placeholders of the nested state machines' ARNs. */
export const NESTED_ANTENNA_ASSIGNMENT = 'AntennaAssignment';
export const NESTED_DUES = 'Dues';
/** Placeholder of the ARN of the state machine that is started for a member and not waited for. */
export const LAUNCHED_SCREENING = 'HighGrowthScreening';

const { run, ask } = functionStates(JOINING_TASKS);
const step = { applicationId: APPLICATION_ID, now: NOW } as const;
const asking = { ...step, taskToken: TASK_TOKEN } as const;

/** Closes the application with an outcome: the step it leads to reads the two variables. */
const closing = (outcome: CloseOutcome, reason: ExpiryReason | null = null) => ({
  Assign: { outcome, reason },
  Next: 'Close application' as const,
});
const withdrawn = { ErrorEquals: [ErrorName.ApplicationWithdrawn], ...closing('withdrawn') };
const expired = (reason: ExpiryReason) => ({ ErrorEquals: ['States.Timeout'], ...closing('expired', reason) });

/**
 * A company joins: from the form, already stored, to the member. What is unexpected is not caught: the execution
 * fails, a rule on its status closes the application as failed, and staff may restart it.
 */
export const joining = stateMachine({
  Comment: 'A company joins the cluster',
  // A year: what Step Functions itself allows an execution. Corrections may be asked for as often as needed.
  TimeoutSeconds: 31_536_000,
  StartAt: 'Reserve company',
  States: {
    'Reserve company': {
      ...run('ReserveCompany', step),
      Comment: 'One live application or membership per SIREN',
      // Each correction starts another round.
      Assign: { round: 1 },
      Catch: [withdrawn, { ErrorEquals: [ErrorName.DuplicateCompany], ...closing('duplicate') }],
      Next: 'Confirm e-mail',
    },
    'Confirm e-mail': {
      ...ask('ConfirmEmail', asking),
      Comment: 'The applicant opens the link mailed to the address given',
      TimeoutSeconds: deadlineSeconds('confirm-email') + DELIVERY_GRACE_SECONDS,
      Catch: [withdrawn, expired('email-unconfirmed')],
      Next: 'Look up company',
    },
    'Look up company': {
      ...run('LookUpCompany', step),
      Comment: 'What the public register says; that it does not answer stops nothing',
      Catch: [withdrawn],
      Next: 'Assign antenna',
    },
    'Assign antenna': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: {
        StateMachineArn: `\${${NESTED_ANTENNA_ASSIGNMENT}}`,
        // One nested execution a round, whatever is retried.
        Name: `{% $states.context.Execution.Name & '-antenna-' & $string($round) %}`,
        Input: { applicationId: APPLICATION_ID },
      },
      Output: '{% $states.result.Output %}',
      Retry: [RETRY_START_EXECUTION],
      Next: 'Placed?',
    },
    'Placed?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.outcome = 'withdrawn' %}`, ...closing('withdrawn') }],
      Default: 'Review application',
    },
    'Review application': {
      ...ask('ReviewApplication', asking),
      Comment: 'Staff of the antenna decide',
      TimeoutSeconds: deadlineSeconds('review-application'),
      Catch: [withdrawn, { ErrorEquals: ['States.Timeout'], Next: 'Escalate review' }],
      Next: 'Approved?',
    },
    'Escalate review': {
      ...ask('EscalateReview', asking),
      Comment: 'Past its due date the head office is asked too; the antenna may still answer',
      TimeoutSeconds: deadlineSeconds('escalated') + DELIVERY_GRACE_SECONDS,
      Catch: [withdrawn, expired('review-unanswered')],
      Next: 'Approved?',
    },
    'Approved?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $states.input.decision = 'approve' %}`, Next: 'Collect dues' },
        { Condition: `{% $states.input.decision = 'refuse' %}`, ...closing('refused') },
        { Condition: `{% $states.input.decision = 'request-changes' %}`, Next: 'Correct application' },
      ],
    },
    'Correct application': {
      ...ask('CorrectApplication', asking),
      Comment: 'The applicant makes the changes asked for',
      TimeoutSeconds: deadlineSeconds('correct-application') + DELIVERY_GRACE_SECONDS,
      Catch: [withdrawn, expired('changes-not-made')],
      Next: 'Record correction',
    },
    'Record correction': {
      ...run('RecordCorrection', { ...step, taskId: '{% $states.input.taskId %}' }),
      Assign: { round: '{% $round + 1 %}' },
      Catch: [withdrawn],
      Next: 'E-mail changed?',
    },
    'E-mail changed?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.emailChanged %}', Next: 'Confirm e-mail' }],
      Default: 'Look up company',
    },
    'Collect dues': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: {
        StateMachineArn: `\${${NESTED_DUES}}`,
        Name: `{% $states.context.Execution.Name & '-dues' %}`,
        // One quote and one invoice an application, whichever execution asks. The first period begins when it is quoted.
        Input: {
          applicationId: APPLICATION_ID,
          duesId: `{% $states.context.Execution.Input.applicationId & '~joining' %}`,
          purpose: 'joining',
          period: null,
        },
      },
      Comment: 'From the quote to the payment, or to the last reminder',
      Output: '{% $states.result.Output %}',
      Retry: [RETRY_START_EXECUTION],
      Next: 'Paid?',
    },
    'Paid?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $states.input.outcome in ['settled', 'waived'] %}`, Next: 'Admit member' },
        { Condition: `{% $states.input.outcome = 'withdrawn' %}`, ...closing('withdrawn') },
        { Condition: `{% $states.input.outcome = 'cancelled' %}`, ...closing('expired', 'dues-cancelled') },
        { Condition: `{% $states.input.outcome = 'unpaid' %}`, ...closing('expired', 'dues-unpaid') },
      ],
    },
    'Admit member': {
      ...run('AdmitMember', step),
      Comment: 'Member, number, SIREN and application change together or not at all',
      Catch: [withdrawn],
      Next: 'Screening asked for?',
    },
    'Screening asked for?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.screening %}', Next: 'Screen for growth' }],
      Default: 'Member admitted',
    },
    'Screen for growth': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Arguments: {
        StateMachineArn: `\${${LAUNCHED_SCREENING}}`,
        // The name that the screening's case gives its execution: whoever starts it, it is started once.
        Name: `{% $states.context.Execution.Input.applicationId & '-growth-1' %}`,
        Input: {
          applicationId: APPLICATION_ID,
          caseId: `{% $states.context.Execution.Input.applicationId & '~1' %}`,
        },
      },
      Comment: 'Started and left to itself: a membership never waits for it, nor fails with it',
      Retry: [RETRY_START_EXECUTION],
      // Whatever keeps it from starting now, the redelivery job starts it: its case was stored with the member.
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Member admitted' }],
      Next: 'Member admitted',
    },
    'Member admitted': { Type: 'Succeed' },
    'Close application': {
      ...run('CloseApplication', { ...step, outcome: '{% $outcome %}', reason: '{% $reason %}' }),
      Comment: 'Releases the SIREN, cancels what is still asked, voids what was invoiced, tells the applicant',
      Next: 'Outcome?',
    },
    'Outcome?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $outcome = 'refused' %}`, Next: 'Application refused' },
        { Condition: `{% $outcome = 'withdrawn' %}`, Next: 'Application withdrawn' },
        { Condition: `{% $outcome = 'expired' %}`, Next: 'Application expired' },
        { Condition: `{% $outcome = 'duplicate' %}`, Next: 'Company already known' },
      ],
    },
    'Application refused': { Type: 'Succeed' },
    'Application withdrawn': { Type: 'Succeed' },
    'Application expired': { Type: 'Succeed' },
    'Company already known': { Type: 'Succeed' },
  },
});
