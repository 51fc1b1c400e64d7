import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { ROUTES } from '../domain/contract/routes.ts';
import { formOf } from '../test/support/forms.ts';
import { People } from '../test/support/people.ts';
import { TestRuntime } from '../test/support/runtime.ts';

/** A clear-cut town of each antenna. */
const TOWNS = [
  { postcode: '69003', communeCode: '69383' },
  { postcode: '42000', communeCode: '42218' },
  { postcode: '38000', communeCode: '38185' },
  { postcode: '63000', communeCode: '63113' },
  { postcode: '26000', communeCode: '26362' },
  { postcode: '74000', communeCode: '74010' },
];

const Counters = z.object({
  transitions: z.number(),
  invocations: z.record(z.string(), z.number()),
  invocationsInAll: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
});
/** What AWS would charge for, a joining. Units are DynamoDB's request units. */
export type Counted = {
  transitions: number;
  invocations: number;
  apiCalls: number;
  readUnits: number;
  writeUnits: number;
  mails: number;
};

/**
 * Takes companies from the form to the member through the real API, every question answered by a script.
 * @returns seconds from the first form to the last member
 */
const joinAll = async (people: People, companies: number): Promise<number> => {
  const forms = Array.from({ length: companies }, (_, index) =>
    formOf({ establishment: TOWNS[index % TOWNS.length] ?? {} }),
  );
  const started = performance.now();
  await Promise.all([people.apply(forms), people.goOnUntil(companies, () => wait(400))]);
  return (performance.now() - started) / 1000;
};

/** Joins a roll of companies in a fresh runtime. @returns seconds it took */
export const measureRoll = async (companies: number): Promise<number> => {
  const runtime = await TestRuntime.start({ clock: null });
  try {
    return await joinAll(await People.of(runtime), companies);
  } finally {
    await runtime.dispose();
  }
};

/**
 * What one joining on its straight way uses: counted over a few, and divided. Nothing is polled but the local mail, so
 * only what a joining needs is counted: the form, the applicant's page and confirmation, the inbox once, the decision,
 * the list of invoices once, the payment.
 */
export const measureOneJoining = async (companies: number): Promise<Counted> => {
  const runtime = await TestRuntime.start({ clock: null, args: ['--count'] });
  const mails = async (template: string) =>
    (await runtime.mail()).filter((mail) => mail.template?.includes(template)).length;
  const until = async (template: string) => {
    while ((await mails(template)) < companies) await wait(200);
  };
  try {
    const people = await People.of(runtime);
    await people.apply(Array.from({ length: companies }, () => formOf()));
    await until('confirm-email');
    await people.confirm();
    await wait(5000);
    await people.approve();
    await until('invoice-issued');
    await people.pay();
    await until('member-admitted');
    const counted = await people.call(Counters, 'GET', '/local/counters');
    const calls = Object.entries(counted.invocations).filter(([name]) =>
      Object.keys(ROUTES).some((route) => name.includes(route)),
    );
    return {
      transitions: counted.transitions / companies,
      invocations: counted.invocationsInAll / companies,
      apiCalls: calls.reduce((sum, [, count]) => sum + count, 0) / companies,
      readUnits: counted.readUnits / companies,
      writeUnits: counted.writeUnits / companies,
      mails: (await runtime.mail()).length / companies,
    };
  } finally {
    await runtime.dispose();
  }
};
