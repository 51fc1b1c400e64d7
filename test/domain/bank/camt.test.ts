import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { centsOf } from '../../../domain/bank/amount.ts';
import { type BankFile, camtReader } from '../../../domain/bank/camt.ts';
import { Refusal } from '../../../domain/errors.ts';
import { FIELD_MESSAGES } from '../../../domain/text/field-messages.ts';
import { type WrittenEntry, type WrittenTransaction, writeCamt } from '../../../local/bank/camt.ts';

const IBAN = 'FR7630006000011234567890189';

/** Reads a file in pieces of a size, as it comes out of decompression. */
const read = (xml: string, piece = 4096): BankFile => {
  const reader = camtReader([IBAN]);
  for (let at = 0; at < xml.length; at += piece) reader.write(xml.slice(at, at + piece));
  return reader.end();
};
const refusalOf = (xml: string): { type: string; errors: unknown } => {
  try {
    read(xml);
  } catch (error) {
    if (error instanceof Refusal) return { type: error.type, errors: error.details.errors };
    throw error;
  }
  throw new Error('The file was taken.');
};

const paid: WrittenTransaction = { cents: 60_000, payer: 'ESKER', reference: 'RF022026000042' };
const entry = (change: Partial<WrittenEntry> = {}): WrittenEntry => ({
  bookedOn: '2026-10-05',
  bankReference: 'B1',
  transactions: [paid],
  ...change,
});
const file = (entries: WrittenEntry[], version?: number): string =>
  writeCamt({
    iban: IBAN,
    ...(version === undefined ? {} : { version }),
    statements: [{ id: 'S1', from: '2026-10-01', to: '2026-10-05', entries }],
  });

describe('a camt.053 file', () => {
  it.each([2, 3, 4, 6, 8, 10, 12, 13])('of message %d says who paid what, on which day and for what', (version) => {
    const text = ['Cotisation 2026', 'merci & à bientôt'];
    const { lines, statements } = read(
      file([entry({ transactions: [{ ...paid, text, endToEndId: 'E-1' }] })], version),
    );
    expect(statements).toEqual([{ id: 'S1', from: '2026-10-01', to: '2026-10-05', closingCents: 60_000 }]);
    expect(lines).toEqual([
      {
        key: expect.any(String),
        kind: 'credit',
        bookedOn: '2026-10-05',
        cents: 60_000,
        currency: 'EUR',
        payer: 'ESKER',
        references: ['RF022026000042'],
        endToEndId: 'E-1',
        remittance: 'Cotisation 2026 merci & à bientôt',
        entryReference: 'B1',
      },
    ]);
  });

  it('may hold several statements, and several transactions an entry, each with its own amount', () => {
    const two = entry({ transactions: [paid, { ...paid, cents: 30_000, reference: 'RF751202600004' }] });
    const statement = { id: 'S1', from: '2026-10-01', to: '2026-10-05' };
    const xml = writeCamt({
      iban: IBAN,
      statements: [
        { ...statement, entries: [two] },
        { ...statement, id: 'S2', entries: [entry({ bankReference: 'B2' })] },
      ],
    });
    const { lines, statements } = read(xml);
    expect(statements.map(({ id }) => id)).toEqual(['S1', 'S2']);
    expect(lines.map(({ cents }) => cents)).toEqual([60_000, 30_000, 60_000]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it.each([
    ['charges were taken off', { cents: 89_900 }, {}],
    ['one of them is in another currency', {}, { currency: 'CHF' }],
  ])(
    'books an entry as one line when its transactions do not add up to it: %s',
    (_, change, second: { currency?: string }) => {
      const transactions = [paid, { ...paid, cents: 30_000, ...second, reference: 'RF751202600004' }];
      const { lines } = read(file([entry({ cents: 90_000, ...change, transactions })]));
      expect(lines).toMatchObject([
        { cents: 'cents' in change ? 89_900 : 90_000, references: ['RF022026000042', 'RF751202600004'] },
      ]);
    },
  );

  it('takes the amount of the entry where its one transaction is told in another currency', () => {
    const { lines } = read(file([entry({ cents: 55_012, transactions: [{ ...paid, currency: 'USD' }] })]));
    expect(lines).toMatchObject([{ cents: 55_012, currency: 'EUR' }]);
  });

  it('tells what left, what was taken back, and what came back, from what came', () => {
    const { lines } = read(
      file([
        entry({ credit: false }),
        entry({ credit: false, reversal: true }),
        entry({ reversal: true }),
        entry({ transactions: [{ ...paid, currency: 'USD' }] }),
      ]),
    );
    expect(lines.map(({ kind, cents, currency }) => [kind, cents, currency])).toEqual([
      ['debit', -60_000, 'EUR'],
      ['reversal', -60_000, 'EUR'],
      ['return', 60_000, 'EUR'],
      ['credit', 60_000, 'USD'],
    ]);
  });

  it('counts only what is booked', () => {
    for (const version of [2, 8]) {
      const entries = [entry({ status: 'PDNG' }), entry({ status: 'INFO' }), entry()];
      expect(read(file(entries, version)).lines).toHaveLength(1);
    }
  });

  it('reads the same whatever pieces it comes in', () => {
    const xml = file([entry(), entry({ transactions: [{ ...paid, payer: 'L’Épicerie “Numérique”' }] })]);
    const whole = read(xml, xml.length);
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), (piece) => expect(read(xml, piece)).toEqual(whole)));
  });
});

describe('what a line is known by', () => {
  const keysOf = (entries: WrittenEntry[]) => read(file(entries)).lines.map(({ key }) => key);
  const bare = (change: Partial<WrittenEntry> = {}): WrittenEntry => {
    const { bankReference: _, ...rest } = entry(change);
    return rest;
  };

  it('is the same in another file, whatever lies around it', () => {
    const [alone] = keysOf([entry()]);
    const [, second] = keysOf([entry({ bankReference: 'B0' }), entry()]);
    expect(second).toBe(alone);
    expect(keysOf([bare({ entryReference: '7' })])).toEqual(keysOf([bare({ entryReference: '1' })]));
  });

  it.each([
    ['another reference of the bank', entry({ bankReference: 'B2' })],
    ['another day', entry({ bookedOn: '2026-10-06' })],
    ['another amount', entry({ transactions: [{ ...paid, cents: 60_001 }] })],
    ['the other direction', entry({ credit: false })],
  ])('differs with %s', (_, other) => {
    expect(keysOf([other])).not.toEqual(keysOf([entry()]));
  });

  it('falls back on the text where the bank gives no reference, and on the count where all is alike', () => {
    const keys = keysOf([
      bare(),
      bare(),
      bare({ transactions: [{ ...paid, text: ['autre'] }] }),
      bare({ transactions: [{ ...paid, payer: 'AUTRE' }] }),
      bare({ entryReference: 'REF-2026-778' }),
    ]);
    expect(new Set(keys).size).toBe(5);
    expect(keysOf([bare(), bare()])).toEqual(keys.slice(0, 2));
  });
});

describe('a file that is refused', () => {
  const xml = file([entry()]);
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;

  it.each([
    ['nothing', '', 'not-xml'],
    ['no XML', 'IBAN;Montant\nFR76;600,00\n', 'not-xml'],
    ['a PDF', '%PDF-1.7 \u0000\u0001', 'not-xml'],
    ['XML that breaks off', xml.slice(0, -40), 'not-xml'],
    ['XML whose tags cross', xml.replace('</Ntry>', '</Stmt>'), 'not-xml'],
    ['an entity that XML does not have', xml.replace('ESKER', '&eacute;'), 'not-xml'],
    ['XML nested too deep', `${xml.split('<GrpHdr>')[0]}${'<a>'.repeat(100)}`, 'not-xml'],
    ['other XML', '<html/>', 'not-camt053'],
    ['another message', xml.replaceAll('camt.053.001.08', 'camt.052.001.08'), 'not-camt053'],
    ['a later message', xml.replaceAll('camt.053.001.08', 'camt.053.001.99'), 'not-camt053'],
    ['no namespace', xml.replace(/ xmlns="[^"]*"/, ''), 'not-camt053'],
    ['no statement', file([]).replace(/<Stmt>[\s\S]*<\/Stmt>/, ''), 'not-camt053'],
    ['a bomb of entities', xml.replace('<Document', `${bomb}<Document`).replace('ESKER', '&c;'), 'not-camt053'],
    ['a document type', xml.replace('<Document', '<!DOCTYPE Document><Document'), 'not-camt053'],
    ['another account', xml.replace(IBAN, 'FR1420041010050500013M02606'), 'other-account'],
    ['no account', xml.replace(/<Acct>.*<\/Acct>/, ''), 'other-account'],
  ])('%s', (_, text, type) => expect(refusalOf(text).type).toBe(type));

  const amountOf = (text: string) => file([entry()]).replace(/<Amt Ccy="EUR">600.00</g, `<Amt Ccy="EUR">${text}<`);
  it.each([
    ['0.00', 'amount.zero'],
    ['-600.00', 'number.negative'],
    ['600.000', 'amount.decimals'],
    ['600,00', 'amount.format'],
    ['six cents', 'amount.format'],
    ['6e2', 'amount.format'],
    ['99999999999.00', 'number.too-big'],
  ])('an amount of %s', (text, code) => {
    const { type, errors } = refusalOf(amountOf(text));
    // The opening balance has the same amount of nothing, and is no payment.
    expect({ type, errors }).toEqual({ type: 'invalid-fields', errors: [{ path: 'Stmt.0.Ntry.0.Amt', code }] });
    expect(Object.keys(FIELD_MESSAGES)).toContain(code);
  });

  it.each([
    [
      'no currency',
      xml.replace(
        /<Amt Ccy="EUR">600.00<\/Amt><CdtDbtInd>CRDT<\/CdtDbtInd><Sts>/,
        '<Amt>600.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>',
      ),
      'currency.format',
    ],
    ['no direction', xml.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>'), 'not-in-list'],
    ['a day that does not exist', xml.replaceAll('2026-10-05', '2026-02-30'), 'date'],
  ])('%s', (_, text, code) => {
    expect(refusalOf(text)).toMatchObject({ type: 'invalid-fields', errors: [{ code }] });
    expect(Object.keys(FIELD_MESSAGES)).toContain(code);
  });

  it('says in which line the XML breaks', () => {
    expect(refusalOf(xml.replace('<GrpHdr>', '<GrpHdr></Ntry>')).errors).toEqual([
      { path: 'file', code: 'xml.syntax', params: { line: 3 } },
    ]);
  });
});

describe('amounts', () => {
  it('are read to the cent, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (cents) => {
        const text = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(centsOf(text, 'EUR')).toEqual({ cents });
      }),
    );
  });

  it.each([
    ['600', 'EUR', { cents: 60_000 }],
    ['600.', 'EUR', { cents: 60_000 }],
    ['.5', 'EUR', { cents: 50 }],
    ['+0600.10', 'EUR', { cents: 60_010 }],
    ['1.239', 'KWD', { cents: 123 }],
    ['1.123456', 'KWD', { fault: 'amount.decimals' }],
    ['.', 'EUR', { fault: 'amount.format' }],
    ['', 'EUR', { fault: 'amount.format' }],
  ])('%j in %s', (text, currency, expected) => expect(centsOf(text, currency)).toEqual(expected));
});
