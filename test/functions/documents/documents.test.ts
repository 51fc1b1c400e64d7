import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccountStatement, AgedBalance } from '../../../domain/contract/dues-responses.ts';
import { crossIndustryInvoice } from '../../../domain/facturx/cross-industry-invoice.ts';
import type { Invoice } from '../../../domain/invoice/invoice.ts';
import { LedgerEntry } from '../../../domain/ledger/entry.ts';
import { invoiceFor } from '../../support/dues.ts';
import { fecFaults } from '../../support/fec.ts';
import { codeWithin, xmlWithin } from '../../support/pdf.ts';
import { bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Documents and exports through the API, on a real table.

// A document takes a moment to draw, on a busy machine several.
jest.setTimeout(60_000);

const NOW = '2026-10-05T09:00:00.000Z';
const TREASURER = { staff: ['treasurer'] };

let world: World;
let mine: Submitted;
let invoice: Invoice;
let note: Invoice;

beforeAll(async () => {
  world = await startWorld();
  mine = await submit(world);
  await bringToReview(world, mine);
  invoice = await invoiceFor(mine, NOW);
  const { creditInvoice } = await import('../../../functions/data/invoices.ts');
  const by = { kind: 'staff' as const, id: 'treasurer', name: 'Trésorière' };
  ({ note } = await creditInvoice(invoice.number, { cents: 50_00, reason: 'effectif corrigé', by, now: NOW }));
});
afterAll(() => world.close());

const bytesOf = (file: Buffer | null): Buffer => {
  if (file === null) throw new Error('The answer is no file.');
  return file;
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an invoice', () => {
  it('is handed as Factur-X to the company, to be saved', async () => {
    const reply = await world.call('GetLinkInvoicePdf', { params: { number: invoice.number }, link: mine.link });
    const pdf = bytesOf(reply.file);

    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${invoice.number}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(xmlWithin(pdf)).toBe(crossIndustryInvoice(invoice));
    expect(codeWithin(pdf)).toContain(invoice.reference);
  });

  it('has the same bytes for whoever asks, each time', async () => {
    const params = { number: invoice.number };
    const [link, again, staff] = [
      await world.call('GetLinkInvoicePdf', { params, link: mine.link }),
      await world.call('GetLinkInvoicePdf', { params, link: mine.link, now: '2026-11-30T09:00:00.000Z' }),
      await world.call('GetInvoicePdf', { params, ...TREASURER }),
    ];

    expect(sha256(bytesOf(again.file))).toBe(sha256(bytesOf(link.file)));
    expect(sha256(bytesOf(staff.file))).toBe(sha256(bytesOf(link.file)));
  });

  it('is handed as XML too; a credit note the same way', async () => {
    const params = { number: note.number };
    const xml = await world.call('GetInvoiceXml', { params, ...TREASURER });
    const own = await world.call('GetLinkInvoiceXml', { params, link: mine.link });

    expect(bytesOf(xml.file).toString('utf8')).toBe(crossIndustryInvoice(note));
    expect(bytesOf(own.file)).toEqual(bytesOf(xml.file));
    expect(own.headers).toMatchObject({ 'content-type': 'application/xml' });
  });

  it.each(['F2026-999999', 'A2026-999999', 'nonsense'])('%s is not there', async (number) => {
    expect((await world.call('GetLinkInvoicePdf', { params: { number }, link: mine.link })).problem).toBe('not-found');
    expect((await world.call('GetInvoiceXml', { params: { number }, ...TREASURER })).problem).toBe('not-found');
  });
});

describe('the accounts', () => {
  it('tell what a company owes, movement by movement', async () => {
    const { body } = await world.call('GetAccountStatement', { params: { id: mine.applicationId }, ...TREASURER });
    const { items, balanceCents } = AccountStatement.parse(body);

    expect(items.map(({ piece }) => piece)).toEqual([note.number, invoice.number]);
    expect(balanceCents).toBe(invoice.totalCents - 50_00);
  });

  it('tell what is owed by age', async () => {
    const now = '2026-12-31T09:00:00.000Z';
    const { body } = await world.call('GetAgedBalance', { ...TREASURER, now });
    const { on, items, totals } = AgedBalance.parse(body);

    expect(on).toBe('2026-12-31');
    expect(items).toMatchObject([{ applicationId: mine.applicationId, totalCents: invoice.totalCents - 50_00 }]);
    expect(totals['31-60']).toBe(invoice.totalCents - 50_00);
  });
});

describe('the journal of a year', () => {
  const exported = (format: string, year: string, headers = {}) =>
    world.call('ExportLedger', { query: { format, year }, headers, ...TREASURER });

  it('is exported as a FEC that passes the checks of the law', async () => {
    const { file, headers } = await exported('fec', '2026');
    const name = /filename="(.*)"/.exec(String(headers['content-disposition']))?.[1] ?? '';

    expect(name).toBe(`${invoice.seller.siren}FEC20261231.txt`);
    expect(bytesOf(file).toString('utf8').split('\r\n').length - 2).toBeGreaterThanOrEqual(4);
    expect(fecFaults(bytesOf(file), name, 2026)).toEqual([]);
  });

  it('is exported as CSV', async () => {
    const { file, headers } = await exported('csv', '2026');

    expect(headers).toMatchObject({ 'content-disposition': 'attachment; filename="journal-2026.csv"' });
    expect(bytesOf(file).toString('utf8')).toContain(`;Facture ${invoice.number} `);
  });

  it('is empty where nothing was written, and refused where there was no year', async () => {
    const { file } = await exported('fec', '2025');

    expect(fecFaults(bytesOf(file), `${invoice.seller.siren}FEC20251231.txt`, 2025)).toEqual([]);
    expect((await exported('fec', '1999')).problem).toBe('invalid-query');
    expect((await exported('xls', '2026')).problem).toBe('invalid-query');
  });

  it('fits one answer with 12,000 lines, compressed or not', async () => {
    const { ledgerWrite } = await import('../../../functions/data/ledger.ts');
    const { transact } = await import('../../../functions/data/table.ts');
    const invoiced = [
      {
        account: '411000',
        party: { code: '331518498', name: 'Société coopérative' },
        debitCents: 1200,
        creditCents: 0,
      },
      { account: '756000', party: null, debitCents: 0, creditCents: 1000 },
      { account: '445710', party: null, debitCents: 0, creditCents: 200 },
    ];
    // More than are read at once, of more lines than an entry has: to write fewer of them takes less.
    const entries = Array.from({ length: 1000 }, (_, place) =>
      LedgerEntry.parse({
        key: `test:${place}`,
        journal: 'VE',
        date: '2024-05-06',
        piece: `F2024-${String(place).padStart(6, '0')}`,
        pieceDate: '2024-05-06',
        label: `Facture F2024-${String(place).padStart(6, '0')} Société coopérative d’intérêt collectif du Haut-Forez`,
        lines: [...invoiced, ...invoiced, ...invoiced, ...invoiced],
        at: new Date(Date.UTC(2024, 4, 6) + place * 1000).toISOString(),
      }),
    );
    for (let from = 0; from < entries.length; from += 100) {
      await transact(entries.slice(from, from + 100).map((entry) => ledgerWrite(entry, null)));
    }
    const [plain, packed] = [
      await exported('fec', '2024'),
      await exported('fec', '2024', { 'accept-encoding': 'gzip' }),
    ];
    const text = bytesOf(plain.file);

    expect(text.toString('utf8').split('\r\n').length - 2).toBe(12_000);
    expect(fecFaults(text, `${invoice.seller.siren}FEC20241231.txt`, 2024)).toEqual([]);
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(bytesOf(packed.file)).equals(text)).toBe(true);
  }, 120_000);
});
