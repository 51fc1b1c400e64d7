import type { Invoice } from '../invoice/invoice.ts';
import type { PaymentMethod } from '../payment/payment.ts';
import { ACCOUNTS, type AccountName, LedgerEntry } from './entry.ts';

// What each event of money writes in the journal: one entry, balanced, under the event's own key. Amounts in cents.

/** A third party (compte auxiliaire): whose account of 411 or 419 it is. */
export type Party = { code: string; name: string };
type Line = LedgerEntry['lines'][number];

const WITH_PARTY: readonly AccountName[] = ['receivable', 'held'];

const line = (account: AccountName, party: Party | null, debitCents: number, creditCents: number): Line => ({
  account: ACCOUNTS[account],
  party: WITH_PARTY.includes(account) ? party : null,
  debitCents,
  creditCents,
});
const debit = (account: AccountName, cents: number, party: Party | null = null): Line => line(account, party, cents, 0);
const credit = (account: AccountName, cents: number, party: Party | null = null): Line =>
  line(account, party, 0, cents);

/** An entry without the lines of nothing. @throws ZodError when it does not balance */
const entry = (written: LedgerEntry): LedgerEntry =>
  LedgerEntry.parse({
    ...written,
    lines: written.lines.filter(({ debitCents, creditCents }) => debitCents !== creditCents),
  });

/** The third party that a company is: its SIREN and its name. */
export const partyOf = ({ siren, legalName }: { siren: string; legalName: string }): Party => ({
  code: siren,
  name: legalName,
});

/** The third party an invoice was issued to, or what is held is held for: it stays theirs, whoever goes on with the membership. */
export const debtorOf = ({ siren, companyName }: { siren: string; companyName: string }): Party =>
  partyOf({ siren, legalName: companyName });

/** Sales: the company owes the total, the dues are earned, VAT is owed to the State. */
export const invoiceIssued = (invoice: Invoice): LedgerEntry => {
  const { number, issuedOn, buyer, totalCents, netCents, vat, issuedAt } = invoice;
  return entry({
    key: `invoice:${number}`,
    journal: 'VE',
    date: issuedOn,
    piece: number,
    pieceDate: issuedOn,
    label: `Facture ${number} ${buyer.legalName}`,
    lines: [debit('receivable', totalCents, partyOf(buyer)), credit('dues', netCents), credit('vat', vat.cents)],
    at: issuedAt,
  });
};

/** Sales, the other way round. @param note of kind `credit-note` */
export const creditNoteIssued = (note: Invoice): LedgerEntry => {
  const { number, issuedOn, buyer, totalCents, netCents, vat, issuedAt, corrects } = note;
  return entry({
    key: `credit-note:${number}`,
    journal: 'VE',
    date: issuedOn,
    piece: number,
    pieceDate: issuedOn,
    label: `Avoir ${number} sur ${corrects?.number ?? ''} ${buyer.legalName}`,
    lines: [credit('receivable', totalCents, partyOf(buyer)), debit('dues', netCents), debit('vat', vat.cents)],
    at: issuedAt,
  });
};

/** The account that money of a kind comes in on: cheques and cards reach the bank later. */
const INCOMING: Record<Exclude<PaymentMethod, 'credit'>, AccountName> = {
  transfer: 'bank',
  cheque: 'cash',
  card: 'cash',
  'online-card': 'cash',
};

/** Where a sum comes from or goes to: what it is, whose. */
export type Movement = {
  /** Natural key of the event, such as `payment:<id>` or `payment:<id>:F2026-000042`. */
  key: string;
  /** Day in Europe/Paris. */
  date: string;
  /** What proves it: the bank's reference, the invoice, the number of the cheque. */
  piece: string;
  pieceDate: string;
  label: string;
  /** ISO 8601 instant. */
  at: string;
};

/** What a company's money is spread over: what its invoices take, and what is held for it. */
export type Spread = { party: Party; allocatedCents: number; heldCents: number };

/**
 * What a payment is spread over, by company: what each invoice takes is on the account of whom it was issued to.
 * @param invoices all that have a share, whosever else they may hold
 */
export const spreadsOf = (
  shares: readonly { number: string; cents: number }[],
  invoices: readonly { number: string; siren: string; companyName: string }[],
  held: { party: Party; cents: number },
): Spread[] => {
  const spreads = new Map<string, Spread>();
  const add = (party: Party, allocatedCents: number, heldCents: number): void => {
    const before = spreads.get(party.code) ?? { party, allocatedCents: 0, heldCents: 0 };
    spreads.set(party.code, {
      ...before,
      allocatedCents: before.allocatedCents + allocatedCents,
      heldCents: before.heldCents + heldCents,
    });
  };
  for (const { number, cents } of shares) {
    const invoice = invoices.find((each) => each.number === number);
    if (invoice === undefined) throw new RangeError(`The invoice ${number} has a share, and is not there.`);
    add(debtorOf(invoice), cents, 0);
  }
  if (held.cents > 0) add(held.party, 0, held.cents);
  return [...spreads.values()];
};

const spread = (side: typeof debit, { party, allocatedCents, heldCents }: Spread): Line[] => [
  side('receivable', allocatedCents, party),
  side('held', heldCents, party),
];
const sumOf = (spreads: readonly Spread[]): number =>
  spreads.reduce((sum, { allocatedCents, heldCents }) => sum + allocatedCents + heldCents, 0);

/** Bank: money came in, for invoices and for what is held. One spread a company. */
export const paymentReceived = (
  movement: Movement,
  method: Exclude<PaymentMethod, 'credit'>,
  spreads: readonly Spread[],
): LedgerEntry =>
  entry({
    ...movement,
    journal: 'BQ',
    lines: [debit(INCOMING[method], sumOf(spreads)), ...spreads.flatMap((one) => spread(credit, one))],
  });

/** Bank: a payment was taken back, as it had been spread. */
export const paymentReversed = (
  movement: Movement,
  method: Exclude<PaymentMethod, 'credit'>,
  spreads: readonly Spread[],
): LedgerEntry =>
  entry({
    ...movement,
    journal: 'BQ',
    lines: [...spreads.flatMap((one) => spread(debit, one)), credit(INCOMING[method], sumOf(spreads))],
  });

/** Whose what is held is, and whose the invoice: one company, unless another went on with its membership in between. */
type Sides = { holder: Party; debtor: Party };

/** Other operations: what is held for a company pays an invoice of its. */
export const heldUsed = (movement: Movement, { holder, debtor }: Sides, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'OD', lines: [debit('held', cents, holder), credit('receivable', cents, debtor)] });

/** Other operations: what had been paid on an invoice is held for the company instead. */
export const allocationReleased = (movement: Movement, { holder, debtor }: Sides, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'OD', lines: [debit('receivable', cents, debtor), credit('held', cents, holder)] });

/** Bank: what is held is paid back to the company. */
export const heldRefunded = (movement: Movement, party: Party, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'BQ', lines: [debit('held', cents, party), credit('bank', cents)] });

/**
 * Other operations: what is owed is given up. VAT that was charged stays owed to the State: it comes back only once the
 * loss is proved (CGI art. 272-1), which is a credit note's business.
 */
export const invoiceWaived = (movement: Movement, party: Party, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'OD', lines: [debit('waived', cents), credit('receivable', cents, party)] });

/** Bank: money came in that nobody can match yet. */
export const receivedInSuspense = (movement: Movement, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'BQ', lines: [debit('bank', cents), credit('suspense', cents)] });

/** Other operations: what waited is matched, for invoices and for what is held. One spread a company. */
export const suspenseMatched = (movement: Movement, spreads: readonly Spread[]): LedgerEntry =>
  entry({
    ...movement,
    journal: 'OD',
    lines: [debit('suspense', sumOf(spreads)), ...spreads.flatMap((one) => spread(credit, one))],
  });

/** Bank: what waited was taken back by the bank, or the bank took back what nobody can tell yet. */
export const suspenseReversed = (movement: Movement, cents: number): LedgerEntry =>
  entry({ ...movement, journal: 'BQ', lines: [debit('suspense', cents), credit('bank', cents)] });

/** Other operations: what waited was the taking back of a payment, as it had been spread. */
export const suspenseReversalMatched = (movement: Movement, spreads: readonly Spread[]): LedgerEntry =>
  entry({
    ...movement,
    journal: 'OD',
    lines: [...spreads.flatMap((one) => spread(debit, one)), credit('suspense', sumOf(spreads))],
  });

/** Bank: what waited in suspense is none of ours, whichever way it went: it leaves these books. */
export const suspenseSetAside = (movement: Movement, cents: number): LedgerEntry =>
  entry({
    ...movement,
    journal: 'BQ',
    lines:
      cents > 0
        ? [debit('suspense', cents), credit('bank', cents)]
        : [debit('bank', -cents), credit('suspense', -cents)],
  });
