import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Activity } from '../../../local/clock/activity.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { readExpression } from '../../../local/scheduler/expression.ts';
import { readSchedule, type Schedule, Scheduler } from '../../../local/scheduler/scheduler.ts';
import { Deployment } from '../../../local/template/deployment.ts';
import { stackOf } from '../../support/template.ts';

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
const at = (text: string) => Date.parse(text);

/** The first runs of an expression after an instant. */
function runs(expression: string, after: string, count = 3, timezone = 'Europe/Paris'): (string | null)[] {
  const recurrence = readExpression(expression, timezone);
  const found: (string | null)[] = [];
  for (let last: number | null = at(after); found.length < count && last !== null; ) {
    last = recurrence.next(last, at(after));
    found.push(iso(last));
  }
  return found;
}

describe('schedule expressions', () => {
  it('rate counts from when the schedule was made', () => {
    expect(runs('rate(5 minutes)', '2026-01-05T08:02:30Z')).toEqual([
      '2026-01-05T08:07:30.000Z',
      '2026-01-05T08:12:30.000Z',
      '2026-01-05T08:17:30.000Z',
    ]);
    expect(runs('rate(1 day)', '2026-01-05T08:00:00Z', 1)).toEqual(['2026-01-06T08:00:00.000Z']);
  });

  it('cron keeps the hour of Paris when clocks change', () => {
    expect(runs('cron(0 8 * * ? *)', '2026-03-28T00:00:00Z')).toEqual([
      '2026-03-28T07:00:00.000Z',
      '2026-03-29T06:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
    ]);
  });

  it('cron counts the days of the week from Sunday, 1', () => {
    // 5 January 2026 is a Monday.
    expect(runs('cron(0 0 ? * 2 *)', '2026-01-01T00:00:00Z', 1, 'UTC')).toEqual(['2026-01-05T00:00:00.000Z']);
    expect(runs('cron(0 0 ? * MON-FRI *)', '2026-01-03T00:00:00Z', 2, 'UTC')).toEqual([
      '2026-01-05T00:00:00.000Z',
      '2026-01-06T00:00:00.000Z',
    ]);
    expect(runs('cron(0 0 ? * 6L *)', '2026-01-01T00:00:00Z', 1, 'UTC')).toEqual(['2026-01-30T00:00:00.000Z']);
    expect(runs('cron(0 0 ? * 3#1 *)', '2026-01-01T00:00:00Z', 1, 'UTC')).toEqual(['2026-01-06T00:00:00.000Z']);
  });

  it('cron takes the last day of the month, steps, and a year', () => {
    expect(runs('cron(0/30 9 L * ? 2026)', '2026-02-01T00:00:00Z', 2, 'UTC')).toEqual([
      '2026-02-28T09:00:00.000Z',
      '2026-02-28T09:30:00.000Z',
    ]);
    expect(runs('cron(0 9 1 1 ? 2025)', '2026-02-01T00:00:00Z', 1)).toEqual([null]);
  });

  it('at runs once', () => {
    expect(runs('at(2026-07-01T09:00:00)', '2026-01-01T00:00:00Z')).toEqual(['2026-07-01T07:00:00.000Z', null]);
  });

  it.each(['rate(5 weeks)', 'rate(0 minutes)', 'cron(0 8 * * *)', 'cron(99 8 * * ? *)', 'every day'])(
    '%s is refused',
    (expression) => {
      expect(() => readExpression(expression, 'UTC')).toThrow(/is not understood/);
    },
  );
});

const folder = mkdtempSync(join(tmpdir(), 'schedules-'));
afterAll(() => rmSync(folder, { recursive: true }));
let path = '';
beforeEach(() => {
  path = join(folder, `${Math.random()}.json`);
});

const START = at('2026-01-05T08:00:00Z');

function scheduleOf(properties: Record<string, unknown>): Schedule {
  const Target = {
    Arn: 'arn:aws:lambda:eu-west-3:000000000000:function:Redeliver',
    Input: '{"time":"<aws.scheduler.scheduled-time>"}',
  };
  const stack = stackOf('stack', {
    resources: { Job: { Type: 'AWS::Scheduler::Schedule', Properties: { Target, ...properties } } },
  });
  const [resource] = new Deployment([stack]).resources();
  if (resource === undefined) throw new Error('The schedule is missing.');
  return readSchedule(resource);
}

function schedulerAt(start: number, workDone?: () => number) {
  const clock = new SimulatedClock(new Activity(), start);
  const delivered: string[] = [];
  const scheduler = new Scheduler(path, {
    clock,
    deliver: async (_target, input) => void delivered.push(JSON.parse(input).time),
    ...(workDone !== undefined && { workDone }),
  });
  return { clock, scheduler, delivered };
}

describe('the scheduler', () => {
  it('runs each schedule at its time, which it hands over', async () => {
    const { clock, scheduler, delivered } = schedulerAt(START);
    scheduler.start([
      scheduleOf({ ScheduleExpression: 'cron(0 9 * * ? *)', ScheduleExpressionTimezone: 'Europe/Paris' }),
    ]);
    await clock.advance(2 * 86_400_000);
    expect(delivered).toEqual(['2026-01-06T08:00:00Z', '2026-01-07T08:00:00Z']);
  });

  it('leaves a disabled schedule alone', async () => {
    const { clock, scheduler, delivered } = schedulerAt(START);
    scheduler.start([scheduleOf({ ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' })]);
    await clock.advance(86_400_000);
    expect(delivered).toEqual([]);
  });

  it('makes up for the runs it missed with one, then goes on as before', async () => {
    const schedule = scheduleOf({ ScheduleExpression: 'rate(1 hour)' });
    const before = schedulerAt(START);
    before.scheduler.start([schedule]);
    await before.clock.advance(90 * 60_000);
    before.scheduler.close();
    expect(before.delivered).toEqual(['2026-01-05T09:00:00Z']);

    const after = schedulerAt(START + 5.5 * 3_600_000);
    after.scheduler.start([schedule]);
    await after.clock.advance(3_600_000);
    expect(after.delivered).toEqual(['2026-01-05T13:00:00Z', '2026-01-05T14:00:00Z']);
  });

  it('makes up for a missed date too', async () => {
    const schedule = scheduleOf({ ScheduleExpression: 'cron(0 8 * * ? *)' });
    const before = schedulerAt(START);
    before.scheduler.start([schedule]);
    before.scheduler.close();
    const after = schedulerAt(START + 3.2 * 86_400_000);
    after.scheduler.start([schedule]);
    await after.clock.advance(0);
    expect(after.delivered).toEqual(['2026-01-08T08:00:00Z']);
  });

  it('while a simulated clock jumps, does not repeat a regular job that has nothing new to find', async () => {
    let work = 0;
    const { clock, scheduler, delivered } = schedulerAt(START, () => work);
    scheduler.start([scheduleOf({ ScheduleExpression: 'rate(5 minutes)' })]);
    await clock.advance(86_400_000);
    expect(delivered).toHaveLength(2);
    work += 1;
    await clock.advance(86_400_000);
    expect(delivered).toHaveLength(4);
    expect(delivered[2]).toBe('2026-01-06T08:05:00Z');
  });

  it('refuses a target that does not run here', () => {
    expect(() =>
      scheduleOf({
        ScheduleExpression: 'rate(1 hour)',
        Target: { Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage' },
      }),
    ).toThrow(/does not run on this machine/);
  });
});
