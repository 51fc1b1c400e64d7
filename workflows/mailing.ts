import * as steps from '../domain/mailing/steps.ts';
import { functionStates, type Jsonata, NOW, stateMachine, type TaskMap } from './asl.ts';

/** The task of `mailing`, by function name. */
export const MAILING_TASKS = {
  SendMailing: { function: 'mailings/send-mailing', input: steps.SendMailingInput, output: steps.SendMailingOutput },
} as const satisfies TaskMap;

const MAILING_ID: Jsonata = '{% $states.context.Execution.Input.mailingId %}';
const { run } = functionStates(MAILING_TASKS);

/**
 * A mailing leaves, some dozens of mails at a time. How far it is stands with the mailing, so whatever stops goes on
 * where it was. To 60,000 members it takes 1,500 rounds: some 10,500 events of the 25,000 that an execution may have.
 */
export const mailing = stateMachine({
  Comment: 'A message of the cluster reaches its members',
  // Two days: at ten mails a second 60,000 take two hours; what waits for the mail service is retried.
  TimeoutSeconds: 172_800,
  StartAt: 'Send mailing',
  States: {
    'Send mailing': {
      ...run('SendMailing', { mailingId: MAILING_ID, now: NOW }),
      Comment: 'The next recipients get their mail, each once',
      Next: 'All sent?',
    },
    'All sent?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.done %}', Next: 'Mailing sent' }],
      Default: 'Send mailing',
    },
    'Mailing sent': { Type: 'Succeed' },
  },
});
