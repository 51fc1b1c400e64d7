import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StoredCase } from '../../../functions/data/growth-cases.ts';
import { madeOnce } from '../../support/made.ts';
import { type Joined, joinMember, linesOf } from '../../support/members.ts';
import { asJuror, candidateForm, enterJurors, type JurorName } from '../../support/screening.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// Votes that may not be cast, each refused by name with nothing changed; and jurors who go while a vote is open.

const T0 = '2026-10-05T08:00:00.000Z';
const T1 = '2026-10-06T08:00:00.000Z';
/** The vote closes fourteen days after it opened. */
const LATE = '2026-10-19T08:00:00.000Z';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await enterJurors((body) => world.call('AddJuror', { staff: ['admin'], body, now: T0 }));
});
afterAll(() => world.close());

const caseOf = async ({ applicationId }: Joined): Promise<StoredCase> => {
  const { getCase } = await import('../../../functions/data/growth-cases.ts');
  return getCase(`${applicationId}~1`);
};
const step = ({ applicationId }: Joined, now = T0) => ({ applicationId, caseId: `${applicationId}~1`, now });
/** A company whose jury has been asked, and the names of those who sit, in order; the first chairs. */
const another = async (): Promise<{ one: Joined; seats: JurorName[]; deputies: JurorName[] }> => {
  const one = await joinMember(world, T0, candidateForm());
  await world.task('growth/score-company', step(one));
  await world.task('jury/convene-jury', step(one));
  await world.task('jury/collect-votes', { ...step(one), taskToken: `votes-${one.applicationId}` });
  const { panel } = (await caseOf(one)).sessions[0] ?? { panel: { seats: [], deputies: [] } };
  const names = (seats: readonly { name: string }[]) => seats.map(({ name }) => name as JurorName);
  return { one, seats: names(panel.seats), deputies: names(panel.deputies) };
};
/** The first such company; nothing else has happened yet. */
const convened = madeOnce(() => world, another);
const jurorId = async (name: JurorName): Promise<string> => {
  const { listJurors } = await import('../../../functions/data/jurors.ts');
  return (await listJurors()).find(({ userName, active }) => userName === name && active)?.jurorId ?? 'none';
};
const declare = (one: Joined, name: JurorName, conflict: boolean, now = T1) =>
  world.call('DeclareConflict', {
    ...asJuror(name),
    params: { id: `${one.applicationId}~1` },
    body: { conflict, reason: conflict ? 'Un ancien associé.' : '' },
    now,
  });
type Cast = { vote?: unknown; comment?: string; now?: string; of?: JurorName; idempotencyKey?: string };
/** Casts a vote, whatever was declared. @param cast.of whose question is answered, if not the juror's own */
const vote = async (one: Joined, name: JurorName, cast: Cast = {}) => {
  const { vote: choice = 'admit', comment = 'Une croissance solide.', now = T1, of = name, idempotencyKey } = cast;
  return world.call('AnswerStaffTask', {
    ...asJuror(name),
    params: { id: `${one.applicationId}~jury-vote~1-1-${await jurorId(of)}` },
    body: { vote: choice, conflict: false, comment },
    now,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
};
const remove = async (name: JurorName) =>
  world.call('RemoveJuror', { staff: ['admin'], params: { id: await jurorId(name) }, now: T1 });
const votesOf = async (one: Joined) => (await caseOf(one)).sessions[0]?.votes ?? [];
/** Runs a call that must change nothing of the case. */
const refused = async (one: Joined, call: () => Promise<{ status: number; problem: string | null }>) => {
  const before = await caseOf(one);
  const { status, problem } = await call();
  expect(await caseOf(one)).toEqual(before);
  return [status, problem];
};

describe('a vote is refused, with nothing changed', () => {
  it('of who does not sit, or answers another’s question', async () => {
    const { one, seats, deputies } = await convened();
    const [first, second] = seats as [JurorName, JurorName];
    const [deputy] = deputies as [JurorName];
    await declare(one, first, false);
    await declare(one, second, false);
    expect(await refused(one, () => vote(one, first, { of: second }))).toEqual([403, 'not-sitting']);
    expect(await refused(one, () => vote(one, deputy, { of: first }))).toEqual([403, 'not-sitting']);
    // A deputy has no question of their own; nor has somebody of the group whom the register does not know.
    expect(await refused(one, () => vote(one, deputy))).toEqual([404, 'not-found']);
    const stranger = {
      ...asJuror('nobody'),
      params: { id: `${one.applicationId}~jury-vote~1-1-${await jurorId(first)}` },
    };
    const body = { vote: 'admit', conflict: false, comment: 'Bien.' };
    expect(await refused(one, () => world.call('AnswerStaffTask', { ...stranger, body, now: T1 }))).toEqual([
      403,
      'not-sitting',
    ]);
    // The head office reads every vote, and casts none.
    expect(
      await refused(one, () => world.call('AnswerStaffTask', { ...stranger, staff: ['admin'], body, now: T1 })),
    ).toEqual([403, 'not-sitting']);
  });

  it('before anything was declared, and after a conflict was', async () => {
    const { one, seats } = await convened();
    const [first] = seats as [JurorName];
    expect(await refused(one, () => vote(one, first))).toEqual([409, 'declaration-required']);
    expect((await declare(one, first, true)).status).toBe(200);
    expect(await refused(one, () => vote(one, first))).toEqual([409, 'conflict-declared']);
    expect((await linesOf(one)).filter((type) => type === 'vote-cast')).toEqual([]);
  });

  it('the second time, in the same moment too; the same post again is the same vote', async () => {
    const { one, seats } = await convened();
    const [first, second] = seats as [JurorName, JurorName];
    await declare(one, first, false);
    const idempotencyKey = '7b0f4e0e-9a55-4a39-8f0e-0f6a6f3a7c11';
    expect((await vote(one, first, { idempotencyKey })).status).toBe(202);
    expect((await vote(one, first, { idempotencyKey })).status).toBe(202);
    expect(await refused(one, () => vote(one, first, { vote: 'decline' }))).toEqual([409, 'already-voted']);
    await declare(one, second, false);
    const both = await Promise.all([vote(one, second), vote(one, second, { vote: 'decline' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(await votesOf(one)).toHaveLength(2);
    expect((await linesOf(one)).filter((type) => type === 'vote-cast')).toHaveLength(2);
  });

  it('after the close: of the date, of the count, of the case', async () => {
    const { one, seats } = await convened();
    const [first] = seats as [JurorName];
    for (const name of seats) await declare(one, name, false);
    expect(await refused(one, () => vote(one, first, { now: LATE }))).toEqual([409, 'vote-closed']);
    await world.task('jury/count-votes', step(one, LATE));
    expect(await refused(one, () => vote(one, first))).toEqual([409, 'vote-closed']);

    const { one: withdrawn, seats: others } = await another();
    const [other] = others as [JurorName];
    await declare(withdrawn, other, false);
    await world.call('WithdrawCandidacy', { link: withdrawn.link, now: T1 });
    expect(await refused(withdrawn, () => vote(withdrawn, other))).toEqual([409, 'vote-closed']);
  });

  it('without reasons, or for what cannot be voted for', async () => {
    const { one, seats } = await convened();
    const [first] = seats as [JurorName];
    await declare(one, first, false);
    expect((await vote(one, first, { comment: '  ' })).errors).toEqual({ comment: 'comment.required' });
    expect(await refused(one, () => vote(one, first, { vote: 'maybe' }))).toEqual([422, 'invalid-fields']);
  });
});

describe('a juror removed while a vote is open', () => {
  it('votes no more; their seat passes to a deputy, who is asked, and their cast vote stands', async () => {
    const { one, seats, deputies } = await convened();
    const [, second, third] = seats as [JurorName, JurorName, JurorName];
    await declare(one, second, false);
    await vote(one, second);
    expect((await remove(second)).body).toMatchObject({ active: false });
    expect((await votesOf(one)).map(({ vote: cast }) => cast)).toEqual(['admit']);
    const before = (await caseOf(one)).sessions[0]?.panel.seats.map(({ name }) => name);
    expect(before).toContain(second);

    const id = await jurorId(third);
    await remove(third);
    const after = (await caseOf(one)).sessions[0]?.panel.seats.map(({ name }) => name) ?? [];
    expect([after.includes(third), after.length, after.includes(deputies[0] ?? '')]).toEqual([false, 5, true]);
    const asked = await world.call('AnswerStaffTask', {
      ...asJuror(third),
      params: { id: `${one.applicationId}~jury-vote~1-1-${id}` },
      body: { vote: 'admit', conflict: false, comment: 'Trop tard.' },
      now: T1,
    });
    expect([asked.status, asked.problem]).toEqual([403, 'not-sitting']);
    // Removed twice, or by two at once: once.
    expect((await world.call('RemoveJuror', { staff: ['admin'], params: { id }, now: T1 })).status).toBe(200);
    expect((await linesOf(one)).filter((type) => type === 'seat-passed')).toHaveLength(1);
    const { listJurors } = await import('../../../functions/data/jurors.ts');
    const addresses = (await listJurors()).map(({ active, email }) => [active, email.endsWith('@efface.invalid')]);
    expect(addresses.every(([active, gone]) => active !== gone)).toBe(true);
    // An entry of the register is never changed: a juror is removed, and entered anew.
    await enterJurors((body) => world.call('AddJuror', { staff: ['admin'], body, now: T1 }), [[third, 'member']]);
    expect((await vote(one, third)).problem).toBe('not-found');
  });
});

describe('a juror whom the head office recuses', () => {
  const recuse = async (one: Joined, name: JurorName) =>
    world.call('RecuseJuror', {
      staff: ['admin'],
      params: { id: `${one.applicationId}~1` },
      body: { jurorId: await jurorId(name), reason: 'Son associé dirige l’entreprise.' },
      now: T1,
    });

  it('is asked no more, the deputy is, by mail too; said by two at once, it happens once', async () => {
    const { one, seats, deputies } = await convened();
    const [, second] = seats as [JurorName, JurorName];
    const [deputy] = deputies as [JurorName];
    const both = await Promise.all([recuse(one, second), recuse(one, second)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await linesOf(one)).filter((type) => type === 'seat-passed')).toHaveLength(1);
    expect((await vote(one, second)).problem).toBe('conflict-declared');
    await declare(one, deputy, false);
    expect((await vote(one, deputy)).status).toBe(202);
    const { body } = await world.call('GetJuryCase', {
      ...asJuror(second),
      params: { id: `${one.applicationId}~1` },
      now: T1,
    });
    expect(body).toMatchObject({
      declaration: { conflict: true, reason: 'Son associé dirige l’entreprise.' },
      file: null,
    });
  });

  it('keeps a vote that was cast, and is refused by name', async () => {
    const { one, seats } = await convened();
    const [first] = seats as [JurorName];
    await declare(one, first, false);
    await vote(one, first);
    expect(await refused(one, () => recuse(one, first))).toEqual([409, 'seat-fixed']);
  });
});

describe('the list of screenings', () => {
  it('has the open ones first, then those a jury had, so that no reader of these reads all there ever were', async () => {
    const { one: judged } = await convened();
    await world.call('WithdrawCandidacy', { link: judged.link, now: T1 });
    await world.task('growth/close-case', { ...step(judged, T1), outcome: 'abandoned' });
    const scored = await joinMember(world, T0, candidateForm(100, 101, 102, 103));
    await world.task('growth/score-company', step(scored));
    await world.task('growth/close-case', { ...step(scored), outcome: 'not-eligible' });
    const { one: open } = await another();
    const ids = [open, judged, scored].map(({ applicationId }) => `${applicationId}~1`);

    const { body } = await world.call('ListGrowthCases', { staff: ['admin'], now: T1 });
    const listed = (body.items as { caseId: string }[]).map(({ caseId }) => caseId);
    expect(ids.map((id) => listed.indexOf(id)).every((place, at, all) => place > (all[at - 1] ?? -1))).toBe(true);
    const { casesOfJuries, openCases } = await import('../../../functions/data/growth-cases.ts');
    const among = (cases: StoredCase[]) => ids.map((id) => cases.some(({ caseId }) => caseId === id));
    expect(among(await openCases())).toEqual([true, false, false]);
    expect(among(await casesOfJuries())).toEqual([true, true, false]);
  });
});
