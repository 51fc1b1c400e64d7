import type * as z from 'zod';
import { ErrorName } from '../domain/errors.ts';
import { deadlineSeconds } from '../domain/joining/policy.ts';
import * as steps from '../domain/joining/steps.ts';
import {
  APPLICATION_ID,
  DELIVERY_GRACE_SECONDS,
  functionStates,
  NOW,
  stateMachine,
  TASK_TOKEN,
  type TaskMap,
} from './asl.ts';

/** The tasks of `antenna-assignment`, by function name. */
export const ANTENNA_ASSIGNMENT_TASKS = {
  ProposeAntenna: {
    function: 'antenna/propose-antenna',
    input: steps.ProposeAntennaInput,
    output: steps.ProposeAntennaOutput,
  },
  ChooseAntenna: {
    function: 'antenna/choose-antenna',
    input: steps.ChooseAntennaInput,
    output: steps.ChooseAntennaOutput,
  },
  RecordAntenna: {
    function: 'antenna/record-antenna',
    input: steps.RecordAntennaInput,
    output: steps.RecordAntennaOutput,
  },
} as const satisfies TaskMap;

const { run, ask } = functionStates(ANTENNA_ASSIGNMENT_TASKS);
const step = { applicationId: APPLICATION_ID, now: NOW } as const;
/** How it ended, as the caller reads it. */
const end = (outcome: z.infer<typeof steps.AntennaAssignmentOutput>['outcome']) => ({ outcome });
/** The applicant withdrew: end in order, and let the caller close the application. */
const withdrawn = { ErrorEquals: [ErrorName.ApplicationWithdrawn], Next: 'Application withdrawn' as const };

/** Places an application in an antenna: by the rule where it is clear cut, by staff where antennas contest it. */
export const antennaAssignment = stateMachine({
  Comment: 'Places an application in an antenna',
  // Staff have ten days to choose; a day more covers every retry of the other steps.
  TimeoutSeconds: deadlineSeconds('choose-antenna') + 86_400,
  StartAt: 'Propose antenna',
  States: {
    'Propose antenna': {
      ...run('ProposeAntenna', step),
      Comment: 'The rule says which antennas may take the company, and why',
      Assign: {
        proposed: '{% $states.result.Payload.proposed %}',
        communeCode: '{% $states.result.Payload.communeCode %}',
      },
      Catch: [withdrawn],
      Next: 'Clear cut?',
    },
    'Clear cut?': {
      Type: 'Choice',
      Choices: [
        {
          Condition: '{% $states.input.clearCut %}',
          Assign: { antenna: '{% $proposed %}', assignedBy: 'rule' },
          Next: 'Record antenna',
        },
      ],
      Default: 'Choose antenna',
    },
    'Choose antenna': {
      ...ask('ChooseAntenna', { ...step, taskToken: TASK_TOKEN }),
      Comment: 'Staff of the candidate antennas decide; the proposal stands when nobody does',
      TimeoutSeconds: deadlineSeconds('choose-antenna') + DELIVERY_GRACE_SECONDS,
      Assign: { antenna: '{% $states.result.antenna %}', assignedBy: 'staff' },
      Catch: [
        withdrawn,
        {
          ErrorEquals: ['States.Timeout'],
          Assign: { antenna: '{% $proposed %}', assignedBy: 'deadline' },
          Next: 'Record antenna',
        },
      ],
      Next: 'Record antenna',
    },
    'Record antenna': {
      ...run('RecordAntenna', {
        ...step,
        antenna: '{% $antenna %}',
        assignedBy: '{% $assignedBy %}',
        communeCode: '{% $communeCode %}',
      }),
      Catch: [withdrawn],
      Next: 'Antenna recorded',
    },
    'Antenna recorded': { Type: 'Succeed', Output: end('recorded') },
    'Application withdrawn': { Type: 'Succeed', Output: end('withdrawn') },
  },
});
