import { ErrorName } from '../domain/errors.ts';
import { MEMBERSHIP_POLICIES } from '../domain/member/policy.ts';
import * as steps from '../domain/renewal/steps.ts';
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

/** The tasks of `renewal`, by function name. */
export const RENEWAL_TASKS = {
  OpenRenewal: { function: 'renewal/open-renewal', input: steps.OpenRenewalInput, output: steps.OpenRenewalOutput },
  ConfirmFigures: {
    function: 'renewal/confirm-figures',
    input: steps.ConfirmFiguresInput,
    output: steps.ConfirmFiguresOutput,
  },
  KeepFigures: { function: 'renewal/keep-figures', input: steps.KeepFiguresInput, output: steps.KeepFiguresOutput },
  RenewMember: { function: 'renewal/renew-member', input: steps.RenewMemberInput, output: steps.RenewMemberOutput },
  PlanArrears: { function: 'renewal/plan-arrears', input: steps.PlanArrearsInput, output: steps.PlanArrearsOutput },
  AwaitLatePayment: {
    function: 'renewal/await-late-payment',
    input: steps.AwaitLatePaymentInput,
    output: steps.AwaitLatePaymentOutput,
  },
  SuspendMember: {
    function: 'renewal/suspend-member',
    input: steps.SuspendMemberInput,
    output: steps.SuspendMemberOutput,
  },
  LapseMember: { function: 'renewal/lapse-member', input: steps.LapseMemberInput, output: steps.LapseMemberOutput },
} as const satisfies TaskMap;

/** Placeholder of the nested state machine's ARN. */
export const RENEWAL_NESTS_DUES = 'Dues';

const { run, ask } = functionStates(RENEWAL_TASKS);
const step = {
  applicationId: APPLICATION_ID,
  memberNumber: '{% $states.context.Execution.Input.memberNumber %}',
  key: '{% $states.context.Execution.Input.key %}',
  now: NOW,
} as const;
const asking = { ...step, taskToken: TASK_TOKEN } as const;

/** It resigned, was excluded, or joined again for another period: what was asked is asked no more. */
const ended = { ErrorEquals: [ErrorName.MembershipEnded], Next: 'Nothing to renew' as const };
/** The longest any version gives: an answer past its own due date is refused, whatever the state still waits. */
const FIGURES_SECONDS = Math.max(...MEMBERSHIP_POLICIES.map(({ figuresDays }) => figuresDays)) * 86_400;

/** A member renews for its next period: figures, dues, and what becomes of it when they are not paid. */
export const renewal = stateMachine({
  Comment: 'A member renews for its next period',
  // A year: what Step Functions itself allows an execution. It gives up waiting for a late payment before that.
  TimeoutSeconds: 31_536_000,
  StartAt: 'Open renewal',
  States: {
    'Open renewal': {
      ...run('OpenRenewal', step),
      Comment: 'From here on the member is to renew, and the campaign finds it no more',
      Catch: [ended],
      Next: 'Confirm figures',
    },
    'Confirm figures': {
      ...ask('ConfirmFigures', asking),
      Comment: 'The company confirms its headcount and turnover through its link',
      TimeoutSeconds: FIGURES_SECONDS + DELIVERY_GRACE_SECONDS,
      Catch: [ended, { ErrorEquals: ['States.Timeout'], Next: 'Keep figures' }],
      Next: 'Collect dues',
    },
    'Keep figures': {
      ...run('KeepFigures', step),
      Comment: 'Nobody answered: the last known figures stand',
      Catch: [ended],
      Next: 'Collect dues',
    },
    'Collect dues': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Comment: 'From the quote to the payment, or to the last reminder',
      Arguments: {
        StateMachineArn: `\${${RENEWAL_NESTS_DUES}}`,
        Name: `{% $states.context.Execution.Name & '-dues' %}`,
        Input: {
          applicationId: APPLICATION_ID,
          duesId: `{% $states.context.Execution.Input.applicationId & '~renewal-' & $states.context.Execution.Input.key %}`,
          purpose: 'renewal',
          period: '{% $states.context.Execution.Input.period %}',
        },
      },
      Output: '{% $states.result.Output %}',
      Retry: [RETRY_START_EXECUTION],
      Next: 'Paid?',
    },
    'Paid?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.outcome in ['settled', 'waived'] %}`, Next: 'Renew member' }],
      Default: 'Plan arrears',
    },
    'Plan arrears': {
      ...run('PlanArrears', step),
      Comment: 'What the policy says of this day: wait, suspend, strike off, or wait no more',
      Catch: [ended],
      Next: 'What now?',
    },
    'What now?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $states.input.action = 'wait' %}`, Next: 'Await late payment' },
        { Condition: `{% $states.input.action = 'suspend' %}`, Next: 'Suspend member' },
        { Condition: `{% $states.input.action = 'lapse' %}`, Next: 'Lapse member' },
        { Condition: `{% $states.input.action = 'end' %}`, Next: 'Membership lapsed' },
      ],
    },
    'Await late payment': {
      ...ask('AwaitLatePayment', asking),
      Comment: 'Whatever settles the invoice, however late, answers this state',
      TimeoutSeconds: '{% $states.input.seconds %}',
      Catch: [ended, { ErrorEquals: ['States.Timeout'], Next: 'Plan arrears' }],
      Next: 'Paid?',
    },
    'Suspend member': {
      ...run('SuspendMember', step),
      Comment: 'Still a member, without its rights until it pays',
      Catch: [ended],
      Next: 'Plan arrears',
    },
    'Lapse member': {
      ...run('LapseMember', step),
      Comment: 'Struck off: its SIREN is free; a late payment brings it back',
      Catch: [ended],
      Next: 'Plan arrears',
    },
    'Renew member': {
      ...run('RenewMember', step),
      Comment: 'The period that was asked for, whenever it was paid',
      Catch: [ended, { ErrorEquals: [ErrorName.DuplicateCompany], Next: 'Paid too late' }],
      Next: 'Membership renewed',
    },
    'Membership renewed': { Type: 'Succeed' },
    'Membership lapsed': { Type: 'Succeed' },
    'Nothing to renew': { Type: 'Succeed' },
    'Paid too late': { Type: 'Succeed', Comment: 'Another application or membership has the SIREN by now' },
  },
});
