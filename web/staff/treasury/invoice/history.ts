import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import type { PaymentMethod } from '../../../../domain/payment/payment.ts';

/** Something that happened to an invoice. `on` is a day or an instant, ISO 8601. */
export type Incident = { on: string; comment: string } & (
  | { kind: 'issued' | 'due' }
  | { kind: 'reminder'; days: number }
  | { kind: 'formal-notice' }
  | { kind: 'payment'; cents: number; method: PaymentMethod; payer: string | null; by: string | null }
  | { kind: 'reversal'; cents: number }
  | { kind: 'credit-note'; cents: number; number: string }
  | { kind: 'delay-asked'; until: string }
);

const REMINDER = /^reminder:(-?\d+)$/;

/** All that came of an invoice, the latest first; what happened on one day in the order it is told here. */
export const historyOf = ({ invoice, receivable, payments, creditNotes }: StaffInvoice): Incident[] => {
  const incidents: Incident[] = [
    { kind: 'issued', on: invoice.issuedOn, comment: '' },
    ...(receivable?.steps ?? []).map(({ step, at }): Incident => {
      const [, days] = REMINDER.exec(step) ?? [];
      return days === undefined
        ? { kind: 'formal-notice', on: at, comment: '' }
        : { kind: 'reminder', days: Number(days), on: at, comment: '' };
    }),
    ...creditNotes.map(
      ({ number, issuedOn, totalCents, reason }): Incident => ({
        kind: 'credit-note',
        number,
        cents: totalCents,
        on: issuedOn,
        comment: reason,
      }),
    ),
    ...payments.flatMap((payment): Incident[] => {
      const cents = payment.allocations
        .filter(({ number }) => number === invoice.number)
        .reduce((sum, allocation) => sum + allocation.cents, 0);
      const { method, payer, receivedOn, reversedOn, by, note } = payment;
      const paid: Incident = {
        kind: 'payment',
        // What the bank took back is allocated to nothing any more.
        cents: reversedOn === null ? cents : payment.cents,
        method,
        payer,
        by: by.kind === 'staff' ? by.name : null,
        on: receivedOn,
        comment: note,
      };
      return reversedOn === null
        ? [paid]
        : [paid, { kind: 'reversal', cents: payment.cents, on: reversedOn, comment: '' }];
    }),
    ...(receivable?.delayAsked == null
      ? []
      : [
          {
            kind: 'delay-asked' as const,
            until: receivable.delayAsked.until,
            on: receivable.delayAsked.at,
            comment: receivable.delayAsked.reason,
          },
        ]),
  ];
  const dayOf = ({ on }: Incident): string => on.slice(0, 10);
  return incidents
    .map((incident, index) => ({ incident, index }))
    .sort((a, b) => dayOf(b.incident).localeCompare(dayOf(a.incident)) || b.index - a.index)
    .map(({ incident }) => incident);
};
