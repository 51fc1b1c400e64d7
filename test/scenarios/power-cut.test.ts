import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formOf } from '../support/forms.ts';
import { People } from '../support/people.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';

const APPLICATIONS = 50;

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await TestRuntime.start();
}, START_PATIENCE);
afterAll(() => runtime.dispose());

it('takes up every running application when all processes were killed: while forms come in, addresses are confirmed, staff decide, invoices are paid', async () => {
  const forms = Array.from({ length: APPLICATIONS }, () => formOf());
  const sirens = forms.map(({ company }) => company.siren).sort();
  let people = await People.of(runtime);
  await people.apply(forms.slice(0, 10));
  const acts: ((p: People) => Promise<unknown>)[] = [
    (p: People) => p.apply(forms),
    (p: People) => p.confirm(),
    (p: People) => p.approve(),
    (p: People) => p.pay(),
  ];
  for (const act of acts) {
    // Refused connections are what a power cut looks like from outside.
    const acting = act(people).catch((error: unknown) => error);
    await wait(400);
    await runtime.kill();
    await acting;
    runtime = await TestRuntime.start({ data: runtime.data });
    people = await People.of(runtime);
    // People try again what got no answer.
    await act(people);
  }
  await people.goOnUntil(APPLICATIONS, () => runtime.advance('PT6M'));

  expect((await people.members()).sort()).toEqual(sirens);
  const welcomed = (await runtime.mail()).filter(({ template }) => template?.includes('member-admitted'));
  expect(new Set(welcomed.map(({ to }) => to)).size).toBe(APPLICATIONS);
}, 240_000);
