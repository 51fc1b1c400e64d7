import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { payReceivable } from '../../domain/invoice/moves.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { debtorOf, type Movement, paymentReceived, spreadsOf, suspenseMatched } from '../../domain/ledger/postings.ts';
import { type Allocation, allocate } from '../../domain/payment/allocate.ts';
import { type PaymentMethod, sharesOf } from '../../domain/payment/payment.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeApplication, getApplication } from '../data/applications.ts';
import { ledgerWrite } from '../data/ledger.ts';
import type { OwedMail } from '../data/owed-mails.ts';
import { findPayment, newPaymentWrites, type StoredPayment } from '../data/payments.ts';
import { dossierOf, findReceivable, receivableWrite, type StoredReceivable } from '../data/receivables.ts';
import type { Write } from '../data/table.ts';
import { eventWrite } from '../data/timeline.ts';

/** Money that came in, and which invoices it is for. */
export type Incoming = {
  /** Natural key. Where the money is for several dossiers, each has a payment of its own, told apart by its place. */
  paymentId: string;
  method: Exclude<PaymentMethod, 'credit'>;
  /** Day in Europe/Paris. */
  receivedOn: string;
  cents: number;
  payer: string | null;
  /** Invoices in the order they are paid; what is over is held for the company of the first. */
  numbers: readonly string[];
  by: Actor;
  /** Between staff: where it came from, or why it was entered. */
  note: string;
  /** What proves it, in the journal: reference of the bank, number of the invoice. */
  piece: string;
  /** True when it waits in suspense (471) already. */
  inSuspense?: boolean;
  /** ISO 8601 instant. */
  now: string;
};

/** What became of it. */
export type Taken = {
  /** Null when it had been taken before: nothing was done now. */
  allocation: Allocation | null;
  payments: StoredPayment[];
  /** The invoices it paid, as they are now, with what each got of it. */
  paid: { receivable: StoredReceivable; cents: number; paymentId: string }[];
};

/** The mails that payments owe their companies: written with them, or sent by a workflow that goes over them. */
export const paymentMails = (payments: readonly Pick<StoredPayment, 'paymentId'>[]): OwedMail[] =>
  payments.map(({ paymentId }) => ({ about: 'payment', paymentId }));

/** What is about to be written: how the money is spread, and what becomes of the invoices it pays. */
export type Outcome = Pick<Taken, 'payments'> & { allocation: Allocation; receivables: StoredReceivable[] };

/** A share of the money: what one dossier gets of it. */
type Part = {
  application: Application;
  receivables: StoredReceivable[];
  shares: { number: string; cents: number }[];
  heldCents: number;
};

/** What is owed of these invoices; the first lies in this dossier. */
const readAll = async (numbers: readonly string[], dossier: string): Promise<StoredReceivable[]> => {
  const found = await Promise.all(
    [...new Set(numbers)].map((number, place) => findReceivable(number, place === 0 ? dossier : undefined)),
  );
  return found.filter((receivable) => receivable !== null);
};

/** The parts of each dossier: the first gets what is over. */
const partsOf = async (
  first: Application,
  receivables: readonly StoredReceivable[],
  { shares, restCents }: Allocation,
): Promise<Part[]> => {
  const dossiers = [...new Set([first.applicationId, ...receivables.map(({ applicationId }) => applicationId)])];
  const parts = await Promise.all(
    dossiers.map(async (applicationId): Promise<Part> => {
      const own = receivables.filter((receivable) => receivable.applicationId === applicationId);
      return {
        application: applicationId === first.applicationId ? first : await getApplication(applicationId),
        receivables: own,
        shares: shares.filter(({ number }) => own.some((receivable) => receivable.number === number)),
        heldCents: applicationId === first.applicationId ? restCents : 0,
      };
    }),
  );
  return parts.filter((part) => part.shares.length > 0 || part.heldCents > 0);
};

const happeningsOf = ({ shares, heldCents }: Part, { method, note }: Incoming): Happening[] => [
  ...shares.map(({ number, cents }) => ({
    type: 'payment-received' as const,
    number,
    cents,
    method,
    comment: note,
  })),
  ...(heldCents > 0 ? [{ type: 'credit-held' as const, cents: heldCents, comment: note }] : []),
];

const paymentOf = (part: Part, incoming: Incoming, place: number): StoredPayment => {
  const { application, receivables, shares, heldCents } = part;
  const { paymentId, method, receivedOn, payer, by, note, now } = incoming;
  const { legalName, siren } = application.form.company;
  // Whoever was invoiced first: the membership may have been another company's when it applied.
  const payee = receivables[0] ?? { siren, companyName: legalName };
  return {
    paymentId: place === 0 ? paymentId : `${paymentId}-${place + 1}`,
    method,
    receivedOn,
    cents: sharesOf(shares) + heldCents,
    payer,
    applicationId: application.applicationId,
    allocations: shares.map((share) => ({ ...share, usedOn: null })),
    heldCents,
    refundedCents: 0,
    reversedOn: null,
    by,
    note,
    at: now,
    version: 0,
    companyName: payee.companyName,
    siren: payee.siren,
  };
};

const entryOf = (payment: StoredPayment, incoming: Incoming, { receivables }: Part): LedgerEntry => {
  const { piece, receivedOn, method, now, inSuspense = false } = incoming;
  const movement: Movement = {
    key: `payment:${payment.paymentId}`,
    // Out of suspense it goes on the day it is matched.
    date: inSuspense ? parisDay(now) : receivedOn,
    piece,
    pieceDate: receivedOn,
    label: `Règlement ${payment.companyName}`,
    at: now,
  };
  const held = { party: debtorOf(payment), cents: payment.heldCents };
  const spreads = spreadsOf(payment.allocations, receivables, held);
  return inSuspense ? suspenseMatched(movement, spreads) : paymentReceived(movement, method, spreads);
};

type Settled = { payment: StoredPayment; writes: Write[]; receivables: Map<string, StoredReceivable> };

/** The payment of one dossier, with all that changes with it there. */
const settle = (part: Part, incoming: Incoming, place: number): Settled => {
  const payment = paymentOf(part, incoming, place);
  const receivables = new Map<string, StoredReceivable>();
  const writes = part.shares.flatMap(({ number, cents }): Write[] => {
    const before = part.receivables.find((receivable) => receivable.number === number);
    if (before === undefined) return [];
    const paid = receivableWrite(before, payReceivable(before, cents), incoming.now, part.application);
    receivables.set(number, paid.receivable);
    return [paid.write];
  });
  const entry = entryOf(payment, incoming, part);
  return {
    payment,
    receivables,
    writes: [...writes, ...newPaymentWrites(payment), ledgerWrite(entry, payment.applicationId)],
  };
};

/**
 * Takes money that came in: payment, what is owed, journal and timeline change together, or nothing does. Of invoices of
 * several companies each company's dossier gets a payment. Sent twice, it is taken once.
 * @param writes what must change with it or not at all
 * @throws Refusal `not-found` when the first number is no invoice's; what a failed condition of `writes` says of itself;
 *   TransientStoreError
 */
export const takePayment = async (
  incoming: Incoming,
  writes: (taken: Outcome) => Write[] | Promise<Write[]> = () => [],
): Promise<Taken> => {
  const { numbers, by, now, paymentId } = incoming;
  const dossier = await dossierOf(numbers[0] ?? '');
  if (dossier === null) throw new Refusal('not-found');
  let taken: Taken = { allocation: null, payments: [], paid: [] };
  await changeApplication(dossier, async (application) => {
    const known = await findPayment(paymentId);
    if (known !== null) {
      taken = { allocation: null, payments: [known], paid: [] };
      return null;
    }
    const receivables = await readAll(numbers, dossier);
    const allocation = allocate(incoming.cents, receivables);
    const parts = await partsOf(application, receivables, allocation);
    const settled = parts.map((part, place) => settle(part, incoming, place));
    taken = { allocation, payments: settled.map(({ payment }) => payment), paid: settled.flatMap(paidBy) };
    return {
      application,
      at: now,
      events: parts
        .filter((part) => part.application === application)
        .flatMap((part) => happeningsOf(part, incoming))
        .map((happening) => ({ actor: by, happening })),
      writes: [
        ...settled.flatMap((one) => one.writes),
        ...parts.filter((part) => part.application !== application).flatMap((part) => eventsElsewhere(part, incoming)),
        ...(await writes({
          allocation,
          payments: taken.payments,
          receivables: taken.paid.map(({ receivable }) => receivable),
        })),
      ],
    };
  });
  return taken;
};

const paidBy = ({ payment, receivables }: Settled): Taken['paid'] =>
  payment.allocations.flatMap(({ number, cents }) => {
    const receivable = receivables.get(number);
    return receivable === undefined ? [] : [{ receivable, cents, paymentId: payment.paymentId }];
  });

/** Lines in the timeline of another dossier, under the version it is at: they tell of a change of no status. */
const eventsElsewhere = (part: Part, incoming: Incoming): Write[] =>
  happeningsOf(part, incoming).map((happening, place) => {
    const { applicationId, version } = part.application;
    return eventWrite(applicationId, version, `payment#${incoming.paymentId}#${place}`, {
      at: incoming.now,
      actor: incoming.by,
      happening,
    });
  });
