import { invoiceReference } from '../domain/payment/reference.ts';
import type { WrittenEntry } from '../local/bank/camt.ts';
import { bankFile, credit, matchAll, upload } from '../test/support/bank.ts';
import { invoiceFor } from '../test/support/dues.ts';
import { NOW } from '../test/support/events.ts';
import { formOf } from '../test/support/forms.ts';
import { bringToReview, startWorld, submit, type World } from '../test/support/world.ts';

/** Invoices written at once. */
const AT_ONCE = 16;

/** Invoices made so far: no number is given twice. */
let made = 0;

/** One company in twenty forgets its reference. */
const FORGETFUL = 20;

/**
 * Makes open invoices: one through the product, the others its copies, each with a dossier of its own.
 * @returns their numbers
 */
const openInvoices = async (world: World, count: number): Promise<string[]> => {
  const one = await submit(world, formOf(), NOW);
  const taskId = await bringToReview(world, one, NOW);
  const body = { decision: 'approve', comment: '' };
  await world.call('AnswerStaffTask', { staff: ['admin'], params: { id: taskId }, body, now: NOW });
  const { number } = await invoiceFor(one, NOW);
  const [{ getApplication, newApplicationWrites }, { getReceivable, newReceivableWrite }, { invoicePlaceKey }, table] =
    await Promise.all([
      import('../functions/data/applications.ts'),
      import('../functions/data/receivables.ts'),
      import('../functions/data/keys.ts'),
      import('../functions/data/table.ts'),
    ]);
  const [application, receivable] = await Promise.all([getApplication(one.applicationId), getReceivable(number)]);
  const numbers = Array.from({ length: count }, () => {
    made += 1;
    return `F2026-${100_000 + made}`;
  });
  const waiting = [...numbers];
  const writer = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const applicationId = crypto.randomUUID();
      const dossier = { ...application, applicationId };
      await table.transact([
        ...newApplicationWrites(dossier, { actor: { kind: 'system' }, happening: { type: 'application-received' } }),
        newReceivableWrite(
          { ...receivable, number: next, applicationId, reference: invoiceReference(next) },
          receivable.siren,
          dossier,
        ),
        { put: { ...invoicePlaceKey(next), applicationId } },
      ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  return numbers;
};

/** A file in which each invoice is paid in two parts, but for what the forgetful pay. */
const fileOf = (numbers: readonly string[]): string =>
  bankFile(
    numbers.flatMap((number, index): WrittenEntry[] =>
      [1, 2].map((part) => {
        const forgotten = (2 * index + part) % FORGETFUL === 0;
        const reference = forgotten ? {} : { reference: invoiceReference(number) };
        return credit(`${number}-${part}`, 150_00, { ...reference, payer: `Société ${number}`, text: ['Cotisation'] });
      }),
    ),
  );

/** Seconds to take a file of so many lines, and to match them. */
export type Matched = { lines: number; bytes: number; takeSeconds: number; matchSeconds: number };

const measure = async (world: World, lines: number): Promise<Matched> => {
  const xml = fileOf(await openInvoices(world, lines / 2));
  const started = performance.now();
  const reply = await upload(world, xml, NOW);
  if (reply.status !== 202) throw new Error(`The file was refused: ${reply.text}`);
  const taken = performance.now();
  await matchAll(world, String(reply.body.statementId), NOW);
  const ended = performance.now();
  return {
    lines,
    bytes: Buffer.byteLength(xml),
    takeSeconds: (taken - started) / 1000,
    matchSeconds: (ended - taken) / 1000,
  };
};

/**
 * Matches files of the bank against open invoices, half as many as each has lines, through the real handlers and a real
 * table; one task after the other, as the workflow runs them.
 */
export const measureBank = async (sizes: readonly number[]): Promise<Matched[]> => {
  const world = await startWorld();
  try {
    const measured: Matched[] = [];
    for (const lines of sizes) measured.push(await measure(world, lines));
    return measured;
  } finally {
    await world.close();
  }
};
