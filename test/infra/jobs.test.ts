import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { expressionOf, SCHEDULE_ZONE } from '../../domain/schedule/cadence.ts';
import { SCHEDULE_NAMES, SCHEDULES } from '../../domain/schedule/schedules.ts';
import { JOBS, namesOf, SCHEDULED } from '../../infra/entries.ts';
import { handlersOf, resourcesOf, synthesize, type Template } from './synthesized.ts';

let template: Template;
beforeAll(() => {
  template = synthesize('dev').product();
});

const DeadLetterConfig = z.object({ Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) });
const queues = (): string[] => resourcesOf(template, 'AWS::SQS::Queue').map((queue) => queue.id);
const functionArn = (name: string) => ({
  'Fn::GetAtt': [handlersOf(template).find((handler) => handler.name === name)?.id, 'Arn'],
});

describe('schedules', () => {
  it('have a dead-letter queue each', () => {
    const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule');
    const Target = z.object({ Target: z.object({ DeadLetterConfig }) });

    expect(schedules.length).toBeGreaterThan(0);
    for (const { Properties } of schedules) {
      expect(queues()).toContain(Target.parse(Properties).Target.DeadLetterConfig.Arn['Fn::GetAtt'][0]);
    }
  });

  it('deliver what was interrupted every five minutes, with the time it was due', () => {
    const [schedule] = resourcesOf(template, 'AWS::Scheduler::Schedule');

    expect(schedule?.Properties).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Target: { Arn: functionArn('RedeliverAnswers'), Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
  });
});

describe('the schedules of the contract', () => {
  it.each(SCHEDULE_NAMES)('%s calls its job when its page says', (name) => {
    const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
    const { cadence } = SCHEDULES[name];

    expect(schedules.filter(({ Name }) => Name === name)).toEqual([
      expect.objectContaining({
        State: 'ENABLED',
        ScheduleExpression: cadence.kind === 'every' ? `rate(${cadence.minutes} minutes)` : expressionOf(cadence),
        ...(cadence.kind === 'every' ? {} : { ScheduleExpressionTimezone: SCHEDULE_ZONE }),
        Target: expect.objectContaining({ Arn: functionArn(SCHEDULED[name]) }),
      }),
    ]);
  });

  it('may be run by hand through one function alone, each of them', () => {
    const callers = handlersOf(template).filter(({ allowed }) =>
      allowed.some(({ Action }) => Action.includes('lambda:InvokeFunction')),
    );

    expect(callers.map(({ name }) => name)).toEqual(['RunSchedule']);
    const arns = JSON.stringify(callers[0]?.Environment.Variables.SCHEDULED_FUNCTIONS);
    for (const name of SCHEDULE_NAMES) expect(arns).toContain(`${name}=`);
  });
});

describe('the rule of failed executions', () => {
  it('calls RecordFailure for every end of joining that the workflow does not provide', () => {
    const [rule] = resourcesOf(template, 'AWS::Events::Rule');

    expect(rule?.Properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      Targets: [{ Arn: functionArn('RecordFailure') }],
    });
    expect(JSON.stringify(rule?.Properties.EventPattern)).toContain('stateMachine:traboule-dev-joining"');
    expect(JSON.stringify(rule?.Properties.EventPattern)).toContain('stateMachine:traboule-dev-high-growth-screening"');
  });

  it('has a dead-letter queue', () => {
    const Targets = z.object({ Targets: z.array(z.object({ DeadLetterConfig })) });
    const rules = resourcesOf(template, 'AWS::Events::Rule').map((rule) => Targets.parse(rule.Properties));

    for (const target of rules.flatMap((rule) => rule.Targets)) {
      expect(queues()).toContain(target.DeadLetterConfig.Arn['Fn::GetAtt'][0]);
    }
  });
});

describe('jobs', () => {
  it.each(namesOf(JOBS))('%s keeps what it failed on each time', (name) => {
    const [handler] = resourcesOf(template, 'AWS::Lambda::Function').filter(
      (f) => f.id === handlersOf(template).find((h) => h.name === name)?.id,
    );
    const { DeadLetterConfig: config } = z
      .object({ DeadLetterConfig: z.object({ TargetArn: z.object({ 'Fn::GetAtt': z.array(z.string()) }) }) })
      .parse(handler?.Properties);

    expect(queues()).toContain(config.TargetArn['Fn::GetAtt'][0]);
  });
});
