import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DUES_POLICIES } from '../../../domain/dues/policies.ts';
import type { PaymentTerms } from '../../../domain/dues/policy.ts';
import { stepsOf } from '../../../domain/invoice/collection.ts';
import { deadlines, noticeFrom, plusDays, startOfDay } from '../../../domain/member/period.ts';
import { type MembershipPolicy, membershipPolicyFaults, RENEWAL_DAYS } from '../../../domain/member/policy.ts';
import type { MemberStatus } from '../../../domain/member/status.ts';
import { planArrears } from '../../../domain/renewal/arrears.ts';
import { PlanArrearsOutput } from '../../../domain/renewal/steps.ts';
import { samplePolicy } from '../member/samples.ts';

const terms = (): PaymentTerms => {
  const [policy] = DUES_POLICIES;
  if (policy === undefined) throw new Error('There is no scale.');
  return policy.terms;
};
const renewal = (from: string, openedAt: string) => ({
  key: from,
  period: { from, to: plusDays(from, 364) },
  openedAt,
  started: true,
  figuresAt: openedAt,
});
const after = (now: string, seconds: number): string =>
  Temporal.Instant.from(now).add({ seconds }).toString({ smallestUnit: 'millisecond' });

/** Everything that is done about a renewal nobody pays, with its instants, as the workflow goes: at most a dozen steps. */
const course = (from: string, openedAt: string, policies?: readonly MembershipPolicy[]) => {
  const done: { action: string; at: string }[] = [];
  let status: MemberStatus = 'to-renew';
  let now = openedAt;
  for (let turn = 0; turn < 12; turn += 1) {
    const plan = PlanArrearsOutput.parse(planArrears({ status }, renewal(from, openedAt), now, policies));
    if (plan.action !== 'wait') done.push({ action: plan.action, at: now });
    if (plan.action === 'end') return done;
    if (plan.action === 'suspend') status = 'suspended';
    if (plan.action === 'lapse') status = 'lapsed';
    now = after(now, plan.seconds ?? 0);
  }
  throw new Error('It does not end.');
};

describe('a renewal that is not paid', () => {
  it('is suspended and struck off as the days begin in Paris, and waited for until a year has nearly passed', () => {
    expect(course('2027-01-01', '2026-11-02T06:00:00.000Z')).toEqual([
      { action: 'suspend', at: '2027-03-01T23:00:00.000Z' },
      { action: 'lapse', at: '2027-06-29T22:00:00.000Z' },
      { action: 'end', at: '2027-10-18T06:00:00.000Z' },
    ]);
  });

  it.each([
    // Sixty days into the period: the night of the clocks, last Sunday of March, and the day before the leap day's morrow.
    ['the night that clocks go forward', '2027-01-27', '2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['the day after it', '2027-01-28', '2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['the night that clocks go back', '2027-09-01', '2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['the day after it, an hour longer', '2027-09-02', '2027-11-01', '2027-10-31T23:00:00.000Z'],
    ['a leap day', '2027-12-31', '2028-02-29', '2028-02-28T23:00:00.000Z'],
    ['the day after a leap day', '2028-01-01', '2028-03-01', '2028-02-29T23:00:00.000Z'],
  ])('on %s is suspended at its first instant', (_, from, day, instant) => {
    const opened = startOfDay(plusDays(from, -60));
    expect(deadlines(renewal(from, opened)).suspendOn).toBe(day);
    expect(course(from, opened)[0]).toEqual({ action: 'suspend', at: instant });
  });

  it('goes through the same steps in the same order, in whole seconds, within the year an execution may take', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays('2017-06-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 86_399_999 }), (from, days, ms) => {
        const opened = Temporal.Instant.from(startOfDay(plusDays(from, -days - 1)))
          .add({ milliseconds: ms })
          .toString({ smallestUnit: 'millisecond' });
        const done = course(from, opened);
        expect(done.map(({ action }) => action)).toEqual(['suspend', 'lapse', 'end']);
        const instants = done.map(({ at }) => Date.parse(at));
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect((instants[2] ?? 0) - Date.parse(opened)).toBeLessThan(365 * 86_400_000);
        // Never before the day the company was told of, whatever the clocks did meanwhile.
        const { suspendOn, lapseOn } = deadlines(renewal(from, opened));
        expect(instants[0]).toBeGreaterThanOrEqual(Date.parse(startOfDay(suspendOn)));
        expect(instants[1]).toBeGreaterThanOrEqual(Date.parse(startOfDay(lapseOn)));
      }),
    );
  });

  it('asked again at an earlier instant, the clock having been set back an hour, waits an hour longer and does no more', () => {
    const opened = '2026-11-02T06:00:00.000Z';
    const at = '2027-03-01T23:00:00.000Z';
    const back = after(at, -3600);
    expect(planArrears({ status: 'to-renew' }, renewal('2027-01-01', opened), back)).toEqual({
      action: 'wait',
      seconds: 3600,
    });
    // Suspended already: the step before is not done again.
    expect(planArrears({ status: 'suspended' }, renewal('2027-01-01', opened), back).action).toBe('wait');
  });
});

describe('a policy without a fault', () => {
  const policy = fc
    .record({
      noticeDays: fc.integer({ min: 1, max: 180 }),
      figuresDays: fc.integer({ min: 1, max: 90 }),
      suspendDays: fc.integer({ min: 0, max: 200 }),
      lapseDays: fc.integer({ min: 0, max: 400 }),
      resignationDays: fc.integer({ min: 0, max: 180 }),
    })
    .map((days): MembershipPolicy => ({ ...samplePolicy(), ...days }));

  /** Of a member that is asked on the first day of the notice and says nothing: when what is done to it falls due. */
  const due = (rules: MembershipPolicy, from: string) => {
    const opened = noticeFrom({ from: plusDays(from, -365), to: plusDays(from, -1) }, [rules]);
    const issued = plusDays(opened, rules.figuresDays);
    const steps = stepsOf({ dueOn: plusDays(issued, terms().dueDays) }, terms());
    const reminders = steps.filter(({ step }) => step.startsWith('reminder')).map(({ at }) => Date.parse(at));
    const notice = steps.find(({ step }) => step === 'formal-notice')?.at ?? '';
    const { suspendOn, lapseOn } = deadlines(renewal(from, `${opened}T06:00:00.000Z`), [rules]);
    return {
      reminders,
      notice: Date.parse(notice),
      suspend: Date.parse(startOfDay(suspendOn)),
      lapse: Date.parse(startOfDay(lapseOn)),
      issued: Date.parse(startOfDay(issued)),
      ends: Date.parse(startOfDay(from)),
      over: Date.parse(startOfDay(plusDays(opened, RENEWAL_DAYS))),
    };
  };

  it('asks, reminds, suspends and strikes off in that order, whatever its days and the day of the year', () => {
    let sound = 0;
    fc.assert(
      fc.property(policy, fc.integer({ min: 0, max: 4000 }), (rules, days) => {
        fc.pre(membershipPolicyFaults(rules, terms()).length === 0);
        sound += 1;
        const { reminders, notice, suspend, lapse, issued, ends, over } = due(rules, plusDays('2024-01-01', days));
        expect(issued).toBeLessThanOrEqual(ends);
        expect(Math.max(...reminders)).toBeLessThan(suspend);
        expect(suspend).toBeLessThan(lapse);
        expect(notice).toBeLessThan(lapse);
        expect(lapse).toBeLessThan(over);
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
    expect(sound).toBe(300);
  });

  it('has a fault as soon as it suspends before it reminds, and the fault says so', () => {
    fc.assert(
      fc.property(policy, (rules) => {
        const { reminders, suspend } = due(rules, '2027-01-01');
        fc.pre(suspend <= Math.max(...reminders));
        expect(membershipPolicyFaults(rules, terms()).join()).toMatch(/suspended after/);
      }),
    );
  });
});
