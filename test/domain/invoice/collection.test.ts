import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { policyAt } from '../../../domain/dues/policies.ts';
import { Refusal } from '../../../domain/errors.ts';
import { passedBefore, planCollection, secondsUntil, takeStep } from '../../../domain/invoice/collection.ts';
import { askDelay, declineDelay, delayableUntil, grantDelay } from '../../../domain/invoice/delay.ts';
import { payReceivable } from '../../../domain/invoice/moves.ts';
import type { Receivable } from '../../../domain/invoice/receivable.ts';

const { terms } = policyAt('2026-10-05');
const owed: Receivable = {
  number: 'F2026-000042',
  applicationId: 'a',
  duesId: 'd',
  companyName: 'ESKER',
  status: 'open',
  totalCents: 600_00,
  paidCents: 0,
  creditedCents: 0,
  waivedCents: 0,
  issuedOn: '2026-10-05',
  dueOn: '2026-11-04',
  reference: 'RF022026000042',
  steps: [],
  delayAsked: null,
  token: null,
  reopenedAt: null,
  updatedAt: '2026-10-05T08:00:00.000Z',
  version: 0,
};
const plan = (now: string, receivable = owed) => planCollection(receivable, terms, now);

describe('what is due', () => {
  it('falls at eight in the morning in Paris, summer or winter', () => {
    expect(plan('2026-10-05T08:00:00.000Z')).toEqual({ action: 'wait', until: '2026-10-28T07:00:00.000Z' });
    expect(plan('2026-10-05T08:00:00.000Z', { ...owed, dueOn: '2026-07-14' })).toEqual({
      action: 'take',
      step: 'formal-notice',
    });
    expect(plan('2026-06-01T08:00:00.000Z', { ...owed, dueOn: '2026-07-14' })).toEqual({
      action: 'wait',
      until: '2026-07-07T06:00:00.000Z',
    });
  });
  it('is due at its instant, not a moment before', () => {
    expect(plan('2026-10-28T06:59:59.999Z').action).toBe('wait');
    expect(plan('2026-10-28T07:00:00.000Z')).toEqual({ action: 'take', step: 'reminder:-7' });
  });
  it('after an outage is the latest alone; those before it are passed over', () => {
    const now = '2026-11-25T08:00:00.000Z';
    expect(plan(now)).toEqual({ action: 'take', step: 'reminder:15' });
    const passed = passedBefore(owed, terms, 'reminder:15');
    expect(passed).toEqual(['reminder:-7', 'reminder:0']);
    const after = takeStep(owed, 'reminder:15', passed, now);
    expect(after.steps).toEqual([
      { step: 'reminder:-7', at: now, skipped: true },
      { step: 'reminder:0', at: now, skipped: true },
      { step: 'reminder:15', at: now },
    ]);
    expect(takeStep(after, 'reminder:15', passed, now).steps).toEqual(after.steps);
    expect(plan(now, after)).toEqual({ action: 'wait', until: '2026-12-04T07:00:00.000Z' });
  });
  it('is nothing once nothing is owed', () => {
    expect(plan('2027-10-05T08:00:00.000Z', payReceivable(owed, 600_00))).toEqual({ action: 'done' });
  });
  it('is the end only after every step was taken or passed, and its own day has come', () => {
    const all = [...terms.reminders.map((days) => `reminder:${days}`), 'formal-notice'];
    const told = takeStep(owed, 'formal-notice', all.slice(0, -1), '2026-12-20T08:00:00.000Z');
    expect(plan('2027-01-03T06:59:00.000Z', told)).toEqual({ action: 'wait', until: '2027-01-03T07:00:00.000Z' });
    expect(plan('2027-01-03T07:00:00.000Z', told)).toEqual({ action: 'give-up' });
    expect(plan('2030-01-01T08:00:00.000Z')).toEqual({ action: 'take', step: 'formal-notice' });
  });
  it('comes to an end from any state, each step once, whatever the moments it is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        let receivable = owed;
        let at = Date.parse('2026-10-05T08:00:00.000Z');
        for (const days of [...gaps, 400, 400, 400]) {
          at += days * 86_400_000;
          const now = new Date(at).toISOString();
          for (let next = plan(now, receivable); next.action === 'take'; next = plan(now, receivable)) {
            receivable = takeStep(receivable, next.step, passedBefore(receivable, terms, next.step), now);
          }
        }
        const steps = receivable.steps.map(({ step }) => step);
        expect(new Set(steps).size).toBe(steps.length);
        expect(steps).toHaveLength(terms.reminders.length + 1);
        expect(plan(new Date(at).toISOString(), receivable)).toEqual({ action: 'give-up' });
      }),
    );
  });
  it('waits whole seconds, one at least', () => {
    expect(secondsUntil('2026-10-05T08:00:01.001Z', '2026-10-05T08:00:00.000Z')).toBe(2);
    expect(secondsUntil('2026-10-05T08:00:00.000Z', '2026-10-05T08:00:00.000Z')).toBe(1);
  });
});

describe('a delay', () => {
  const at = { now: '2026-10-20T08:00:00.000Z', today: '2026-10-20' };
  const asked = { until: '2026-12-01', reason: 'Trésorerie.' };
  const refusal = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (error instanceof Refusal) return [error.type, ...(error.details.errors ?? []).map(({ code }) => code)];
      throw error;
    }
    return [];
  };
  it('is asked for once, of an open invoice, for a later day, sixty days at most', () => {
    const pending = askDelay(owed, asked, at);
    expect(pending.delayAsked).toEqual({ ...asked, at: at.now });
    expect(refusal(() => askDelay(pending, asked, at))).toEqual(['delay-already-asked']);
    expect(refusal(() => askDelay(payReceivable(owed, 600_00), asked, at))).toEqual(['invoice-settled']);
    expect(refusal(() => askDelay(owed, { ...asked, until: '2026-11-04' }, at))).toEqual([
      'invalid-fields',
      'delay.not-later',
    ]);
    expect(refusal(() => askDelay(owed, { ...asked, until: '2026-11-05' }, { ...at, today: '2026-11-05' }))).toEqual([
      'invalid-fields',
      'date.not-to-come',
    ]);
    expect(delayableUntil(owed)).toBe('2027-01-03');
    expect(refusal(() => askDelay(owed, { ...asked, until: '2027-01-04' }, at))).toEqual([
      'invalid-fields',
      'delay.too-long',
    ]);
    expect(delayableUntil(pending)).toBeNull();
  });
  it('granted moves the due date; declined leaves it; neither is decided twice', () => {
    const pending = askDelay(owed, asked, at);
    const granted = grantDelay(pending).receivable;
    expect(granted).toMatchObject({ dueOn: '2026-12-01', delayAsked: null });
    expect(plan('2026-11-10T08:00:00.000Z', granted)).toEqual({ action: 'wait', until: '2026-11-24T07:00:00.000Z' });
    expect(declineDelay(pending)).toMatchObject({ dueOn: '2026-11-04', delayAsked: null });
    expect(refusal(() => grantDelay(granted))).toEqual(['no-delay-asked']);
    expect(refusal(() => declineDelay(owed))).toEqual(['no-delay-asked']);
  });
  it('is asked for no longer once nothing is owed', () => {
    expect(payReceivable(askDelay(owed, asked, at), 600_00).delayAsked).toBeNull();
  });
});
