import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { sirenFault } from '../../../domain/company/identity.ts';
import { DEMO_COMPANIES } from '../../../local/demo/companies.ts';
import { demoRegister, demoSiren } from '../../../local/demo/register.ts';
import { runToEnd, START_PATIENCE, TestRuntime } from '../../support/runtime.ts';

jest.setTimeout(START_PATIENCE);

const Page = z.object({
  items: z.array(z.object({ companyName: z.string(), status: z.string(), antenna: z.string().nullable() })),
});
const Tasks = z.object({
  items: z.array(z.object({ companyName: z.string(), kind: z.string(), escalatedAt: z.string().nullable() })),
});

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await TestRuntime.start({ clock: null, args: ['--demo'] });
});
afterAll(() => runtime.dispose());

const read = async (path: string) => {
  const authorization = `Bearer ${await runtime.token('admin')}`;
  return (await fetch(`${runtime.site}${path}?limit=100`, { headers: { authorization } })).json();
};

describe('the demonstration', () => {
  it('has companies at every stage', async () => {
    const { items } = Page.parse(await read('/api/staff/applications'));
    expect(items).toHaveLength(DEMO_COMPANIES.length);
    expect(new Set(items.map(({ status }) => status))).toEqual(
      new Set([
        'confirming-email',
        'assigning-antenna',
        'in-review',
        'changes-requested',
        'awaiting-payment',
        'admitted',
        'refused',
        'withdrawn',
        'expired',
      ]),
    );
  });

  it('has members in every antenna, and each company in the one it was meant for', async () => {
    const { items } = Page.parse(await read('/api/staff/applications'));
    for (const { companyName, antenna } of items) {
      const company = DEMO_COMPANIES.find(({ name }) => name === companyName);
      if (antenna !== null) expect({ companyName, antenna }).toEqual({ companyName, antenna: company?.antenna });
    }
    const admitted = items.filter(({ status }) => status === 'admitted').map(({ antenna }) => antenna);
    expect([...new Set(admitted)].sort()).toEqual(['ANN', 'CLE', 'GRE', 'LYO', 'STE', 'VAL']);
  });

  it('has reviews that are overdue, and antennas to choose', async () => {
    const { items } = Tasks.parse(await read('/api/staff/tasks'));
    expect(items.filter(({ escalatedAt }) => escalatedAt !== null)).toHaveLength(2);
    expect(items.filter(({ kind }) => kind === 'choose-antenna')).toHaveLength(3);
  });

  it('has candidacies at every stage of the growth programme, and a cohort with a mentor', async () => {
    const cases = z.object({ items: z.array(z.object({ companyName: z.string(), stage: z.string() })) });
    const stages = cases.parse(await read('/api/staff/growth/cases')).items.map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['appeal-open', 'enrolled', 'not-eligible', 'voting']);
    const Programme = z.object({
      cohorts: z.array(
        z.object({
          participants: z.array(z.object({ mentorId: z.string().nullable(), done: z.array(z.unknown()) })),
        }),
      ),
    });
    const [cohort] = Programme.parse(await read('/api/staff/programme')).cohorts;
    expect(cohort?.participants).toMatchObject([{ mentorId: expect.any(String), done: [{}] }]);
  });

  it('arrives in the present, in real time, with links that work', async () => {
    const clock = await (await fetch(`${runtime.site}/local/clock`)).json();
    expect(clock.simulated).toBe(false);
    expect(Math.abs(Date.parse(clock.now) - Date.now())).toBeLessThan(60_000);
    const last = (await runtime.mail()).at(-1);
    expect(last?.text).toContain(`${runtime.site}/application#`);
  });

  it('is refused on a folder that has been used', async () => {
    await runtime.stop();
    const { status, output } = await runToEnd(runtime.data, { clock: null, args: ['--demo'] });
    expect(status).toBe(1);
    expect(output).toContain(`--demo only fills a fresh folder, and ${runtime.data} has been used already`);
  });
});

describe('the invented companies', () => {
  it('have numbers that pass the check, each its own', () => {
    const sirens = DEMO_COMPANIES.map((_company, index) => demoSiren(index));
    expect(new Set(sirens).size).toBe(DEMO_COMPANIES.length);
    expect(sirens.map(sirenFault).filter((fault) => fault !== null)).toEqual([]);
  });

  it('are known to the register, but for some', () => {
    const known = demoRegister().length;
    expect(known).toBeGreaterThan(DEMO_COMPANIES.length / 2);
    expect(known).toBeLessThan(DEMO_COMPANIES.length);
  });
});
