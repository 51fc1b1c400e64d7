import { policyAt } from '../domain/dues/policies.ts';
import { quoteFor } from '../test/support/dues.ts';
import { NOW } from '../test/support/events.ts';
import { startWorld, submit, type World } from '../test/support/world.ts';

/** Invoices issued in a second, by one caller and by several at once who want the next number of one series. */
export type Issued = { callers: number; invoices: number; perSecond: number };

const measure = async (world: World, callers: number, invoices: number): Promise<Issued> => {
  const [{ issueInvoiceOf }, { holderOf }] = await Promise.all([
    import('../functions/data/invoices.ts'),
    import('../functions/dues/holder.ts'),
  ]);
  const dues = await Promise.all(
    Array.from({ length: callers }, async () => {
      const one = await submit(world);
      const ids = Array.from({ length: invoices / callers }, (_, n) => `${one.applicationId}~bench-${n}`);
      return Promise.all(ids.map((duesId) => quoteFor(one, NOW, duesId)));
    }),
  );
  const started = performance.now();
  await Promise.all(
    dues.map(async (own) => {
      for (const one of own) await issueInvoiceOf(one, policyAt(one.period.from), NOW, holderOf);
    }),
  );
  return { callers, invoices, perSecond: invoices / ((performance.now() - started) / 1000) };
};

/** Issues invoices on a real table: number, invoice, what is owed, entry and line each time in one transaction. */
export const measureInvoices = async (): Promise<Issued[]> => {
  const world = await startWorld();
  try {
    const measured: Issued[] = [];
    for (const callers of [1, 10]) measured.push(await measure(world, callers, 300));
    return measured;
  } finally {
    await world.close();
  }
};
