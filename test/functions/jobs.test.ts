import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceError } from '../support/aws-stub.ts';
import { claimsOf } from '../support/events.ts';
import { formOf } from '../support/forms.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../support/world.ts';

process.env.AWS_MAX_ATTEMPTS = '1';
const T0 = '2026-10-05T08:00:00.000Z';
const T1 = '2026-10-05T08:05:00.000Z';
const staff = claimsOf(['admin']);

let world: World;
/** What Step Functions says became of each execution. */
let executions: Map<string, string>;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  // What earlier tests left undelivered is delivered first, so that each test sees its own.
  world.aws.reset();
  executions = new Map();
  world.aws.on('ListExecutions', ({ statusFilter }) => ({
    executions: [...executions].flatMap(([name, status]) => (status === statusFilter ? [{ name, status }] : [])),
  }));
  world.aws.on('DescribeExecution', ({ executionArn }) => {
    const status = executions.get(String(executionArn).split(':').at(-1) ?? '');
    if (status === undefined) throw new ServiceError('ExecutionDoesNotExist');
    return { status };
  });
  await redeliver();
  world.aws.calls.length = 0;
});

const redeliver = (time = T1) => world.job('tasks/redeliver-answers', { time });
const FULL_HOUR = '2026-10-05T09:00:00.000Z';
const changed = (name: string, time = T1) => world.job('applications/record-failure', { time, detail: { name } });
const down = (operation: string) =>
  world.aws.on(operation, () => {
    throw new ServiceError('ServiceUnavailable', 'stub', 503);
  });
const up = (operation: string) => world.aws.on(operation, () => ({}));
const applicationOf = async ({ applicationId }: Submitted) => {
  const { getApplication } = await import('../../functions/data/applications.ts');
  return getApplication(applicationId);
};
const tasksOf = async ({ applicationId }: Submitted) => {
  const { listTasks } = await import('../../functions/data/tasks.ts');
  return listTasks(applicationId);
};
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const lockOf = async ({ form }: Submitted) => {
  const { findSirenLock } = await import('../../functions/data/siren-locks.ts');
  return findSirenLock(form.company.siren);
};

describe('redelivering', () => {
  it('delivers an answer that was stored while Step Functions was out of reach, once', async () => {
    const one = await submit(world, formOf(), T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    down('SendTaskSuccess');
    const reply = await world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now: T0 });
    expect([reply.status, reply.body.status]).toEqual([202, 'answered']);
    up('SendTaskSuccess');
    world.aws.calls.length = 0;
    await redeliver();
    await redeliver();
    expect(world.aws.of('SendTaskSuccess')).toEqual([
      expect.objectContaining({ taskToken: `confirm-${one.applicationId}`, output: '{}' }),
    ]);
    expect((await tasksOf(one)).map(({ status }) => status)).toEqual(['delivered']);
  });

  it('takes an answer for delivered when nobody waits for it any more', async () => {
    const one = await submit(world, formOf(), T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    down('SendTaskSuccess');
    await world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now: T0 });
    world.aws.on('SendTaskSuccess', () => {
      throw new ServiceError('TaskTimedOut');
    });
    await redeliver();
    expect((await tasksOf(one)).map(({ status }) => status)).toEqual(['delivered']);
  });

  it('starts an execution that was never started, under its own name', async () => {
    down('StartExecution');
    const one = await submit(world, formOf(), T0);
    expect((await applicationOf(one)).executionName).toBeNull();
    up('StartExecution');
    world.aws.calls.length = 0;
    await redeliver();
    await redeliver();
    expect(world.aws.of('StartExecution').map(({ name }) => name)).toEqual([one.applicationId]);
    expect((await applicationOf(one)).executionName).toBe(one.applicationId);
  });

  it('takes an execution that was started, but not recorded, for started', async () => {
    down('StartExecution');
    const one = await submit(world, formOf(), T0);
    world.aws.on('StartExecution', () => {
      throw new ServiceError('ExecutionAlreadyExists');
    });
    await redeliver();
    expect((await applicationOf(one)).executionName).toBe(one.applicationId);
  });

  it('tells the state that waits of a withdrawal it has not heard of, until the application is closed', async () => {
    const one = await submit(world, formOf(), T0);
    await askToConfirm(world, one, T0);
    down('SendTaskFailure');
    const reply = await world.call('WithdrawApplication', { link: one.link, now: T0 });
    expect([reply.status, reply.body.status]).toEqual([202, 'withdrawn']);
    up('SendTaskFailure');
    world.aws.calls.length = 0;
    await redeliver();
    expect(world.aws.of('SendTaskFailure')).toEqual([
      expect.objectContaining({ taskToken: `confirm-${one.applicationId}`, error: 'ApplicationWithdrawnError' }),
    ]);
    await world.task('applications/close-application', {
      applicationId: one.applicationId,
      now: T1,
      outcome: 'withdrawn',
      reason: null,
    });
    world.aws.calls.length = 0;
    await redeliver();
    expect(world.aws.of('SendTaskFailure')).toEqual([]);
  });

  it('does the rest when one of them fails, and fails itself so that somebody hears of it', async () => {
    down('StartExecution');
    const broken = await submit(world, formOf(), T0);
    const well = await submit(world, formOf(), T0);
    world.aws.on('StartExecution', ({ name }) => {
      if (name === broken.applicationId) throw new ServiceError('ServiceUnavailable', 'stub', 503);
      return {};
    });
    await expect(redeliver()).rejects.toMatchObject({ name: 'AggregateError' });
    expect((await applicationOf(well)).executionName).toBe(well.applicationId);
    expect((await applicationOf(broken)).executionName).toBeNull();
  });

  it('notices an execution that failed although its event was lost', async () => {
    const one = await submit(world, formOf(), T0);
    executions.set(one.applicationId, 'TIMED_OUT');
    await redeliver();
    expect((await applicationOf(one)).status).toBe('received');
    await redeliver(FULL_HOUR);
    await redeliver(FULL_HOUR);
    expect((await applicationOf(one)).status).toBe('failed');
    expect((await linesOf(one)).filter((type) => type === 'application-failed')).toHaveLength(1);
  });
});

describe('recording a failure', () => {
  it('closes the application, frees its SIREN, cancels what was asked, and tells the applicant, once', async () => {
    const one = await submit(world, formOf(), T0);
    await bringToReview(world, one, T0);
    executions.set(one.applicationId, 'FAILED');
    await changed(one.applicationId);
    await changed(one.applicationId);
    expect(await applicationOf(one)).toMatchObject({ status: 'failed', closedAt: T1 });
    expect(await lockOf(one)).toBeNull();
    expect((await tasksOf(one)).map(({ status }) => status)).toEqual(['delivered', 'cancelled']);
    const failed = world
      .mailsTo(one.form.contact.email)
      .filter(({ template }) => template === 'test-application-failed-fr');
    expect(failed).toHaveLength(1);
  });

  it('sends the mail that a crash kept from leaving', async () => {
    const one = await submit(world, formOf(), T0);
    executions.set(one.applicationId, 'ABORTED');
    down('SendEmail');
    await expect(changed(one.applicationId)).rejects.toMatchObject({ name: 'TransientMailError' });
    up('SendEmail');
    world.aws.calls.length = 0;
    await changed(one.applicationId);
    expect(world.mailsTo(one.form.contact.email).map(({ template }) => template)).toEqual([
      'test-application-failed-fr',
    ]);
  });

  it('lets an application that was withdrawn end as withdrawn', async () => {
    const one = await submit(world, formOf(), T0);
    await world.call('WithdrawApplication', { link: one.link, now: T0 });
    executions.set(one.applicationId, 'FAILED');
    await changed(one.applicationId);
    expect(await applicationOf(one)).toMatchObject({ status: 'withdrawn', closedAt: T1 });
    expect(await lockOf(one)).toBeNull();
  });

  it('does nothing for an execution that runs again, for one of before, or for one it does not know', async () => {
    const one = await submit(world, formOf(), T0);
    executions.set(one.applicationId, 'RUNNING');
    await changed(one.applicationId);
    executions.set(`${one.applicationId}-1`, 'FAILED');
    await changed(`${one.applicationId}-1`);
    await changed('a-run-by-hand');
    expect((await applicationOf(one)).status).toBe('received');
  });
});

describe('restarting', () => {
  const restart = ({ applicationId }: Submitted) =>
    world.call('RestartApplication', { staff, params: { id: applicationId }, now: T1 });
  const failed = async () => {
    const one = await submit(world, formOf(), T0);
    await bringToReview(world, one, T0);
    executions.set(one.applicationId, 'FAILED');
    await changed(one.applicationId);
    return one;
  };

  it('takes the SIREN again and goes on where the execution stopped', async () => {
    const one = await failed();
    const reply = await restart(one);
    expect([reply.status, reply.body.status]).toEqual([202, 'in-review']);
    expect(world.aws.of('RedriveExecution')).toEqual([
      expect.objectContaining({
        executionArn: expect.stringMatching(new RegExp(`:execution:joining:${one.applicationId}$`)),
      }),
    ]);
    expect(await lockOf(one)).toMatchObject({ owner: 'application', id: one.applicationId });
    expect(await applicationOf(one)).toMatchObject({ closedAt: null, restarts: 1, executionName: one.applicationId });
    await world.task('applications/review-application', {
      applicationId: one.applicationId,
      now: T1,
      taskToken: 'again',
    });
    expect((await tasksOf(one)).filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  it('starts a new execution when the old one cannot go on, and leaves its failure alone', async () => {
    const one = await failed();
    world.aws.on('RedriveExecution', () => {
      throw new ServiceError('ExecutionNotRedrivable');
    });
    await restart(one);
    expect(world.aws.of('StartExecution').at(-1)).toMatchObject({ name: `${one.applicationId}-1` });
    expect((await applicationOf(one)).executionName).toBe(`${one.applicationId}-1`);
    await redeliver(FULL_HOUR);
    expect((await applicationOf(one)).status).toBe('in-review');
  });

  it('is refused when another application took the SIREN meanwhile, or when nothing failed', async () => {
    const one = await failed();
    const other = await submit(world, formOf({ company: { siren: one.form.company.siren } }), T0);
    expect((await restart(one)).problem).toBe('duplicate-company');
    expect((await restart(other)).problem).toBe('not-restartable');
    expect((await applicationOf(one)).status).toBe('failed');
  });
});
