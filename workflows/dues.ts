import type * as z from 'zod';
import * as steps from '../domain/dues/steps.ts';
import { ErrorName } from '../domain/errors.ts';
import { APPLICATION_ID, functionStates, NOW, stateMachine, TASK_TOKEN, type TaskMap } from './asl.ts';

/** The tasks of `dues`, by function name. */
export const DUES_TASKS = {
  DrawUpQuote: {
    function: 'dues/draw-up-quote',
    input: steps.DrawUpQuoteInput,
    output: steps.DrawUpQuoteOutput,
  },
  IssueInvoice: {
    function: 'invoices/issue-invoice',
    input: steps.IssueInvoiceInput,
    output: steps.IssueInvoiceOutput,
  },
  PlanCollection: {
    function: 'dues/plan-collection',
    input: steps.PlanCollectionInput,
    output: steps.PlanCollectionOutput,
  },
  AwaitPayment: {
    function: 'dues/await-payment',
    input: steps.AwaitPaymentInput,
    output: steps.AwaitPaymentOutput,
  },
  RemindCompany: {
    function: 'dues/remind-company',
    input: steps.RemindCompanyInput,
    output: steps.RemindCompanyOutput,
  },
  MarkUnpaid: {
    function: 'dues/mark-unpaid',
    input: steps.MarkUnpaidInput,
    output: steps.MarkUnpaidOutput,
  },
} as const satisfies TaskMap;

const { run, ask } = functionStates(DUES_TASKS);
const step = { applicationId: APPLICATION_ID, now: NOW } as const;
/** What the execution was started with: `$states.input` is the state's own. */
const DUES_ID = '{% $states.context.Execution.Input.duesId %}';
const ofInvoice = { ...step, number: '{% $number %}' } as const;

/** How it ended, as the caller reads it. */
const end = (outcome: z.infer<typeof steps.DuesOutput>['outcome']) => ({ outcome });
/** The dossier asks for nothing any more: end in order, and let the caller close it and void the invoice. */
const withdrawn = { ErrorEquals: [ErrorName.ApplicationWithdrawn], Next: 'Application withdrawn' as const };

/**
 * Asks a company for its dues: from the quote to the last reminder. Who joins and who stays are asked alike; what
 * becomes of them is the caller's.
 */
export const dues = stateMachine({
  Comment: 'Asks a company for its dues',
  // A year: what Step Functions itself allows an execution. A delay may be granted more than once.
  TimeoutSeconds: 31_536_000,
  StartAt: 'Draw up quote',
  States: {
    'Draw up quote': {
      ...run('DrawUpQuote', {
        ...step,
        duesId: DUES_ID,
        purpose: '{% $states.context.Execution.Input.purpose %}',
        period: '{% $states.context.Execution.Input.period %}',
      }),
      Comment: 'What the scale in force on the first day of the period says, explained',
      Catch: [withdrawn],
      Next: 'Anything owed?',
    },
    'Anything owed?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.owed %}', Next: 'Issue invoice' }],
      Default: 'Nothing owed',
    },
    'Issue invoice': {
      ...run('IssueInvoice', { ...step, duesId: DUES_ID }),
      Comment: 'Number, invoice, what is owed and its entry together or not at all',
      Assign: { number: '{% $states.result.Payload.number %}' },
      Catch: [withdrawn],
      Next: 'Plan collection',
    },
    'Plan collection': {
      ...run('PlanCollection', ofInvoice),
      Comment: 'What is due now, or how long to wait: a delay that was granted moves it',
      Catch: [withdrawn],
      Next: 'What now?',
    },
    'What now?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $states.input.action = 'wait' %}`, Next: 'Await payment' },
        { Condition: `{% $states.input.action = 'take' %}`, Next: 'Remind company' },
        { Condition: `{% $states.input.action = 'give-up' %}`, Next: 'Mark unpaid' },
        { Condition: `{% $states.input.action = 'done' %}`, Next: 'Outcome?' },
      ],
    },
    'Await payment': {
      ...ask('AwaitPayment', { ...ofInvoice, taskToken: TASK_TOKEN }),
      Comment: 'Whatever settles the invoice, however it comes, answers this state',
      TimeoutSeconds: '{% $states.input.seconds %}',
      Catch: [withdrawn, { ErrorEquals: ['States.Timeout'], Next: 'Plan collection' }],
      Next: 'Outcome?',
    },
    'Remind company': {
      ...run('RemindCompany', { ...ofInvoice, step: '{% $states.input.step %}' }),
      Comment: 'A reminder or the formal notice, once each',
      Catch: [withdrawn],
      Next: 'Plan collection',
    },
    'Mark unpaid': {
      ...run('MarkUnpaid', ofInvoice),
      Comment: 'Past the last step: still owed, but waited for no longer',
      Catch: [withdrawn],
      Next: 'Outcome?',
    },
    'Outcome?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $states.input.outcome = 'settled' %}`, Next: 'Dues settled' },
        { Condition: `{% $states.input.outcome = 'waived' %}`, Next: 'Dues waived' },
        { Condition: `{% $states.input.outcome = 'cancelled' %}`, Next: 'Dues cancelled' },
        { Condition: `{% $states.input.outcome = 'unpaid' %}`, Next: 'Dues unpaid' },
      ],
    },
    'Nothing owed': { Type: 'Succeed', Output: end('settled') },
    'Dues settled': { Type: 'Succeed', Output: end('settled') },
    'Dues waived': { Type: 'Succeed', Output: end('waived') },
    'Dues cancelled': { Type: 'Succeed', Output: end('cancelled') },
    'Dues unpaid': { Type: 'Succeed', Output: end('unpaid') },
    'Application withdrawn': { Type: 'Succeed', Output: end('withdrawn') },
  },
});
