import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeProgram } from '../../simulation/program.ts';
import { type Played, simulate } from '../../simulation/simulate.ts';

// A small cluster from the notice of one year to the day that unpaid members are struck off: once undisturbed, once in a
// process that is killed on the way. The proof with 600 members is docs/simulation.md's.

const SETTINGS = { members: 24, from: '2027-01-01', to: '2027-07-05', seed: 3, policy: null };
const KILLS = 3;

let program: string;
let undisturbed: Played;
beforeAll(async () => {
  program = await makeProgram(undefined);
  undisturbed = await simulate(program, SETTINGS, 0, () => undefined);
}, 120_000);
afterAll(() => rmSync(program, { force: true }));

describe('a simulated year', () => {
  it('holds what must hold', () => {
    const { checks } = undisturbed.facts;
    expect(checks.filter(({ failures }) => failures.length > 0)).toEqual([]);
    expect(checks.filter(({ looked }) => looked === 0).map(({ name }) => name)).toEqual(['nothing-failed']);
  });

  it('plays the parts of a year: figures, dues, reminders, suspensions, departures, applications', () => {
    const { mails, members, invoices } = undisturbed.facts;
    const sent = new Set(mails.map(({ message }) => message));
    for (const message of ['confirm-figures', 'invoice-issued', 'payment-due', 'membership-renewed', 'confirm-email']) {
      expect(sent).toContain(message);
    }
    expect(new Set(members.map(({ status }) => status)).size).toBeGreaterThan(1);
    expect(invoices.some(({ steps }) => steps.length > 1)).toBe(true);
  });

  it('comes to the same report when it is played again, and its process killed on the way', async () => {
    const killed = await simulate(program, SETTINGS, KILLS, () => undefined);
    expect(killed.kills).toBe(KILLS);
    expect(killed.json).toBe(undisturbed.json);
    expect(killed.html).toBe(undisturbed.html);
  }, 120_000);
});
