import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { balanceOf } from '../../../domain/invoice/receivable.ts';
import { invoiceReference } from '../../../domain/payment/reference.ts';
import type { WrittenEntry } from '../../../local/bank/camt.ts';
import { accounts, bankFile, credit, matchAll, upload } from '../../support/bank.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { type Invoiced, invoicedCompany } from '../../support/dues.ts';
import { startWorld, type World } from '../../support/world.ts';

jest.setTimeout(240_000);

// Cents are conserved over any sequence of files (alone, again, overlapping), reversals and payments by hand, whatever
// request to the table is the last one of a handler: what is in the books is what the bank and the treasurer said, once.

// The SDK's own retries would hide the crash.
process.env.AWS_MAX_ATTEMPTS = '1';

const NOW = '2026-10-05T08:00:00.000Z';
const INVOICES = 3;

let world: World;
let table: CrashingService;
beforeAll(async () => {
  world = await startWorld();
  table = await startCrashing(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
});
afterAll(async () => {
  await table.close();
  await world.close();
});

/** What happens: a transaction of the bank, or a payment by hand. */
type Move =
  | { kind: 'paid'; invoice: number; cents: number }
  | { kind: 'unknown'; invoice: number; cents: number }
  | { kind: 'reversed'; move: number }
  | { kind: 'by-hand'; invoice: number; cents: number };
const cents = fc.integer({ min: 1, max: 400_00 });
const invoice = fc.nat(INVOICES - 1);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('paid' as const), invoice, cents }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), invoice, cents }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reversed' as const), move: fc.nat(11) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('by-hand' as const), invoice, cents }) },
);
/** What is done, and at which request to the table it dies first; files are cut at random places, and overlap. */
const story = fc.record({
  moves: fc.array(move, { minLength: 3, maxLength: 12 }),
  cuts: fc.array(fc.record({ from: fc.nat(11), to: fc.nat(12) }), { minLength: 1, maxLength: 3 }),
  crashes: fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 40 }),
      how: fc.constantFrom('request-lost' as const, 'answer-lost' as const),
    }),
    { maxLength: 4 },
  ),
});

/** Does something until it succeeds; the first times it dies at a request to the table. */
const whatever = async (
  crashes: { at: number; how: 'request-lost' | 'answer-lost' }[],
  act: () => Promise<unknown>,
) => {
  const crash = crashes.shift();
  if (crash !== undefined) {
    table.crashAt(crash.at, crash.how);
    await Promise.allSettled([act()]);
    table.recover();
  }
  await act();
};

let stories = 0;

/** The transactions of a story, as the bank lists them. A reversal is of a transaction before it, once. */
const entriesOf = (moves: readonly Move[], ones: readonly Invoiced[], prefix: string): (WrittenEntry | null)[] => {
  const reversed = new Set<number>();
  return moves.map((each, place) => {
    const endToEndId = `${prefix}-${place}`;
    if (each.kind === 'paid') {
      const reference = invoiceReference(ones[each.invoice]?.number ?? '');
      return credit(`${prefix}B${place}`, each.cents, { reference, endToEndId });
    }
    if (each.kind === 'unknown') return credit(`${prefix}B${place}`, each.cents, { endToEndId });
    if (each.kind === 'by-hand') return null;
    const original = moves[each.move];
    if (each.move >= place || reversed.has(each.move)) return null;
    if (original?.kind !== 'paid' && original?.kind !== 'unknown') return null;
    reversed.add(each.move);
    const trace = { endToEndId: `${prefix}-${each.move}` };
    return credit(`${prefix}B${place}`, original.cents, trace, { credit: false, reversal: true });
  });
};

const bookedOf = (entry: WrittenEntry | null): number =>
  entry === null ? 0 : (entry.transactions[0]?.cents ?? 0) * (entry.credit === false ? -1 : 1);

it('cents are conserved, whatever comes, again, at once, and dies on the way', async () => {
  const { findReceivable } = await import('../../../functions/data/receivables.ts');
  const { listUnmatched } = await import('../../../functions/data/bank-lines.ts');
  const { listPayments } = await import('../../../functions/data/payments.ts');
  // Every story begins with the same invoices, and nothing paid.
  const ones: Invoiced[] = [];
  while (ones.length < INVOICES) ones.push(await invoicedCompany(world, NOW));
  const begun = await world.keep();
  await fc.assert(
    fc.asyncProperty(story, async ({ moves, cuts, crashes }) => {
      stories += 1;
      const prefix = `S${stories}`;
      await begun.bringBack();
      const before = await accounts();
      const entries = entriesOf(moves, ones, prefix);
      const waiting = [...crashes];

      let byHand = 0;
      for (const [place, each] of moves.entries()) {
        if (each.kind !== 'by-hand') continue;
        const number = ones[each.invoice]?.number ?? '';
        const body = { method: 'cheque', cents: each.cents, receivedOn: '2026-10-05' };
        let problem: string | null = null;
        await whatever(waiting, async () => {
          const options = {
            staff: ['treasurer'],
            params: { number },
            body,
            idempotencyKey: `${prefix}-${place}`,
            now: NOW,
          };
          problem = (await world.call('PayInvoice', options)).problem;
        });
        if (problem === null) byHand += each.cents;
      }
      // Files cut anywhere, one of them whole and last; each is sent until it is taken, and matched until it is done.
      const files = [...cuts.map(({ from, to }) => entries.slice(from, to)), entries];
      for (const [index, cut] of files.entries()) {
        const xml = bankFile(
          cut.filter((entry) => entry !== null),
          { id: `${prefix}-${index}` },
        );
        await whatever(waiting, async () => {
          const reply = await upload(world, xml, NOW);
          if (reply.status !== 202) throw new Error(`The file was refused: ${reply.problem}`);
          await matchAll(world, String(reply.body.statementId), NOW);
        });
      }

      const after = await accounts();
      const moved = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
      // The bank's account says what the bank says; every line came once.
      expect(moved('512000')).toBe(entries.reduce((sum, entry) => sum + bookedOf(entry), 0));
      expect(moved('511200')).toBe(byHand);
      // The journal balances, whatever happened.
      expect(Object.values(after).reduce((sum, balance) => sum + balance, 0)).toBe(0);
      // What is owed says what the journal says, and payments say what is held.
      const receivables = await Promise.all(ones.map(({ number }) => findReceivable(number)));
      const owed = receivables.reduce((sum, each) => sum + (each === null ? 0 : balanceOf(each)), 0);
      const issued = ones.reduce((sum, one) => sum + one.totalCents, 0);
      expect(moved('411000')).toBe(owed - issued);
      const payments = (await Promise.all(ones.map(({ applicationId }) => listPayments(applicationId)))).flat();
      const live = payments.filter(({ reversedOn }) => reversedOn === null);
      const held = live.reduce((sum, { heldCents }) => sum + heldCents, 0);
      expect(moved('419100') + held).toBe(0);
      const paid = receivables.reduce((sum, each) => sum + (each?.paidCents ?? 0), 0);
      expect(live.flatMap(({ allocations }) => allocations).reduce((sum, share) => sum + share.cents, 0)).toBe(paid);
      for (const each of receivables) expect(each === null ? -1 : balanceOf(each)).toBeGreaterThanOrEqual(0);
      // What waits for a person is what stands in suspense.
      const { items } = await listUnmatched({ limit: 1000 });
      expect((after['471000'] ?? 0) + items.reduce((sum, line) => sum + line.cents, 0)).toBe(0);
    }),
    { numRuns: 12 },
  );
  begun.close();
});
