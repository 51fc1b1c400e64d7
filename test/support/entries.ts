import * as fc from 'fast-check';
import { LedgerEntry } from '../../domain/ledger/entry.ts';
import { creditNoteIssued, invoiceIssued, paymentReceived } from '../../domain/ledger/postings.ts';
import { sampleCreditNote, sampleInvoice } from './invoices.ts';

/** The company of the samples, as the journal knows it. */
export const PARTY = { code: '331518498', name: 'ESKER' };

/** An invoice of 600 EUR and VAT, half of it credited, 800 EUR paid: 440 more than was owed. */
export const sampleEntries = (): LedgerEntry[] => {
  const line = { description: 'Cotisation', quantity: 1, unitCents: 600_00, netCents: 600_00 };
  const vat = { regime: 'standard', rateBasisPoints: 2000, cents: 120_00 } as const;
  const half = { ...line, unitCents: 300_00, netCents: 300_00 };
  return [
    invoiceIssued(sampleInvoice({ lines: [line], vat })),
    creditNoteIssued(sampleCreditNote({ lines: [half], vat: { ...vat, cents: 60_00 } })),
    paymentReceived(
      {
        key: 'payment:1',
        date: '2026-10-12',
        piece: 'RELEVE-7/1',
        pieceDate: '2026-10-12',
        label: 'Virement ESKER',
        at: '2026-10-21T08:00:00.000Z',
      },
      'transfer',
      [{ party: PARTY, allocatedCents: 360_00, heldCents: 440_00 }],
    ),
  ];
};

const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));
/** Names and labels as strangers type them: nothing, or what parts columns, among them. */
const typed = fc.string({
  unit: fc.constantFrom('a', 'É', ' ', '\t', '\n', '|', ';', '"', '=', '+', '株', '🚀'),
  maxLength: 30,
});

/** Any balanced entry of 2026, written on any day from it on. */
const anyEntry = (key: string) =>
  fc
    .record({
      date: isoDay,
      written: fc.integer({ min: 0, max: 400 * 24 * 3600 }),
      amounts: fc.array(fc.integer({ min: 1, max: 10_000_000_00 }), { minLength: 1, maxLength: 4 }),
      name: typed,
      label: typed,
      piece: typed,
      journal: fc.constantFrom('VE' as const, 'BQ' as const, 'OD' as const),
    })
    .map(({ date, written, amounts, name, label, piece, journal }) =>
      LedgerEntry.parse({
        key,
        journal,
        date,
        piece,
        pieceDate: date,
        label,
        lines: [
          ...amounts.map((cents) => ({
            account: '411000',
            party: { code: '331518498', name },
            debitCents: cents,
            creditCents: 0,
          })),
          {
            account: '756000',
            party: null,
            debitCents: 0,
            creditCents: amounts.reduce((sum, cents) => sum + cents, 0),
          },
        ],
        at: new Date(Date.parse(date) + written * 1000).toISOString(),
      }),
    );

/** The entries of a year, in any order. */
export const anyEntries = (most: number) =>
  fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyEntry(`e:${n}`))));
