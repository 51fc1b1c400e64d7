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
    ms: 0,
    error: null,
  });
});

it('says which time it missed, whoever had it run since', async () => {
  await world.job('membership/end-memberships', { time: '2027-05-29T22:30:00Z' });
  expect((await listed('end-memberships')).missed).toBeNull();
  await world.job('renewal/start-renewal-campaign', { time: '2027-05-30T05:00:00Z' });
  await world.job('renewal/start-renewal-campaign', { time: '2027-06-01T07:59:00Z', by: 'Jeanne' });
  expect(await listed('renewal-campaign')).toMatchObject({
    missed: '2027-05-31T05:00:00.000Z',
    lastRun: { by: 'Jeanne', outcome: 'running' },
  });
  // Made up for late: it was not missed then, and does not hide what was asked for since.
  await world.job('renewal/start-renewal-campaign', { time: '2027-05-31T05:00:00Z' });
  expect(await listed('renewal-campaign')).toMatchObject({
    missed: '2027-06-01T05:00:00.000Z',
    lastRun: { by: 'Jeanne', outcome: 'running' },
  });
});

it('keeps of a campaign what its workflow came to, whichever tells first', async () => {
  const time = '2027-06-01T08:00:00Z';
  await world.task('renewal/record-campaign', { time, by: null, found: 7, now: '2027-06-01T08:00:42.000Z' });
  await world.job('renewal/start-renewal-campaign', { time });
  expect((await listed('renewal-campaign')).lastRun).toMatchObject({
    outcome: 'done',
    counts: { found: 7 },
    ms: 42_000,
  });
  // Tried again after a newer one ran: it does not hide it.
  await world.job('renewal/start-renewal-campaign', { time: '2027-05-30T05:00:00Z' });
  expect((await listed('renewal-campaign')).lastRun).toMatchObject({ at: time });
});

it('keeps that a run failed', async () => {
  const { handler } = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() }).parse({
    handler: (await import('../../functions/shared/scheduled-job.ts')).scheduledJob('redeliver-answers', async () => {
      throw new Error('broken on purpose');
    }),
  });
  let left = 9_000;
  const call = { getRemainingTimeInMillis: () => (left -= 500) };
  await expect(handler({ time: '2027-06-01T08:00:00Z' }, call)).rejects.toThrow('broken on purpose');
  expect((await listed('redeliver-answers')).lastRun).toMatchObject({
    outcome: 'failed',
    counts: {},
    error: 'Error',
  });
  expect((await listed('redeliver-answers')).lastRun?.ms).toBeGreaterThan(0);
});

it('has one run now, in the name of whoever asks', async () => {
  const options = { staff: ['admin'], params: { name: 'end-memberships' }, now: '2027-06-01T08:00:00.000Z' };
  expect(await world.call('RunSchedule', options)).toMatchObject({ status: 202, body: { at: options.now } });
  const [call] = world.aws.of('Invoke');
  expect(call).toMatchObject({
    FunctionName: 'arn:aws:lambda:eu-west-3:000000000000:function:end-memberships',
    time: '2027-06-01T08:00:00.000Z',
    by: expect.any(String),
  });
  expect((await world.call('RunSchedule', { ...options, params: { name: 'nothing' } })).problem).toBe('not-found');
});
