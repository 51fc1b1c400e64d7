import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FIRST_GROWTH_POLICY, type GrowthPolicy } from '../../../domain/growth/policy.ts';
import { joinMember, linesOf } from '../../support/members.ts';
import { candidateForm } from '../../support/screening.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// What is refused of figures and policies, through the API, and what is flagged instead.

const T0 = '2026-10-05T08:00:00.000Z';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('figures', () => {
  it('of a year that is there are refused, and what stands is kept; so are those of a year to come', async () => {
    const { link, applicationId } = await joinMember(world, T0, candidateForm());
    const read = () => world.call('GetLinkGrowth', { link, now: T0 });
    const before = (await read()).body.figures;
    const add = (year: number) =>
      world.call('AddFigures', { link, body: { year, employees: 200, turnover: 1 }, now: T0 });
    expect([(await add(2025)).errors, (await add(2027)).errors, (await add(1990)).errors]).toEqual([
      { year: 'figures.year-known' },
      { year: 'figures.future' },
      { year: 'figures.before-foundation' },
    ]);
    expect((await read()).body.figures).toEqual(before);
    expect((await linesOf({ applicationId })).filter((type) => type.startsWith('figures-'))).toEqual([]);
    // Two who give the same new year at once: one year, one refusal.
    const both = await Promise.all([add(2026), add(2026)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('that contradict the register are flagged, not refused, until staff check them', async () => {
    const { link, applicationId } = await joinMember(world, T0, candidateForm(50, 60, 75, 90));
    const { changeApplication } = await import('../../../functions/data/applications.ts');
    const entry = {
      siren: '331518498',
      name: 'X',
      headOffice: { siret: '33151849800018', communeCode: null, postcode: null },
      activity: null,
      activityNaf2025: null,
      // 10 to 19 people, says the register of 2025.
      headcountBand: '11',
      headcountYear: '2025',
      size: null,
      createdOn: null,
      active: true,
    } as const;
    await changeApplication(applicationId, (application) => ({
      application: { ...application, register: { result: 'found', checkedAt: T0, entry } },
      at: T0,
      events: [],
    }));
    const { body } = await world.call('GetLinkGrowth', { link, now: T0 });
    expect(body.contradictions).toMatchObject([{ year: 2025, employees: 90 }]);
    expect(body.evaluation).toMatchObject({ result: 'eligible' });
    const correction = { employees: 95, turnover: 1_000_000, comment: '' };
    const corrected = await world.call('CorrectFigures', { link, params: { year: '2025' }, body: correction, now: T0 });
    expect([corrected.status, corrected.body.contradictions]).toMatchObject([200, [{ employees: 95 }]]);
    const check = { employees: 95, turnover: 1_000_000, comment: 'Liasse vue.' };
    const params = { id: applicationId, year: '2025' };
    const checked = await world.call('CheckFigures', { staff: ['admin'], params, body: check, now: T0 });
    expect(checked.body.contradictions).toEqual([]);
  });
});

describe('a policy', () => {
  const publish = (change: (policy: GrowthPolicy) => void, version = '2027-01') => {
    const body = { ...structuredClone(FIRST_GROWTH_POLICY), version, from: '2027-01-01' };
    change(body);
    return world.call('PublishGrowthPolicy', { staff: ['admin'], body, now: T0 });
  };
  const versions = async () => {
    const { body } = await world.call('ListGrowthPolicies', { staff: ['admin'], now: T0 });
    return (body.items as { policy: GrowthPolicy }[]).length;
  };

  it('with thresholds that make no sense is refused field by field, and none is published', async () => {
    const before = await versions();
    const near = await publish(({ criteria }) => {
      criteria['oecd-employees'].nearRate = { numerator: 1, denominator: 2 };
    });
    expect([near.status, near.errors]).toEqual([422, { 'criteria.oecd-employees.nearRate': 'policy.near-above' }]);
    const nothing = await publish(({ criteria }) => {
      for (const one of Object.values(criteria)) one.role = 'off';
    });
    expect([nothing.status, nothing.problem]).toEqual([422, 'invalid-fields']);
    const zero = await publish(({ criteria }) => {
      criteria['oecd-employees'].rate = { numerator: 1, denominator: 0 };
    });
    expect([zero.status, zero.problem]).toEqual([422, 'invalid-fields']);
    expect(await versions()).toBe(before);
  });

  it('is published once of two that come for its name or its day at once', async () => {
    const both = await Promise.all([publish(() => undefined), publish(() => undefined)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await publish(() => undefined, '2027-02')).errors).toEqual({ from: 'policy.from-past' });
  });
});
