import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteName } from '../../../domain/contract/routes.ts';
import { formOf } from '../../support/forms.ts';
import { bringToReview, startWorld, submit, type World } from '../../support/world.ts';

// Three applications of Saint-Étienne and two of Lyon, one of each a member.

let world: World;
const at = (minute: number) => `2026-10-05T08:${String(minute).padStart(2, '0')}:00.000Z`;
const LYON = { establishment: { postcode: '69003', communeCode: '69383', street: '1 rue de la Part-Dieu' } };
const ids: Record<string, string> = {};
const tasks: Record<string, string> = {};

beforeAll(async () => {
  world = await startWorld();
  const places = { ste1: {}, ste2: {}, lyo1: LYON, ste3: {}, lyo2: LYON };
  for (const [minute, [name, place]] of Object.entries(places).entries()) {
    const submitted = await submit(world, formOf(place), at(minute));
    ids[name] = submitted.applicationId;
    tasks[name] = await bringToReview(world, submitted, at(minute));
  }
  for (const name of ['ste3', 'lyo2']) {
    const params = { id: tasks[name] ?? '' };
    await world.call('AnswerStaffTask', { params, staff: ['admin'], body: { decision: 'approve', comment: '' } });
    await world.task('members/admit-member', { applicationId: ids[name], now: at(30) });
  }
});
afterAll(() => world.close());

type Item = Record<string, unknown>;
const list = async (name: RouteName, staff: string[], query: Record<string, string> = {}) => {
  const { body, problem } = await world.call(name, { staff, query, now: at(45) });
  return { items: (body.items ?? []) as Item[], nextCursor: body.nextCursor, problem };
};
const named = (items: Item[], key: string, names: Record<string, string>) =>
  items.map((item) => Object.entries(names).find(([, id]) => id === item[key])?.[0]);

describe('the inbox', () => {
  it('lists open tasks, the soonest due first, of the antennas that the caller may see', async () => {
    const of = async (staff: string[], query = {}) =>
      named((await list('ListStaffTasks', staff, query)).items, 'taskId', tasks);
    expect(await of(['admin'])).toEqual(['ste1', 'ste2', 'lyo1']);
    expect(await of(['antenna:STE'])).toEqual(['ste1', 'ste2']);
    expect(await of(['antenna:LYO'])).toEqual(['lyo1']);
    expect(await of(['antenna:LYO', 'antenna:STE'])).toEqual(['ste1', 'ste2', 'lyo1']);
    expect(await of(['admin'], { antenna: 'LYO' })).toEqual(['lyo1']);
    expect(await of(['admin'], { kind: 'choose-antenna' })).toEqual([]);
    expect(await of(['admin'], { escalated: 'true' })).toEqual([]);
    expect(await of(['admin'], { escalated: 'false' })).toHaveLength(3);
  });

  it('says of each what staff must know, and nothing of the workflow’s token', async () => {
    const { items } = await list('ListStaffTasks', ['antenna:LYO']);
    expect(items[0]).toMatchObject({
      kind: 'review-application',
      status: 'open',
      antennas: ['LYO'],
      headOffice: false,
      communeName: 'Lyon 3e Arrondissement',
      dueAt: '2026-10-20T08:02:00.000Z',
    });
    expect(JSON.stringify(items)).not.toContain(`review-${ids.lyo1}`);
  });

  it('lists an escalated task for the head office and the antenna', async () => {
    const now = '2026-10-20T08:00:00.000Z';
    await world.task('applications/escalate-review', { applicationId: ids.ste1, now, taskToken: 'escalated' });
    for (const staff of [['admin'], ['antenna:STE']]) {
      const { items } = await list('ListStaffTasks', staff, { escalated: 'true' });
      expect(items).toMatchObject([{ applicationId: ids.ste1, headOffice: true, escalatedAt: now }]);
    }
  });

  it('puts what was escalated on the first page, though it has half a year more', async () => {
    const { items } = await list('ListStaffTasks', ['admin'], { limit: '1' });
    expect(items).toMatchObject([{ applicationId: ids.ste1, dueAt: '2027-04-18T08:00:00.000Z' }]);
  });
});

describe('lists', () => {
  it('of applications are the newest first, by antenna and status', async () => {
    const of = async (staff: string[], query = {}) =>
      named((await list('ListStaffApplications', staff, query)).items, 'applicationId', ids);
    expect(await of(['admin'])).toEqual(['lyo2', 'ste3', 'lyo1', 'ste2', 'ste1']);
    expect(await of(['treasurer'])).toHaveLength(5);
    expect(await of(['antenna:STE'])).toEqual(['ste3', 'ste2', 'ste1']);
    expect(await of(['antenna:LYO', 'antenna:STE'])).toHaveLength(5);
    expect(await of(['admin'], { antenna: 'LYO' })).toEqual(['lyo2', 'lyo1']);
    expect(await of(['admin'], { status: 'in-review' })).toEqual(['lyo1', 'ste2', 'ste1']);
    expect(await of(['antenna:STE'], { status: 'admitted' })).toEqual(['ste3']);
  });

  it('of members are by number', async () => {
    const of = async (staff: string[], query = {}) =>
      (await list('ListMembers', staff, query)).items.map(({ number, antenna }) => [number, antenna]);
    const [first, second] = [
      ['M000001', 'STE'],
      ['M000002', 'LYO'],
    ];
    expect(await of(['admin'])).toEqual([first, second]);
    expect(await of(['antenna:LYO'])).toEqual([second]);
    expect(await of(['treasurer'], { antenna: 'STE' })).toEqual([first]);
    const { items } = await list('ListMembers', ['admin']);
    expect(items[0]).toMatchObject({
      latestFigures: { year: 2025 },
      period: { from: '2026-10-05', to: '2026-12-31' },
      communeName: 'Saint-Étienne',
    });
  });

  it.each([
    ['ListStaffApplications', 5],
    ['ListStaffTasks', 3],
    ['ListMembers', 2],
  ] as const)('%s comes in pages that leave nothing out and repeat nothing', async (name, total) => {
    const whole = (await list(name, ['admin'])).items;
    expect(whole).toHaveLength(total);
    const read: Item[] = [];
    let cursor: unknown = null;
    do {
      const query: Record<string, string> = typeof cursor === 'string' ? { limit: '1', cursor } : { limit: '1' };
      const page = await list(name, ['admin'], query);
      expect(page.items.length).toBe(1);
      read.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(read).toEqual(whole);
  });

  it('keep to what the caller may see, whatever cursor they send', async () => {
    const { nextCursor } = await list('ListStaffApplications', ['admin'], { limit: '1' });
    const { items } = await list('ListStaffApplications', ['antenna:STE', 'antenna:GRE'], {
      cursor: String(nextCursor),
    });
    for (const item of items) expect(item.antenna).toBe('STE');
  });

  const cursorTo = (sort: string) =>
    Buffer.from(JSON.stringify({ PK: 'APPLICATION#1', SK: 'APPLICATION', sort })).toString('base64url');
  it.each([
    ['ListStaffTasks', { limit: '0' }],
    ['ListStaffTasks', { limit: '1000' }],
    ['ListStaffTasks', { kind: 'coffee' }],
    ['ListStaffTasks', { escalated: 'perhaps' }],
    ['ListStaffApplications', { antenna: 'PAR' }],
    ['ListStaffApplications', { status: 'lost' }],
    ['ListStaffApplications', { cursor: 'bm9uc2Vuc2U' }],
    ['ListMembers', { cursor: '%%%' }],
    ['ListStaffApplications', { cursor: cursorTo('half \ud800') }],
    ['ListStaffTasks', { cursor: cursorTo('é'.repeat(513)) }],
    ['ListMembers', { page: '2' }],
    ['FindCommunes', {}],
    ['FindCommunes', { q: 'x' }],
    ['FindCommunes', { q: 'x'.repeat(81) }],
  ] as const)('%s refuses %p', async (name, query) => {
    expect((await list(name, ['admin'], query)).problem).toBe('invalid-query');
  });
});

describe('what anybody may read', () => {
  it('is the communes of a postcode', async () => {
    const reply = await world.call('FindCommunes', { query: { q: '38200' } });
    expect((reply.body.items as { name: string }[]).map(({ name }) => name)).toContain('Vienne');
    expect(reply.headers['cache-control']).toBe('public, max-age=300');
  });

  it('is the antennas and their départements', async () => {
    const { body } = await world.call('ListAntennas');
    expect(body.items).toHaveLength(6);
    expect(body.items).toContainEqual({ code: 'STE', name: 'Saint-Étienne – Roanne', departements: ['42', '43'] });
  });

  it('is the contract', async () => {
    expect((await world.call('GetOpenApi')).body).toMatchObject({ openapi: '3.1.0' });
  });
});
