import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JOINING_POLICY } from '../../../domain/joining/policy.ts';
import type { StoredTask } from '../../../functions/data/tasks.ts';
import { claimsOf } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// A waiting state is tried again with another token; it may have been answered meanwhile; it may be entered again at
// the very same instant on a clock that stands still; and it may start anew after a failure.

const T0 = '2026-10-05T08:00:00.000Z';
const later = (days: number) => new Date(Date.parse(T0) + days * 86_400_000).toISOString();
const staff = claimsOf(['admin']);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const tasksOf = async ({ applicationId }: Submitted): Promise<StoredTask[]> => {
  const { listTasks } = await import('../../../functions/data/tasks.ts');
  return listTasks(applicationId);
};
const applicationOf = async ({ applicationId }: Submitted) => {
  const { getApplication } = await import('../../../functions/data/applications.ts');
  return getApplication(applicationId);
};
const ask = (entry: string, { applicationId }: Submitted, taskToken: string, now = T0) =>
  world.task(entry, { applicationId, now, taskToken });
const confirm = (taskId: string, link: string, now = T0) =>
  world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now });
const decide = (taskId: string, decision: string, now = T0) =>
  world.call('AnswerStaffTask', { staff, params: { id: taskId }, body: { decision, comment: 'Le SIRET.' }, now });
const answersTo = (token: string) =>
  world.aws
    .of('SendTaskSuccess')
    .filter(({ taskToken }) => taskToken === token)
    .map(({ output }) => JSON.parse(String(output)));

describe('a waiting state tried again', () => {
  it('asks the same question, once, with the new token, and one mail', async () => {
    const one = await submit(world, formOf(), T0);
    await ask('applications/confirm-email', one, 'first');
    await ask('applications/confirm-email', one, 'second');
    const tasks = await tasksOf(one);
    expect(tasks.map(({ status, token }) => [status, token])).toEqual([['open', 'second']]);
    const mails = world.mailsTo(one.form.contact.email);
    expect(mails.map(({ template }) => template)).toEqual(['test-confirm-email-fr']);
    await confirm(tasks[0]?.taskId ?? '', mails[0]?.data.link?.split('#')[1] ?? '');
    expect(answersTo('first')).toEqual([]);
    expect(answersTo('second')).toEqual([{}]);
  });

  it('is told at once what was answered while its former token was dead', async () => {
    const one = await submit(world, formOf(), T0);
    const taskId = await bringToReview(world, one, T0);
    await decide(taskId, 'refuse');
    await ask('applications/review-application', one, 'again');
    expect(answersTo('again')).toEqual([{ decision: 'refuse' }]);
    expect(await tasksOf(one)).toHaveLength(2);
  });

  it('is told at once of a correction that was made', async () => {
    const one = await submit(world, formOf(), T0);
    await decide(await bringToReview(world, one, T0), 'request-changes');
    await ask('applications/correct-application', one, 'first');
    const taskId = (await tasksOf(one)).at(-1)?.taskId ?? '';
    const body = { application: { ...one.form, growthProgramme: true } };
    await world.call('AnswerLinkTask', { params: { id: taskId }, link: one.link, body, now: T0 });
    await ask('applications/correct-application', one, 'again');
    expect(answersTo('again')).toEqual([{ taskId }]);
    expect((await tasksOf(one)).filter(({ kind }) => kind === 'correct-application')).toHaveLength(1);
  });

  it('is told at once which antenna was chosen', async () => {
    // Vienne Condrieu: Lyon and Grenoble both claim it.
    const form = formOf({ establishment: { postcode: '38200', communeCode: '38544' } });
    const one = await submit(world, form, T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    await confirm(taskId, link);
    await world.task('antenna/propose-antenna', { applicationId: one.applicationId, now: T0 });
    await ask('antenna/choose-antenna', one, 'first');
    const choice = (await tasksOf(one)).at(-1);
    expect(choice?.audience).toEqual({ kind: 'staff', antennas: ['LYO', 'GRE'], headOffice: false });
    await world.call('AnswerStaffTask', {
      staff,
      params: { id: choice?.taskId ?? '' },
      body: { antenna: 'GRE' },
      now: T0,
    });
    await ask('antenna/choose-antenna', one, 'again');
    expect(answersTo('again')).toEqual([{ antenna: 'GRE' }]);
  });
});

describe('a state entered again at the same instant', () => {
  it('asks again, under another id', async () => {
    const one = await submit(world, formOf(), T0);
    const first = await bringToReview(world, one, T0);
    await decide(first, 'request-changes');
    await ask('applications/correct-application', one, 'correct-1');
    const correct = async (changes: object) => {
      const task = (await tasksOf(one)).filter(({ kind }) => kind === 'correct-application').at(-1)?.taskId ?? '';
      const body = { application: { ...one.form, ...changes } };
      const reply = await world.call('AnswerLinkTask', { params: { id: task }, link: one.link, body, now: T0 });
      expect(reply.status).toBe(202);
      await world.task('applications/record-correction', { applicationId: one.applicationId, now: T0, taskId: task });
      return task;
    };
    const correction = await correct({ growthProgramme: true });
    await ask('applications/review-application', one, 'review-2');
    const second = (await tasksOf(one)).filter(({ kind }) => kind === 'review-application').at(-1)?.taskId ?? '';
    expect(second).toBe(`${first}~2`);
    expect(answersTo('review-2')).toEqual([]);
    await decide(second, 'request-changes');
    await ask('applications/correct-application', one, 'correct-2');
    expect(await correct({})).toBe(`${correction}~2`);
    expect(answersTo('correct-2')).toEqual([{ taskId: `${correction}~2` }]);
    expect((await applicationOf(one)).form).toEqual(one.form);
  });
});

describe('a new execution after a failure', () => {
  it('asks nothing that was answered before', async () => {
    const one = await submit(world, formOf(), T0);
    await decide(await bringToReview(world, one, T0), 'approve');
    await ask('applications/confirm-email', one, 'new-confirm', later(20));
    await ask('applications/review-application', one, 'new-review', later(20));
    expect(answersTo('new-confirm')).toEqual([{}]);
    expect(answersTo('new-review')).toEqual([{ decision: 'approve' }]);
  });

  it('asks once more for the changes that were not made yet', async () => {
    const one = await submit(world, formOf(), T0);
    await decide(await bringToReview(world, one, T0), 'request-changes');
    await ask('applications/review-application', one, 'new-review', later(20));
    expect(answersTo('new-review')).toEqual([{ decision: 'request-changes' }]);
    await ask('applications/correct-application', one, 'new-correct', later(20));
    expect((await tasksOf(one)).at(-1)).toMatchObject({
      kind: 'correct-application',
      status: 'open',
      note: 'Le SIRET.',
    });
  });

  it('keeps an antenna that people chose, and its choice as theirs', async () => {
    const one = await submit(world, formOf(), T0);
    const { communeCode } = one.form.establishment;
    const step = { applicationId: one.applicationId };
    await world.task('antenna/record-antenna', { ...step, now: T0, antenna: 'LYO', assignedBy: 'staff', communeCode });
    const proposal = await world.task('antenna/propose-antenna', { ...step, now: later(20) });
    expect(proposal).toEqual({ clearCut: true, proposed: 'LYO', communeCode });
    await world.task('antenna/record-antenna', {
      ...step,
      now: later(20),
      antenna: 'LYO',
      assignedBy: 'rule',
      communeCode,
    });
    expect((await applicationOf(one)).antenna).toMatchObject({ code: 'LYO', assignedBy: 'staff', at: T0 });
  });
});

describe('escalating a review', () => {
  const due = later(JOINING_POLICY.days['review-application']);

  it('asks the head office too, of the same task, with a longer deadline; whoever answers first decides', async () => {
    const one = await submit(world, formOf(), T0);
    const taskId = await bringToReview(world, one, T0);
    await ask('applications/escalate-review', one, 'escalated', due);
    const tasks = await tasksOf(one);
    expect(tasks.filter(({ kind }) => kind === 'review-application')).toEqual([
      expect.objectContaining({
        taskId,
        status: 'open',
        token: 'escalated',
        escalatedAt: due,
        dueAt: later(JOINING_POLICY.days['review-application'] + JOINING_POLICY.days.escalated),
        audience: { kind: 'staff', antennas: ['STE'], headOffice: true },
      }),
    ]);
    const antenna = { staff: claimsOf(['antenna:STE']), params: { id: taskId }, now: later(16) };
    const first = await world.call('AnswerStaffTask', { ...antenna, body: { decision: 'approve' } });
    expect(first.status).toBe(202);
    expect((await decide(taskId, 'refuse', later(16))).problem).toBe('task-already-answered');
    expect(answersTo('escalated')).toEqual([{ decision: 'approve' }]);
  });

  it('only takes the new token when it is tried again', async () => {
    const one = await submit(world, formOf(), T0);
    await bringToReview(world, one, T0);
    await ask('applications/escalate-review', one, 'escalated', due);
    await ask('applications/escalate-review', one, 'again', due);
    const { listTimeline } = await import('../../../functions/data/timeline.ts');
    const lines = (await listTimeline(one.applicationId)).filter(
      ({ happening }) => happening.type === 'review-escalated',
    );
    expect(lines).toHaveLength(1);
    expect((await tasksOf(one)).at(-1)).toMatchObject({ token: 'again', escalatedAt: due });
  });

  it('hands on an answer that was given as the deadline passed', async () => {
    const one = await submit(world, formOf(), T0);
    const taskId = await bringToReview(world, one, T0);
    await decide(taskId, 'request-changes', due);
    await ask('applications/escalate-review', one, 'escalated', due);
    expect(answersTo('escalated')).toEqual([{ decision: 'request-changes' }]);
  });

  it('asks anew where a failure had cancelled the task', async () => {
    const one = await submit(world, formOf(), T0);
    const taskId = await bringToReview(world, one, T0);
    const [review] = (await tasksOf(one)).filter(({ kind }) => kind === 'review-application');
    const { writeTask } = await import('../../../functions/data/tasks.ts');
    if (review !== undefined) await writeTask(review, { status: 'cancelled' });
    await ask('applications/escalate-review', one, 'escalated', later(17));
    expect((await tasksOf(one)).at(-1)).toMatchObject({ status: 'open', token: 'escalated', escalatedAt: later(17) });
    const anew = (await tasksOf(one)).at(-1);
    expect(anew?.taskId).not.toBe(taskId);
    // And once more, at the same instant.
    if (anew !== undefined) await writeTask(anew, { status: 'cancelled' });
    await ask('applications/escalate-review', one, 'escalated again', later(17));
    expect((await tasksOf(one)).at(-1)).toMatchObject({ taskId: `${anew?.taskId}~2`, token: 'escalated again' });
  });
});

describe('a deadline', () => {
  it('ends what a task takes: an answer at the due instant is too late, one before it is not', async () => {
    const one = await submit(world, formOf(), T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    const due = Date.parse(later(JOINING_POLICY.days['confirm-email']));
    expect((await confirm(taskId, link, new Date(due).toISOString())).problem).toBe('task-closed');
    expect((await confirm(taskId, link, new Date(due - 1).toISOString())).status).toBe(202);
  });
});
