import { reopenReceivable } from '../../domain/invoice/moves.ts';
import { debtorOf, paymentReversed, spreadsOf, suspenseReversalMatched } from '../../domain/ledger/postings.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication } from '../data/applications.ts';
import { ledgerWrite } from '../data/ledger.ts';
import { getPayment, paymentWrite } from '../data/payments.ts';
import { findReceivable, receivableWrite, type StoredReceivable } from '../data/receivables.ts';
import type { Write } from '../data/table.ts';

/** Why and when a payment is taken back. */
export type Reversal = {
  /** Day the bank took it back. */
  on: string;
  by: Actor;
  note: string;
  /** What proves it: reference of the bank. */
  piece: string;
  /** True when the taking back waits in suspense (471) already. */
  inSuspense?: boolean;
  /** ISO 8601 instant. */
  now: string;
};

/** The invoices that are owed again, with how much of each. */
export type Reopened = { receivable: StoredReceivable; cents: number }[];

/** What each invoice had of a payment, at once and later out of what was held. */
const byInvoice = (allocations: readonly { number: string; cents: number }[]): [string, number][] => {
  const sums = new Map<string, number>();
  for (const { number, cents } of allocations) sums.set(number, (sums.get(number) ?? 0) + cents);
  return [...sums];
};

/**
 * Takes a payment back, as the bank did: every invoice it paid, at once or later out of what was held, is owed again;
 * nothing of it is held any more. What was refunded of it meanwhile is a debt of the company (419), which the treasurer
 * asks for. Taken back twice, it is taken back once.
 * @param writes what must change with it or not at all
 * @returns null when it was taken back before: nothing was done now
 * @throws Refusal `not-found`; TransientStoreError
 */
export const reversePayment = async (
  paymentId: string,
  { on, by, note, piece, inSuspense = false, now }: Reversal,
  writes: (reopened: Reopened) => Write[] | Promise<Write[]> = () => [],
): Promise<Reopened | null> => {
  const { applicationId } = await getPayment(paymentId);
  let reopened: Reopened | null = null;
  await changeApplication(applicationId, async (application) => {
    const before = await getPayment(paymentId);
    reopened = null;
    if (before.reversedOn !== null) return null;
    const again: Reopened = [];
    const changes: Write[] = [];
    for (const [number, cents] of byInvoice(before.allocations)) {
      const receivable = await findReceivable(number);
      if (receivable === null) throw new Error(`The payment ${paymentId} paid ${number}, which is not there.`);
      const back = receivableWrite(receivable, reopenReceivable(receivable, cents, now), now, application);
      again.push({ receivable: back.receivable, cents });
      changes.push(back.write);
    }
    const spreads = spreadsOf(
      before.allocations,
      again.map(({ receivable }) => receivable),
      { party: debtorOf(before), cents: before.heldCents + before.refundedCents },
    );
    const movement = {
      key: `payment:${paymentId}:reversed`,
      date: inSuspense ? parisDay(now) : on,
      piece,
      pieceDate: on,
      label: `Reprise du règlement ${before.companyName}`,
      at: now,
    };
    // It is the bank that takes back, whatever way the money had come in.
    const entry = inSuspense
      ? suspenseReversalMatched(movement, spreads)
      : paymentReversed(movement, 'transfer', spreads);
    reopened = again;
    return {
      application,
      at: now,
      events: again.map(({ receivable: { number }, cents }) => ({
        actor: by,
        happening: { type: 'payment-reversed', number, cents, comment: note },
      })),
      writes: [
        ...changes,
        paymentWrite(before, { ...before, heldCents: 0, reversedOn: on }),
        ledgerWrite(entry, applicationId),
        ...(await writes(again)),
      ],
    };
  });
  return reopened;
};
