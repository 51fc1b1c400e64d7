import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { claimsOf } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// What the store's own conditions hold, whoever writes at the same time.

const T0 = '2026-10-05T08:00:00.000Z';
const staff = claimsOf(['admin']);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const times = <T>(n: number, run: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => run(index)));
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const approved = async (): Promise<Submitted> => {
  const one = await submit(world, formOf(), T0);
  const taskId = await bringToReview(world, one, T0);
  await world.call('AnswerStaffTask', { staff, params: { id: taskId }, body: { decision: 'approve' }, now: T0 });
  return one;
};
const admit = ({ applicationId }: Submitted) => world.task('members/admit-member', { applicationId, now: T0 });

describe('admission', () => {
  it('gives twelve companies admitted at once twelve numbers, none twice and none left out', async () => {
    const ones = await times(12, approved);
    const admitted = (await Promise.all(ones.map(admit))) as { memberNumber: string }[];
    const numbers = admitted.map(({ memberNumber }) => memberNumber).sort();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => `M${String(n + 1).padStart(6, '0')}`));
    const { findSirenLock } = await import('../../../functions/data/siren-locks.ts');
    const locks = await Promise.all(ones.map(({ form }) => findSirenLock(form.company.siren)));
    expect(locks.map((lock) => lock?.owner)).toEqual(ones.map(() => 'member'));
    expect(locks.map((lock) => lock?.id).sort()).toEqual(numbers);
  });

  it('admits once a company whose step runs five times at once', async () => {
    const one = await approved();
    const numbers = new Set(await times(5, () => admit(one)).then((all) => all.map((a) => JSON.stringify(a))));
    expect(numbers.size).toBe(1);
    expect((await linesOf(one)).filter((type) => type === 'member-admitted')).toHaveLength(1);
  });

  it('and withdrawal at the same time: one of them, never both', async () => {
    const ones = await times(6, approved);
    for (const one of ones) {
      const [admission, withdrawal] = await Promise.allSettled([
        admit(one),
        world.call('WithdrawApplication', { link: one.link, now: T0 }),
      ]);
      const refused = withdrawal.status === 'fulfilled' && withdrawal.value.problem === 'application-closed';
      expect(refused).toBe(admission.status === 'fulfilled');
      const lines = await linesOf(one);
      expect(lines.includes('member-admitted')).not.toBe(lines.includes('application-withdrawn'));
    }
  });

  it('lets a member’s company apply no second time', async () => {
    const one = await approved();
    await admit(one);
    const reply = await world.call('SubmitApplication', {
      body: formOf({ company: { siren: one.form.company.siren } }),
      now: T0,
    });
    expect(reply.problem).toBe('duplicate-company');
  });
});

describe('answers', () => {
  it('given at once by ten: one stands, nine are told so, one line in the timeline', async () => {
    const one = await submit(world, formOf(), T0);
    const taskId = await bringToReview(world, one, T0);
    const replies = await times(10, (n) =>
      world.call('AnswerStaffTask', {
        staff: claimsOf(['admin'], `a6c1f2b0-0000-4000-8000-00000000000${n}`),
        params: { id: taskId },
        body: { decision: n % 2 === 0 ? 'approve' : 'refuse', comment: 'Parce que.' },
        now: T0,
      }),
    );
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(replies.filter(({ problem }) => problem === 'task-already-answered')).toHaveLength(9);
    const decisions = (await linesOf(one)).filter((type) => /application-(approved|refused)/.test(type));
    expect(decisions).toHaveLength(1);
    const told = world.aws.of('SendTaskSuccess').filter(({ taskToken }) => taskToken === `review-${one.applicationId}`);
    expect(told).toHaveLength(1);
  });

  it('sent five times at once with one key: one answer, five times the same', async () => {
    const one = await submit(world, formOf(), T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    const replies = await times(5, () =>
      world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now: T0, idempotencyKey: 'my-key' }),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202]));
    expect((await linesOf(one)).filter((type) => type === 'email-confirmed')).toHaveLength(1);
  });

  it('while the state is tried again: the answer is told to the token that waits', async () => {
    for (let round = 0; round < 8; round += 1) {
      world.aws.reset();
      const one = await submit(world, formOf(), T0);
      const { taskId, link } = await askToConfirm(world, one, T0);
      await Promise.all([
        world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now: T0 }),
        world.task('applications/confirm-email', { applicationId: one.applicationId, now: T0, taskToken: 'again' }),
      ]);
      expect(world.aws.of('SendTaskSuccess').map(({ taskToken }) => taskToken)).toContain('again');
    }
  });
});

describe('the timeline', () => {
  it('tells what happened in the order of cause and effect, though all of it happened at one instant', async () => {
    const one = await approved();
    await admit(one);
    expect((await linesOf(one)).filter((type) => type !== 'mail-sent')).toEqual([
      'application-received',
      'email-confirmation-asked',
      'email-confirmed',
      'antenna-proposed',
      'antenna-recorded',
      'review-asked',
      'application-approved',
      'member-admitted',
    ]);
    expect((await linesOf(one)).filter((type) => type === 'mail-sent')).toHaveLength(2);
  });
});

describe('pages of a list', () => {
  it('hold each member once, in order, whatever the size of the page', async () => {
    const all = await world.call('ListMembers', { staff, query: { limit: '100' } });
    const numbers = (all.body.items as { number: string }[]).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(12);
    for (const limit of [1, 5, numbers.length]) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await world.call('ListMembers', {
          staff,
          query: { limit: String(limit), ...(cursor ? { cursor } : {}) },
        });
        const { items, nextCursor } = page.body as { items: { number: string }[]; nextCursor: string | null };
        expect(items.length).toBeLessThanOrEqual(limit);
        seen.push(...items.map(({ number }) => number));
        cursor = nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(numbers);
    }
  });

  it.each([
    'nonsense',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('{"PK":1,"SK":"a","sort":"b"}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ])('refuse the cursor %s', async (cursor) => {
    expect((await world.call('ListMembers', { staff, query: { cursor } })).problem).toBe('invalid-query');
  });

  it('show a caller who makes up a cursor nothing but their own list', async () => {
    const cursor = Buffer.from(JSON.stringify({ PK: 'MEMBER#M000001', SK: 'MEMBER', sort: 'M000001' })).toString(
      'base64url',
    );
    const reply = await world.call('ListMembers', { staff: claimsOf(['antenna:LYO']), query: { cursor } });
    expect(reply.body).toEqual({ items: [], nextCursor: null, total: null });
  });
});
