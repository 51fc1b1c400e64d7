import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StoredCase } from '../../../functions/data/growth-cases.ts';
import { formOf } from '../../support/forms.ts';
import { type Joined, joinMember, membersLike } from '../../support/members.ts';
import { candidateForm } from '../../support/screening.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(120_000);

// The job that screens members anew, as the figures of a year come in.

const T0 = '2027-01-11T08:00:00.000Z';
const GIVEN = '2027-03-01T10:00:00.000Z';
const EARLY = '2027-03-14T05:00:00Z';
const DUE = '2027-03-15T05:00:00Z';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const run = (time: string) => world.job('growth/screen-members', { time });
const casesOf = async ({ applicationId }: Pick<Joined, 'applicationId'>): Promise<StoredCase[]> =>
  (await import('../../../functions/data/growth-cases.ts')).listCasesOf(applicationId);
const reasons = async (one: Pick<Joined, 'applicationId'>) => (await casesOf(one)).map(({ reason }) => reason);
const step = ({ applicationId }: Joined, number: number, now: string) => ({
  applicationId,
  caseId: `${applicationId}~${number}`,
  now,
});
/** A screening comes to its end. */
const end = async (one: Joined, number = 1, now = T0): Promise<void> => {
  await world.task('growth/score-company', step(one, number, now));
  await world.task('growth/close-case', { ...step(one, number, now), outcome: 'not-eligible' });
};
/** The company gives the figures of the year that just closed. */
const give = async (one: Joined): Promise<void> => {
  const body = { year: 2026, employees: 120, turnover: 1_000_000 };
  expect((await world.call('AddFigures', { link: one.link, body, now: GIVEN })).status).toBe(200);
};
/** Staff enter those of a year. */
const enter = async (one: Joined, year: number, now: string): Promise<void> => {
  const body = { figures: { year, employees: 150, turnover: 2_000_000 }, comment: 'Liasse reçue.' };
  const options = { staff: ['admin'], params: { id: one.number }, body, now };
  expect((await world.call('ChangeMemberFigures', options)).status).toBe(200);
};
/** A member that was screened as it joined, and was not eligible. */
const screened = async (): Promise<Joined> => {
  const one = await joinMember(world, T0, candidateForm(100, 101, 102, 103));
  await end(one);
  return one;
};

describe('a member with newer figures', () => {
  it('is screened once they have settled, and once for a year however often the job runs', async () => {
    const one = await screened();
    await give(one);
    await run(EARLY);
    expect(await reasons(one)).toEqual(['admission']);
    await Promise.all([run(DUE), run(DUE)]);
    await run(DUE);
    expect(await reasons(one)).toEqual(['admission', 'yearly']);
    expect(
      world.aws.of('StartExecution').filter(({ name }) => String(name).startsWith(one.applicationId)),
    ).toHaveLength(2);
    await end(one, 2, DUE);
    await run('2027-09-15T05:00:00Z');
    // A correction of a year that was screened is no new year.
    const correction = { employees: 130, turnover: 1_000_000, comment: '' };
    await world.call('CorrectFigures', { link: one.link, params: { year: '2026' }, body: correction, now: DUE });
    await run('2027-09-16T05:00:00Z');
    expect(await reasons(one)).toEqual(['admission', 'yearly']);
    await enter(one, 2027, '2028-02-01T10:00:00.000Z');
    await run('2028-03-01T05:00:00Z');
    expect(await reasons(one)).toEqual(['admission', 'yearly', 'yearly']);
  });

  it('is, whoever gave them: staff on its page count too', async () => {
    const one = await screened();
    await enter(one, 2026, GIVEN);
    await run(DUE);
    expect(await reasons(one)).toEqual(['admission', 'yearly']);
  });

  it('waits while a case is open, and is screened when it has ended', async () => {
    const one = await joinMember(world, T0, candidateForm(100, 101, 102, 103));
    await give(one);
    await run(DUE);
    expect(await reasons(one)).toEqual(['admission']);
    await end(one, 1, DUE);
    await run('2027-03-16T05:00:00Z');
    expect(await reasons(one)).toEqual(['admission', 'yearly']);
  });
});

describe('the job', () => {
  it('passes over who never asked, who left, and who is in the programme', async () => {
    const silent = await joinMember(world, T0, formOf({ growthProgramme: false }));
    await give(silent);
    const gone = await screened();
    await give(gone);
    const body = { reason: 'Manquement.' };
    await world.call('ExcludeMember', { staff: ['admin'], params: { id: gone.number }, body, now: GIVEN });
    const placed = await joinMember(world, T0, candidateForm());
    await world.task('growth/score-company', step(placed, 1, T0));
    await world.task('programme/enrol-in-programme', step(placed, 1, T0));
    const { changeProfile } = await import('../../../functions/data/growth-profiles.ts');
    await changeProfile(placed.applicationId, () => ({ changes: { openCaseId: null }, at: T0, events: [] }));
    await give(placed);
    await run(DUE);
    expect(await reasons(silent)).toEqual([]);
    expect(await reasons(gone)).toEqual(['admission']);
    expect(await reasons(placed)).toEqual(['admission']);
    // Nothing is read again tomorrow.
    const { listYearlyDue } = await import('../../../functions/data/growth-profiles.ts');
    expect((await listYearlyDue('2027-12-31', { limit: 100 })).items).toEqual([]);
  });

  it('goes through pages of them, and one that fails keeps no other from its turn', async () => {
    const first = await screened();
    await give(first);
    const many = [first, ...(await membersLike(world, first, 24))];
    const broken = many.at(10);
    const { getApplication } = await import('../../../functions/data/applications.ts');
    const { applicationKey } = await import('../../../functions/data/keys.ts');
    const { transact } = await import('../../../functions/data/table.ts');
    const whole = await getApplication(broken?.applicationId ?? '');
    await transact([{ put: { ...applicationKey(whole.applicationId), ...whole, status: 'nonsense' } }]);
    await expect(run(DUE)).rejects.toThrow('1 could not be screened');
    const but = (one: (typeof many)[number]) => (one === broken ? ['admission'] : ['admission', 'yearly']);
    expect(await Promise.all(many.map(reasons))).toEqual(many.map(but));
    await transact([{ put: { ...applicationKey(whole.applicationId), ...whole } }]);
    await run(DUE);
    expect(await Promise.all(many.map(reasons))).toEqual(many.map(() => ['admission', 'yearly']));
  });
});
