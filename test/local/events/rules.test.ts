import { describe, expect, it } from '@jest/globals';
import { dispatch, type Rule, readRule, type StatusChange, statusChangeEvent } from '../../../local/events/rules.ts';
import type { LambdaCall } from '../../../local/lambda/call.ts';
import { LambdaRefusal } from '../../../local/lambda/failure.ts';
import { checkTarget, deliver } from '../../../local/scheduler/targets.ts';
import { Deployment } from '../../../local/template/deployment.ts';
import { stackOf } from '../../support/template.ts';

const MACHINE = 'arn:aws:states:eu-west-3:000000000000:stateMachine:joining';
const FUNCTION = 'arn:aws:lambda:eu-west-3:000000000000:function:RecordFailure';
const QUEUE = 'arn:aws:sqs:eu-west-3:000000000000:dead-letters';

const change = (more: Partial<StatusChange> = {}): StatusChange => ({
  executionArn: 'arn:aws:states:eu-west-3:000000000000:execution:joining:a1',
  stateMachineArn: MACHINE,
  name: 'a1',
  status: 'FAILED',
  startDate: 1000,
  stopDate: 2000,
  input: '{"applicationId":"a1"}',
  output: null,
  error: 'States.Runtime',
  cause: 'x',
  ...more,
});

const PATTERN = {
  source: ['aws.states'],
  'detail-type': ['Step Functions Execution Status Change'],
  detail: { status: ['FAILED', 'TIMED_OUT'], stateMachineArn: [{ prefix: MACHINE }] },
};

function ruleOf(properties: Record<string, unknown>): Rule | null {
  const stack = stackOf('stack', { resources: { Rule: { Type: 'AWS::Events::Rule', Properties: properties } } });
  const [resource] = new Deployment([stack]).resources();
  if (resource === undefined) throw new Error('The rule is missing.');
  return readRule(resource);
}

/** What a rule with this target hands over for a change of status. */
async function handed(target: Record<string, unknown>, of = change()): Promise<unknown[]> {
  const rule = ruleOf({ EventPattern: PATTERN, Targets: [{ Arn: FUNCTION, ...target }] });
  const inputs: unknown[] = [];
  if (rule !== null)
    await dispatch(statusChangeEvent(of, 3000), [rule], async (_to, input) => void inputs.push(JSON.parse(input)));
  return inputs;
}

describe('a rule', () => {
  it('hands the event of Step Functions to its targets', async () => {
    expect(await handed({})).toMatchObject([
      {
        version: '0',
        'detail-type': 'Step Functions Execution Status Change',
        source: 'aws.states',
        account: '000000000000',
        time: '1970-01-01T00:00:02Z',
        region: 'eu-west-3',
        resources: ['arn:aws:states:eu-west-3:000000000000:execution:joining:a1'],
        detail: {
          status: 'FAILED',
          name: 'a1',
          input: '{"applicationId":"a1"}',
          startDate: 1000,
          inputDetails: { included: true },
        },
      },
    ]);
  });

  it('lets other events pass', async () => {
    expect(await handed({}, change({ status: 'SUCCEEDED' }))).toEqual([]);
    expect(await handed({}, change({ stateMachineArn: MACHINE.replace('joining', 'dues') }))).toEqual([]);
  });

  it('hands over a part, a constant, or a text made of parts', async () => {
    expect(await handed({ InputPath: '$.detail.input' })).toEqual(['{"applicationId":"a1"}']);
    expect(await handed({ Input: '{"constant":1}' })).toEqual([{ constant: 1 }]);
    const InputTransformer = {
      InputPathsMap: { name: '$.detail.name', started: '$.detail.startDate' },
      InputTemplate: '{"id": "<name>", "started": <started>, "missing": <name>}',
    };
    expect(await handed({ InputTransformer })).toEqual([{ id: 'a1', started: 1000, missing: 'a1' }]);
  });

  it('that is disabled does nothing', () => {
    expect(ruleOf({ EventPattern: PATTERN, State: 'DISABLED' })).toBeNull();
  });

  it.each([
    ['a comparison nobody taught', { EventPattern: { source: [{ suffix: 'x' }] } }, /suffix, which is not supported/],
    ['a schedule', { ScheduleExpression: 'rate(1 day)' }, /use AWS::Scheduler/],
    [
      'a target that does not run here',
      { EventPattern: PATTERN, Targets: [{ Arn: QUEUE }] },
      /does not run on this machine/,
    ],
  ])('with %s is refused by name', (_case, properties, message) => {
    expect(() => ruleOf(properties)).toThrow(message);
  });
});

describe('delivery', () => {
  const target = { arn: FUNCTION, deadLetters: QUEUE };

  function portsOf(lambda: (call: LambdaCall) => void, status = 200) {
    const letters: { queue: string; body: string }[] = [];
    const started: unknown[] = [];
    const ports = {
      lambda: async (call: LambdaCall) => {
        lambda(call);
        return { payload: '' };
      },
      states: {
        handle: async ({ body }: { body: string }) => {
          started.push(JSON.parse(body));
          return { status, headers: {}, body: 'refused' };
        },
      },
      deadLetters: { send: (queue: string, body: string) => void letters.push({ queue, body }) },
    };
    return { ports, letters, started };
  }

  it('invokes functions as events, whose failures are Lambda’s to try again', async () => {
    const calls: LambdaCall[] = [];
    const { ports, letters } = portsOf((call) => void calls.push(call));
    await deliver(target, '{}', ports);
    expect(calls).toEqual([{ functionArn: FUNCTION, payload: '{}', invocationType: 'Event' }]);
    expect(letters).toEqual([]);
  });

  it('puts aside what Lambda or Step Functions refuse', async () => {
    const refusing = portsOf(() => {
      throw new LambdaRefusal('ResourceNotFoundException', 404, 'Function not found');
    });
    await deliver(target, '{"a":1}', refusing.ports);
    expect(refusing.letters).toEqual([{ queue: QUEUE, body: '{"a":1}' }]);
    const machine = portsOf(() => undefined, 400);
    await deliver({ arn: MACHINE, deadLetters: QUEUE }, '{}', machine.ports);
    expect(machine.started).toMatchObject([{ stateMachineArn: MACHINE, input: '{}' }]);
    expect(machine.letters).toHaveLength(1);
  });

  it('knows what it can deliver to', () => {
    expect(() => checkTarget(FUNCTION, 'x')).not.toThrow();
    expect(() => checkTarget('arn:aws:sns:eu-west-3:000000000000:topic', 'x')).toThrow(/x: the target arn:aws:sns/);
  });
});
