import * as steps from '../domain/renewal/steps.ts';
import { functionStates, NOW, RETRY_START_EXECUTION, stateMachine, type TaskMap } from './asl.ts';

/** The tasks of `renewal-campaign`, by function name. */
export const RENEWAL_CAMPAIGN_TASKS = {
  FindWhoIsDue: {
    function: 'renewal/find-who-is-due',
    input: steps.FindWhoIsDueInput,
    output: steps.FindWhoIsDueOutput,
  },
  RecordCampaign: {
    function: 'renewal/record-campaign',
    input: steps.RecordCampaignInput,
    output: steps.RecordCampaignOutput,
  },
} as const satisfies TaskMap;

/** Placeholders of the state machines it starts and does not wait for. */
export const CAMPAIGN_STARTS = { renewal: 'Renewal', campaign: 'RenewalCampaign' } as const;

/**
 * Pages one execution goes through before it hands over to the next. A page of 40 renewals leaves some 300 events; 40
 * pages stay under half of the 25,000 that an execution may have.
 */
const PAGES = 40;

const { run } = functionStates(RENEWAL_CAMPAIGN_TASKS);
const input = (field: keyof typeof steps.CampaignInput.shape) => `$states.context.Execution.Input.${field}`;

/**
 * Starts a renewal for everybody who is due. Each is named by its dossier and period, so that a campaign that runs
 * twice, or again after it was killed, starts none twice; who was due on a day that was missed still is.
 */
export const renewalCampaign = stateMachine({
  Comment: 'Opens the renewal of everybody whose period nears its end',
  // A day: the next one comes tomorrow.
  TimeoutSeconds: 86_400,
  StartAt: 'Find who is due',
  States: {
    'Find who is due': {
      ...run('FindWhoIsDue', {
        now: NOW,
        cursor: `{% $exists($cursor) ? $cursor : ${input('cursor')} %}`,
        found: `{% $exists($found) ? $found : ${input('found')} %}`,
      }),
      Comment: 'A page of those whose period ends within the notice, by an index',
      Assign: {
        cursor: '{% $states.result.Payload.cursor %}',
        found: '{% $states.result.Payload.found %}',
        pages: '{% $exists($pages) ? $pages + 1 : 1 %}',
      },
      Next: 'Start renewals',
    },
    'Start renewals': {
      Type: 'Map',
      Items: '{% $states.input.due %}',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Start renewal',
        States: {
          'Start renewal': {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution',
            Arguments: {
              StateMachineArn: `\${${CAMPAIGN_STARTS.renewal}}`,
              Name: '{% $states.input.name %}',
              Input: '{% $states.input.input %}',
            },
            Retry: [RETRY_START_EXECUTION],
            Catch: [{ ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'], Next: 'Started before' }],
            Output: {},
            End: true,
          },
          'Started before': { Type: 'Succeed', Output: {} },
        },
      },
      Output: {},
      Next: 'Any left?',
    },
    'Any left?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $cursor = null %}', Next: 'Record campaign' },
        { Condition: `{% $pages < ${PAGES} %}`, Next: 'Find who is due' },
      ],
      Default: 'Hand over',
    },
    'Hand over': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Comment: 'Before this history is full, another execution goes on from the same place',
      Arguments: {
        StateMachineArn: `\${${CAMPAIGN_STARTS.campaign}}`,
        Name: `{% ${input('campaign')} & '-' & $string(${input('part')} + 1) %}`,
        Input: {
          time: `{% ${input('time')} %}`,
          by: `{% ${input('by')} %}`,
          campaign: `{% ${input('campaign')} %}`,
          part: `{% ${input('part')} + 1 %}`,
          cursor: '{% $cursor %}',
          found: '{% $found %}',
        },
      },
      Retry: [RETRY_START_EXECUTION],
      Catch: [{ ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'], Next: 'Handed over' }],
      Next: 'Handed over',
    },
    'Record campaign': {
      ...run('RecordCampaign', {
        time: `{% ${input('time')} %}`,
        by: `{% ${input('by')} %}`,
        found: '{% $found %}',
        now: NOW,
      }),
      Comment: 'For the page of schedules',
      Next: 'Campaign done',
    },
    'Campaign done': { Type: 'Succeed', Output: {} },
    'Handed over': { Type: 'Succeed', Output: {} },
  },
});
