import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Receivable } from '../../../domain/invoice/receivable.ts';
import { agedBalance, bucketOf, type Owed } from '../../../domain/ledger/aged.ts';
import { csvName, journalCsv } from '../../../domain/ledger/csv.ts';
import { accountStatement } from '../../../domain/ledger/statement.ts';
import { anyEntries, PARTY, sampleEntries } from '../../support/entries.ts';

const owed = (changes: Partial<Receivable & Owed>): Owed => ({
  number: 'F2026-000042',
  applicationId: 'b3c8d0f2-7a41-4c8e-9f0a-2d6e5b1c7a90',
  duesId: 'dues',
  companyName: 'ESKER',
  status: 'open',
  totalCents: 600_00,
  paidCents: 0,
  creditedCents: 0,
  waivedCents: 0,
  issuedOn: '2026-10-05',
  dueOn: '2026-11-04',
  reference: 'RF022026000042',
  steps: [],
  delayAsked: null,
  token: null,
  reopenedAt: null,
  updatedAt: '2026-10-05T09:12:31.000Z',
  version: 0,
  memberNumber: null,
  antenna: 'LYO',
  ...changes,
});

describe('the aged balance', () => {
  it.each([
    ['2026-11-04', 'not-due'],
    ['2026-11-05', '1-30'],
    ['2026-12-04', '1-30'],
    ['2026-12-05', '31-60'],
    ['2027-01-03', '31-60'],
    ['2027-01-04', '61-90'],
    ['2027-02-02', '61-90'],
    ['2027-02-03', 'over-90'],
  ])('on %s what was due on 4 November is %s', (on, bucket) => {
    expect(bucketOf('2026-11-04', on)).toBe(bucket);
  });

  it('adds up what each company owes, the largest debtor first, and leaves out who owes nothing', () => {
    const other = '1c9d6f34-9a3f-4a4e-8f55-0f2f4a7b8c11';
    const balance = agedBalance(
      [
        owed({ paidCents: 100_00 }),
        owed({ applicationId: other, companyName: 'Autre', totalCents: 900_00, dueOn: '2026-08-01' }),
        owed({ applicationId: other, companyName: 'Autre', totalCents: 50_00, dueOn: '2026-12-01' }),
        owed({ applicationId: 'paid', creditedCents: 200_00, paidCents: 400_00 }),
      ],
      '2026-11-10',
    );

    expect(balance.items.map(({ companyName, totalCents }) => [companyName, totalCents])).toEqual([
      ['Autre', 950_00],
      ['ESKER', 500_00],
    ]);
    expect(balance.items[0]?.buckets).toEqual({
      'not-due': 50_00,
      '1-30': 0,
      '31-60': 0,
      '61-90': 0,
      'over-90': 900_00,
    });
    expect(balance.totals).toEqual({ 'not-due': 50_00, '1-30': 500_00, '31-60': 0, '61-90': 0, 'over-90': 900_00 });
  });

  it('loses no cent', () => {
    const some = fc.array(
      fc.record({
        totalCents: fc.integer({ min: 0, max: 1_000_000 }),
        dueOn: fc.constantFrom('2026-01-01', '2026-10-01', '2026-11-01', '2026-12-01'),
        applicationId: fc.constantFrom('a', 'b', 'c'),
      }),
    );
    fc.assert(
      fc.property(some, (list) => {
        const { items, totals } = agedBalance(list.map(owed), '2026-11-10');
        const all = list.reduce((sum, { totalCents }) => sum + totalCents, 0);

        expect(items.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(all);
        expect(Object.values(totals).reduce((sum, cents) => sum + cents, 0)).toBe(all);
      }),
    );
  });
});

describe('the account of a company', () => {
  const company = { sirens: [PARTY.code], applicationId: 'b3c8d0f2-7a41-4c8e-9f0a-2d6e5b1c7a90', companyName: 'ESKER' };

  it('tells every movement by day, with the balance after it; below zero the company is in credit', () => {
    const { items, balanceCents } = accountStatement(company, sampleEntries());

    expect(
      items.map(({ piece, debitCents, creditCents, balanceCents: after }) => [piece, debitCents, creditCents, after]),
    ).toEqual([
      ['F2026-000042', 720_00, 0, 720_00],
      ['RELEVE-7/1', 0, 800_00, -80_00],
      ['A2026-000007', 0, 360_00, -440_00],
    ]);
    expect(balanceCents).toBe(-440_00);
  });

  it('passes over what an entry says of others', () => {
    expect(accountStatement({ ...company, sirens: ['529003931'] }, sampleEntries())).toMatchObject({
      items: [],
      balanceCents: 0,
    });
  });
});

describe('the journal as CSV', () => {
  it('is in French form, with a byte-order mark', () => {
    const [head, first] = journalCsv(sampleEntries()).split('\r\n');

    expect(head).toMatch(/^\ufeffJournal;Écriture;Date;/);
    expect(first).toBe(
      'VE;1;05/10/2026;411000;Adhérents;331518498;ESKER;F2026-000042;05/10/2026;Facture F2026-000042 ESKER;720,00;0,00',
    );
    expect(csvName(2026)).toBe('journal-2026.csv');
  });

  it('makes no formula of what people type, and quotes what would break a row', () => {
    const [entry] = sampleEntries();
    if (entry === undefined) throw new Error('There is an entry.');
    const [, row] = journalCsv([{ ...entry, piece: '=1+1', label: 'a;"b"' }]).split('\r\n');

    expect(row).toContain(";'=1+1;");
    expect(row).toContain(';"a;""b""";');
  });

  it('has a row for each line of the journal', () => {
    fc.assert(
      fc.property(anyEntries(8), (entries) => {
        const rows = journalCsv(entries).split('\r\n').length - 2;

        expect(rows).toBeGreaterThanOrEqual(entries.reduce((sum, { lines }) => sum + lines.length, 0));
      }),
    );
  });
});
