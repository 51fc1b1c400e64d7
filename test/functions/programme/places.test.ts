import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { ErrorName } from '../../../domain/errors.ts';
import { inPlace } from '../../../domain/programme/cohort.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { type Joined, joinMember, linesOf, membersLike } from '../../support/members.ts';
import { candidateForm } from '../../support/screening.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(120_000);

// Places of a cohort on the real table, when many come or go at once: never one too many, nobody lost, each moves up once.

const T0 = '2026-10-05T08:00:00.000Z';
const LEAVING = '2026-11-02T08:00:00.000Z';
const CAPACITY = 3;
const COMPANIES = 18;

let world: World;
let companies: Omit<Joined, 'link'>[];
beforeAll(async () => {
  world = await startWorld();
  const body = { name: 'Promotion Jacquard', from: '2026-10-01', to: '2027-09-30', capacity: CAPACITY, milestones: [] };
  expect((await world.call('OpenCohort', { staff: ['admin'], body, now: T0 })).status).toBe(200);
  for (const name of ['Anne', 'Luc']) {
    const mentor = { name, email: `${name}@example.fr`, organisation: 'Réseau', antenna: null, most: 2, conflicts: [] };
    const added = await world.call('AddMentor', { staff: ['admin'], body: { ...mentor, active: true }, now: T0 });
    expect(added.status).toBe(200);
  }
  const first = await joinMember(world, T0, candidateForm());
  const { applicationId } = first;
  await world.task('growth/score-company', { applicationId, caseId: `${applicationId}~1`, now: T0 });
  companies = [first, ...(await membersLike(world, first, COMPANIES - 1))];
});
afterAll(() => world.close());

/** Runs a step as its state does: again, while others keep coming in between. */
const retried = async (entry: string, input: Record<string, unknown>): Promise<unknown> => {
  for (;;) {
    try {
      return await world.task(entry, input);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== ErrorName.TransientStore) throw error;
    }
  }
};
/** One is admitted by its jury; the later in the list, the later. */
const enrol = async (one: Omit<Joined, 'link'>, at: number): Promise<string> => {
  const { applicationId } = one;
  const now = new Date(Date.parse(T0) + at * 1000).toISOString();
  const input = { applicationId, caseId: `${applicationId}~1`, now };
  return z.object({ place: z.string() }).parse(await retried('programme/enrol-in-programme', input)).place;
};
const programmeNow = async (): Promise<Programme> =>
  (await import('../../../functions/data/programme.ts')).readProgramme();
const held = ({ cohorts }: Programme) => cohorts.flatMap((cohort) => inPlace(cohort));
const ids = (list: readonly { applicationId: string }[]) => list.map(({ applicationId }) => applicationId);
/** Whom each mentor looks after is whom the cohort says, and never more than it takes on. */
const expectMentors = ({ mentors, cohorts }: Programme): void => {
  expect(mentors).toHaveLength(2);
  for (const { mentorId, charges, most } of mentors) {
    expect(charges.length).toBeLessThanOrEqual(most);
    expect([...charges].sort()).toEqual(
      ids(held({ cohorts } as Programme).filter((one) => one.mentorId === mentorId)).sort(),
    );
  }
};

describe('many who are admitted at once', () => {
  it('get the places there are, and no more; the others wait in the order they were admitted, each once', async () => {
    // Every third step runs twice, as one does whose answer was lost.
    const enrolments = companies.flatMap((one, at) =>
      Array.from({ length: at % 3 === 0 ? 2 : 1 }, () => enrol(one, at)),
    );
    const places = await Promise.all(enrolments);
    expect(places.filter((place) => place === 'enrolled').length).toBeGreaterThanOrEqual(CAPACITY);
    const programme = await programmeNow();
    const [placed, waiting] = [ids(held(programme)), ids(programme.waiting.entries)];
    expect(placed).toHaveLength(CAPACITY);
    expect([...placed, ...waiting].sort()).toEqual(ids(companies).sort());
    expect(waiting).toEqual(ids(companies).filter((id) => !placed.includes(id)));
    expectMentors(programme);
    for (const one of companies) {
      const lines = (await linesOf(one)).filter(
        (type) => type === 'programme-enrolled' || type === 'programme-waiting',
      );
      expect(lines).toEqual([placed.includes(one.applicationId) ? 'programme-enrolled' : 'programme-waiting']);
    }
  });
});

describe('many who leave at once', () => {
  it('give each place to the first who waits, once, however often the exit is posted', async () => {
    const before = await programmeNow();
    const [cohort] = before.cohorts;
    const [leavers, waiting] = [held(before), before.waiting.entries];
    const exits = [...leavers, ...leavers].map(({ applicationId }) =>
      world.call('LeaveCohort', {
        staff: ['admin'],
        params: { id: cohort?.cohortId ?? '', applicationId },
        body: { reason: 'graduated', comment: 'Parcours achevé.' },
        now: LEAVING,
      }),
    );
    // Somebody who waits leaves the cluster in the same moment.
    const gone = companies.find(({ applicationId }) => applicationId === waiting[1]?.applicationId);
    const exclusion = world.call('ExcludeMember', {
      staff: ['admin'],
      params: { id: gone?.number ?? '' },
      body: { reason: 'Manquement.' },
      now: LEAVING,
    });
    const [replies] = await Promise.all([Promise.all(exits), exclusion]);
    // Whoever came second finds nobody there any more.
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 404, 404, 404]);
    await world.job('tasks/redeliver-answers', { time: '2026-11-02T08:30:00.000Z' });

    const after = await programmeNow();
    const still = ids(waiting).filter((id) => id !== gone?.applicationId);
    expect(ids(held(after)).sort()).toEqual(still.slice(0, CAPACITY).sort());
    expect(ids(after.waiting.entries)).toEqual(still.slice(CAPACITY));
    expectMentors(after);
    for (const one of companies) {
      const place = still.indexOf(one.applicationId);
      const moved = place >= 0 && place < CAPACITY ? 1 : 0;
      // Who moved up and left in the same moment may have moved up before it left.
      if (one === gone) continue;
      expect((await linesOf(one)).filter((type) => type === 'programme-moved-up')).toHaveLength(moved);
      const mails = world
        .mailsTo(one.form.contact.email)
        .filter(({ template }) => template.includes('growth-moved-up'));
      expect(mails).toHaveLength(moved);
    }
  });
});
