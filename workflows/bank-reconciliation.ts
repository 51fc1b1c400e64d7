import * as steps from '../domain/bank/steps.ts';
import { functionStates, type Jsonata, NOW, stateMachine, type TaskMap } from './asl.ts';

/** The tasks of `bank-reconciliation`, by function name. */
export const BANK_RECONCILIATION_TASKS = {
  MatchBankLines: {
    function: 'bank/match-bank-lines',
    input: steps.MatchBankLinesInput,
    output: steps.MatchBankLinesOutput,
  },
  TellPayers: { function: 'bank/tell-payers', input: steps.TellPayersInput, output: steps.TellPayersOutput },
} as const satisfies TaskMap;

/** The file this execution is about. */
const STATEMENT_ID: Jsonata = '{% $states.context.Execution.Input.statementId %}';

const { run } = functionStates(BANK_RECONCILIATION_TASKS);
const step = { statementId: STATEMENT_ID, now: NOW } as const;

/**
 * The lines of a bank file are matched, some hundreds at a time, then the companies are told. How far the file is stands
 * with the file, so whatever stops goes on where it was. A file of 32 MB has some 300 parts: 5,000 events of the 25,000
 * that an execution may have.
 */
export const bankReconciliation = stateMachine({
  Comment: 'The lines of a bank file find what they pay',
  // A day: a file takes minutes; what waits for a service to come back is retried.
  TimeoutSeconds: 86_400,
  StartAt: 'Match bank lines',
  States: {
    'Match bank lines': {
      ...run('MatchBankLines', step),
      Comment: 'Each line pays, takes back, or waits for a person: once, whatever runs again',
      Assign: { chunk: 0 },
      Next: 'All matched?',
    },
    'All matched?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.done %}', Next: 'Tell payers' }],
      Default: 'Match bank lines',
    },
    'Tell payers': {
      ...run('TellPayers', { ...step, chunk: '{% $chunk %}' }),
      Comment: 'A mail a payment, after all lines are in the books',
      Assign: { chunk: '{% $states.result.Payload.next %}' },
      Next: 'All told?',
    },
    'All told?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.next = null %}', Next: 'Statement reconciled' }],
      Default: 'Tell payers',
    },
    'Statement reconciled': { Type: 'Succeed' },
  },
});
