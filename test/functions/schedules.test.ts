import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ScheduleList } from '../../domain/contract/schedule-routes.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const listed = async (name: string) => {
  const { body } = await world.call('ListSchedules', { staff: ['admin'], now: '2027-06-01T08:00:00.000Z' });
  const found = ScheduleList.parse(body).items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`No ${name}.`);
  return found;
};

it('lists when each schedule ran last, with what it came to, and when it runs next', async () => {
  expect(await listed('end-memberships')).toMatchObject({
    expression: 'cron(30 0 * * ? *)',
    zone: 'Europe/Paris',
    lastRun: null,
    nextRun: '2027-06-01T22:30:00.000Z',
  });
  await world.job('membership/end-memberships', { time: '2027-06-01T22:30:00Z' });
  expect((await listed('end-memberships')).lastRun).toEqual({
    at: '2027-06-01T22:30:00Z',
    outcome: 'done',
    counts: { ended: 0 },
    by: null,
  });
});

it('keeps that a run failed', async () => {
  const { handler } = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() }).parse({
    handler: (await import('../../functions/shared/scheduled-job.ts')).scheduledJob('redeliver-answers', async () => {
      throw new Error('broken on purpose');
    }),
  });
  await expect(handler({ time: '2027-06-01T08:00:00Z' }, {})).rejects.toThrow('broken on purpose');
  expect((await listed('redeliver-answers')).lastRun).toMatchObject({ outcome: 'failed', counts: {} });
});

it('has one run now, in the name of whoever asks', async () => {
  const options = { staff: ['admin'], params: { name: 'end-memberships' }, now: '2027-06-01T08:00:00.000Z' };
  expect((await world.call('RunSchedule', options)).status).toBe(202);
  const [call] = world.aws.of('Invoke');
  expect(call).toMatchObject({
    FunctionName: 'arn:aws:lambda:eu-west-3:000000000000:function:end-memberships',
    time: '2027-06-01T08:00:00.000Z',
    by: expect.any(String),
  });
  expect((await world.call('RunSchedule', { ...options, params: { name: 'nothing' } })).problem).toBe('not-found');
});
