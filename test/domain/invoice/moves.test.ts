import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { policyAt } from '../../../domain/dues/policies.ts';
import { VAT_REGIMES } from '../../../domain/dues/policy.ts';
import { quoteDues } from '../../../domain/dues/quote.ts';
import { Refusal } from '../../../domain/errors.ts';
import { Invoice } from '../../../domain/invoice/invoice.ts';
import { creditNote, issueInvoice, nextInSeries } from '../../../domain/invoice/issue.ts';
import {
  allocate,
  creditReceivable,
  isSettled,
  markUnpaid,
  payReceivable,
  reverseReceivable,
  waiveReceivable,
} from '../../../domain/invoice/moves.ts';
import { balanceOf, Receivable } from '../../../domain/invoice/receivable.ts';
import { ACCOUNTS, type LedgerEntry } from '../../../domain/ledger/entry.ts';
import {
  allocationReleased,
  creditNoteIssued,
  heldUsed,
  invoiceIssued,
  invoiceWaived,
  partyOf,
  paymentReceived,
  paymentReversed,
} from '../../../domain/ledger/postings.ts';
import { sampleApplication } from '../samples.ts';

const NOW = '2026-10-05T08:00:00.000Z';
const { form, commune, applicationId } = sampleApplication();
const holder = { ...form, commune };

const issued = (totalCents: number, vatRegime = VAT_REGIMES[0] as (typeof VAT_REGIMES)[number]) => {
  const policy = { ...policyAt('2026-10-05'), vatRegime, bands: [{ from: 0, to: null, cents: totalCents }] };
  const period = { from: '2026-03-05', to: '2026-12-31' };
  const quote = quoteDues(policy, { ...form.company, figures: form.figures, purpose: 'renewal', period });
  const dues = { applicationId, duesId: 'd', purpose: 'renewal' as const, period, quote, quotedAt: NOW, number: null };
  return issueInvoice({
    holder,
    memberNumber: null,
    dues,
    policy,
    place: nextInSeries('invoice', null, NOW),
    now: NOW,
  });
};
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.type;
    throw error;
  }
  return 'none';
};

describe('an invoice', () => {
  it('is what its schema says, due when the terms say, under the reference made of its number', () => {
    const { invoice, receivable } = issued(600_00);
    expect(Invoice.safeParse(invoice).error).toBeUndefined();
    expect(Receivable.safeParse(receivable).error).toBeUndefined();
    expect(invoice).toMatchObject({ number: 'F2026-000001', issuedOn: '2026-10-05', dueOn: '2026-11-04' });
    expect(invoice.lines.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(invoice.netCents);
    expect(invoice.buyer).toMatchObject({ siren: '331518498', city: 'Villeurbanne' });
  });

  it('of nothing is none', () => {
    expect(() => issued(0)).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('follow one another, and are never dated backwards', () => {
    const first = nextInSeries('invoice', null, '2026-12-31T22:59:59.000Z');
    expect(first).toEqual({ number: 'F2026-000001', value: 1, lastIssuedOn: '2026-12-31' });
    expect(nextInSeries('invoice', first, '2026-12-30T08:00:00.000Z')).toMatchObject({
      number: 'F2026-000002',
      lastIssuedOn: '2026-12-31',
    });
    // An hour before midnight in Greenwich is the new year in Paris.
    expect(nextInSeries('credit-note', null, '2026-12-31T23:00:00.000Z').number).toBe('A2027-000001');
    expect(() => nextInSeries('invoice', { value: 999_999, lastIssuedOn: '2026-01-01' }, NOW)).toThrow(RangeError);
  });
});

describe('a move', () => {
  const { receivable } = issued(600_00);
  it('of more than is left is refused, with what is left', () => {
    expect(refusal(() => payReceivable(receivable, 600_01))).toBe('invalid-fields');
    expect(refusal(() => creditReceivable(receivable, 600_01))).toBe('invalid-fields');
    expect(refusal(() => waiveReceivable(receivable, 600_01))).toBe('invalid-fields');
    expect(allocate(receivable, 700_00)).toEqual({ taken: 600_00, over: 100_00 });
  });
  it('on a settled invoice is refused', () => {
    for (const settled of [payReceivable, creditReceivable, waiveReceivable].map((move) => move(receivable, 600_00))) {
      expect(isSettled(settled)).toBe(true);
      expect(refusal(() => payReceivable(settled, 1))).toBe('invoice-settled');
      expect(refusal(() => creditReceivable(settled, 1))).toBe('invoice-settled');
      expect(refusal(() => waiveReceivable(settled, 1))).toBe('invoice-settled');
      expect(refusal(() => markUnpaid(settled))).toBe('invoice-settled');
      expect(allocate(settled, 5)).toEqual({ taken: 0, over: 5 });
    }
  });
  it.each([0, -1, 0.5])('of %d cents is none', (cents) => {
    expect(() => payReceivable(receivable, cents)).toThrow(RangeError);
  });
  it('back takes no more than was paid, and opens the invoice again', () => {
    const paid = payReceivable(receivable, 600_00);
    expect(paid.status).toBe('paid');
    expect(reverseReceivable(paid, 600_00).status).toBe('open');
    expect(reverseReceivable(paid, 1).status).toBe('part-paid');
    expect(() => reverseReceivable(receivable, 1)).toThrow(RangeError);
  });
  it('of a late payment settles what was given up', () => {
    const unpaid = markUnpaid(receivable);
    expect(payReceivable(unpaid, 1).status).toBe('unpaid');
    expect(payReceivable(unpaid, 600_00).status).toBe('paid');
  });
});

type Books = { receivable: Receivable; entries: LedgerEntry[]; held: number; notes: Invoice[] };
const act = fc.record({
  kind: fc.constantFrom('pay', 'reverse', 'credit', 'waive', 'use', 'release', 'unpaid'),
  cents: fc.integer({ min: 1, max: 900_00 }),
  crash: fc.boolean(),
});

describe('cents', () => {
  it('are conserved over any sequence of payments, reversals, credit notes, waivers and crashes, the journal balanced', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600_00 }),
        fc.constantFrom(...VAT_REGIMES),
        fc.array(act, { maxLength: 30 }),
        (total, regime, acts) => {
          const { invoice, receivable } = issued(total, regime);
          const party = partyOf(invoice.buyer);
          let books: Books = { receivable, entries: [invoiceIssued(invoice)], held: 0, notes: [] };
          for (const [index, { kind, cents, crash }] of acts.entries()) {
            const movement = {
              key: `k${index}`,
              date: '2026-10-06',
              piece: 'p',
              pieceDate: '2026-10-06',
              label: 'l',
              at: NOW,
            };
            const before = books;
            const { receivable: owed, entries, notes, held } = books;
            const left = balanceOf(owed);
            const done = (after: Receivable, entry: LedgerEntry, change: Partial<Books> = {}): Books => ({
              ...before,
              ...change,
              receivable: after,
              entries: [...entries, entry],
            });
            try {
              if (kind === 'pay') {
                const { taken, over } = allocate(owed, cents);
                const after = taken === 0 ? owed : payReceivable(owed, taken);
                const entry = paymentReceived(movement, 'transfer', [
                  { party, allocatedCents: taken, heldCents: over },
                ]);
                books = done(after, entry, { held: held + over });
              } else if (kind === 'reverse') {
                const back = Math.min(cents, owed.paidCents);
                if (back > 0)
                  books = done(
                    reverseReceivable(owed, back),
                    paymentReversed(movement, 'transfer', [{ party, allocatedCents: back, heldCents: 0 }]),
                  );
              } else if (kind === 'credit') {
                const after = creditReceivable(owed, cents);
                const note = creditNote(
                  invoice,
                  { cents, before: owed.creditedCents, reason: 'r' },
                  nextInSeries('credit-note', { value: notes.length, lastIssuedOn: '2026-10-05' }, NOW),
                  NOW,
                );
                expect(note.netCents + note.vat.cents).toBe(cents);
                books = done(after, creditNoteIssued(note), { notes: [...notes, note] });
              } else if (kind === 'waive') {
                books = done(waiveReceivable(owed, cents), invoiceWaived(movement, party, cents));
              } else if (kind === 'use') {
                const used = Math.min(cents, held, left);
                if (used > 0)
                  books = done(payReceivable(owed, used), heldUsed(movement, { holder: party, debtor: party }, used), {
                    held: held - used,
                  });
              } else if (kind === 'release') {
                const released = Math.min(cents, owed.paidCents);
                if (released > 0)
                  books = done(
                    reverseReceivable(owed, released),
                    allocationReleased(movement, { holder: party, debtor: party }, released),
                    {
                      held: held + released,
                    },
                  );
              } else if (left > 0) books = { ...books, receivable: markUnpaid(owed) };
            } catch (error) {
              // A refusal changes nothing; so does a crash before the transaction.
              if (!(error instanceof Refusal)) throw error;
            }
            if (crash) books = before;

            const sums: Record<string, number> = {};
            for (const { lines } of books.entries)
              for (const line of lines)
                sums[line.account] = (sums[line.account] ?? 0) + line.debitCents - line.creditCents;
            expect(Object.values(sums).reduce((sum, cents) => sum + cents, 0)).toBe(0);
            expect(sums[ACCOUNTS.receivable] ?? 0).toBe(balanceOf(books.receivable));
            expect(balanceOf(books.receivable)).toBeGreaterThanOrEqual(0);
            expect((sums[ACCOUNTS.held] ?? 0) + books.held).toBe(0);
            expect(Receivable.safeParse(books.receivable).error).toBeUndefined();
            expect(isSettled(books.receivable)).toBe(balanceOf(books.receivable) === 0);
          }
          // All its VAT is given back exactly when all of it is credited.
          if (books.receivable.creditedCents === invoice.totalCents) {
            expect(books.notes.reduce((sum, { vat }) => sum + vat.cents, 0)).toBe(invoice.vat.cents);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
