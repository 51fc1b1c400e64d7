import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openRenewal, renew } from '../../../domain/member/lifecycle.ts';
import { joinMember, linesOf, memberOf } from '../../support/members.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

const T0 = '2027-03-15T08:00:00.000Z';
const NOTICE = '2027-11-02T06:00:00.000Z';
const NEXT = { from: '2028-01-01', to: '2028-12-31' };
const system = { kind: 'system' } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const members = () => import('../../../functions/data/members.ts');
const due = async (lastDay: string): Promise<string[]> => {
  const { listPeriodsDue } = await import('../../../functions/data/membership-lists.ts');
  return (await listPeriodsDue(lastDay, { limit: 100 })).items.map(({ number }) => number);
};
const toRenew = async () => {
  const one = await joinMember(world, T0);
  const { changeMember } = await members();
  await changeMember(one.number, (member) => {
    const step = openRenewal(member, NEXT.from, NOTICE);
    return step && { member: step.member, at: NOTICE, events: [{ actor: system, happening: step.happening }] };
  });
  return one;
};

describe('who is due', () => {
  it('is found by the last day of the period, and no more once the renewal is open', async () => {
    const one = await joinMember(world, T0);
    expect(await due('2027-12-30')).not.toContain(one.number);
    expect(await due('2027-12-31')).toContain(one.number);
    const other = await toRenew();
    expect(await due('2029-12-31')).not.toContain(other.number);
  });

  it('comes back with the next period', async () => {
    const one = await toRenew();
    const { changeMember } = await members();
    await changeMember(one.number, (member) => {
      const step = renew(member, NEXT.from);
      return step && { member: step.member, at: NOTICE, events: [] };
    });
    expect(await due('2028-12-30')).not.toContain(one.number);
    expect(await due('2028-12-31')).toContain(one.number);
  });

  it('is read page by page, each once', async () => {
    const { listPeriodsDue } = await import('../../../functions/data/membership-lists.ts');
    const all = await due('2040-01-01');
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeriodsDue('2040-01-01', { cursor, limit: 1 });
      paged.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
  });
});

describe('the periods of a member', () => {
  it('are kept, and never overlap, whatever many writers do at a time', async () => {
    const one = await toRenew();
    const { changeMember, listPeriods } = await members();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        changeMember(one.number, (member) => {
          const step = renew(member, NEXT.from);
          return step && { member: step.member, at: NOTICE, events: [{ actor: system, happening: step.happening }] };
        }),
      ),
    );
    // Who gave up under the crowd tries again, as the workflow does.
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason.name).toBe('TransientStoreError');
    expect((await listPeriods(one.number)).map(({ from, to }) => ({ from, to }))).toEqual([
      { from: '2027-03-15', to: '2027-12-31' },
      NEXT,
    ]);
    expect((await linesOf(one)).filter((type) => type === 'membership-renewed')).toHaveLength(1);
    expect((await memberOf(one)).version).toBe(2);
  });

  it.each([
    ['overlaps', { from: '2027-06-01', to: '2028-05-31' }],
    ['comes before', { from: '2026-01-01', to: '2026-12-31' }],
  ])('that %s the one before is never written', async (_, period) => {
    const one = await joinMember(world, T0);
    const { changeMember, listPeriods } = await members();
    await expect(
      changeMember(one.number, (member) => ({ member: { ...member, period }, at: NOTICE, events: [] })),
    ).rejects.toThrow('overlaps');
    expect(await listPeriods(one.number)).toHaveLength(1);
  });
});

describe('a change of a member', () => {
  it('adds its lines to the dossier in the order of cause and effect, under changes of its application too', async () => {
    const one = await toRenew();
    const { changeMember } = await members();
    const { changeApplication } = await import('../../../functions/data/applications.ts');
    await changeApplication(one.applicationId, (application) => ({
      application,
      at: NOTICE,
      events: [{ actor: system, happening: { type: 'figures-stand' } }],
    }));
    await changeMember(one.number, (member) => {
      const step = renew(member, NEXT.from);
      return step && { member: step.member, at: NOTICE, events: [{ actor: system, happening: step.happening }] };
    });
    expect((await linesOf(one)).slice(-3)).toEqual(['renewal-opened', 'figures-stand', 'membership-renewed']);
  });

  it('of nobody is refused', async () => {
    const { changeMember } = await members();
    await expect(changeMember('M999998', () => null)).rejects.toThrow('not-found');
  });
});
