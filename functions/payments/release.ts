import type { Application } from '../../domain/application/application.ts';
import { reverseReceivable } from '../../domain/invoice/moves.ts';
import { allocationReleased, debtorOf } from '../../domain/ledger/postings.ts';
import { sharesOf } from '../../domain/payment/payment.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication } from '../data/applications.ts';
import { ledgerWrite } from '../data/ledger.ts';
import { listPayments, paymentWrite } from '../data/payments.ts';
import { findReceivable, receivableWrite } from '../data/receivables.ts';

/**
 * Holds for the company (419) what it had paid on an invoice that is about to be cancelled, so that it is paid back or
 * used: payments, what is owed, journal and timeline change together, or nothing does. Called again, it finds nothing
 * more to release.
 * @param now ISO 8601 instant
 * @throws TransientStoreError
 */
export const releasePayments = async (applicationId: string, number: string, now: string): Promise<void> => {
  await changeApplication(applicationId, async (application: Application) => {
    const before = await findReceivable(number);
    if (before === null || before.paidCents === 0) return null;
    const payments = (await listPayments(applicationId)).filter(
      ({ reversedOn, allocations }) => reversedOn === null && allocations.some((share) => share.number === number),
    );
    const parts = payments.map((payment) => {
      const kept = payment.allocations.filter((share) => share.number !== number);
      const cents = sharesOf(payment.allocations) - sharesOf(kept);
      const movement = {
        key: `payment:${payment.paymentId}:${payment.version + 1}`,
        date: parisDay(now),
        piece: number,
        pieceDate: before.issuedOn,
        label: `Règlement de ${number} mis en avance`,
        at: now,
      };
      return {
        cents,
        writes: [
          paymentWrite(payment, { ...payment, allocations: kept, heldCents: payment.heldCents + cents }),
          ledgerWrite(
            allocationReleased(movement, { holder: debtorOf(payment), debtor: debtorOf(before) }, cents),
            applicationId,
          ),
        ],
      };
    });
    const cents = sharesOf(parts);
    if (cents === 0) return null;
    return {
      application,
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'credit-held', cents, comment: number } }],
      writes: [
        receivableWrite(before, reverseReceivable(before, cents), now, application).write,
        ...parts.flatMap(({ writes }) => writes),
      ],
    };
  });
};
