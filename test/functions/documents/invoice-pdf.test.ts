import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { crossIndustryInvoice } from '../../../domain/facturx/cross-industry-invoice.ts';
import { transferQr } from '../../../domain/payment/transfer-qr.ts';
import { invoicePdf } from '../../../functions/documents/pdf/invoice-pdf.ts';
import { everyInvoice, longInvoice, sampleCreditNote, sampleInvoice } from '../../support/invoices.ts';
import { codeWithin, holds, pagesOf, xmlWithin } from '../../support/pdf.ts';

// A document takes a moment to draw, on a busy machine several.
jest.setTimeout(60_000);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same documents made by another process, in another time zone and language. */
const madeElsewhere = (): string[] => {
  const code = `
    import { createHash } from 'node:crypto';
    import { invoicePdf } from './functions/documents/pdf/invoice-pdf.ts';
    import { sampleCreditNote, sampleInvoice } from './test/support/invoices.ts';
    for (const invoice of [sampleInvoice(), sampleCreditNote({ language: 'en' })]) {
      console.log(createHash('sha256').update(await invoicePdf(invoice)).digest('hex'));
    }`;
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'Pacific/Auckland', LANG: 'ja_JP.UTF-8' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.trim().split('\n');
};

describe('an invoice as PDF', () => {
  it('has the same bytes in another process', async () => {
    const here = [await invoicePdf(sampleInvoice()), await invoicePdf(sampleCreditNote({ language: 'en' }))];

    expect(madeElsewhere()).toEqual(here.map(sha256));
  });

  it.each([
    ['invoice-exempt-261-4-9-fr', '7b0059b05feac0bf1d6ad350379c703eee50f28c318f43646db2b1ecfddac699'],
    ['credit-note-standard-en', '3088fefb518524995955ef4968af05a8bc7ab206ed03077cedcc455b3b20b16e'],
  ])('%s keeps its look for good (docs/decisions.md)', async (name, promised) => {
    const invoice = everyInvoice().get(name);
    if (invoice === undefined) throw new Error(`There is no sample ${name}.`);

    expect(sha256(await invoicePdf(invoice))).toBe(promised);
  });

  it.each([...everyInvoice()])('%s carries its XML, names it, and says its language', async (_, invoice) => {
    const pdf = await invoicePdf(invoice);

    expect(xmlWithin(pdf)).toBe(crossIndustryInvoice(invoice));
    expect(holds(pdf, '/AFRelationship /Alternative')).toBe(true);
    expect(holds(pdf, '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>')).toBe(true);
    expect(holds(pdf, '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>')).toBe(true);
    expect(holds(pdf, `/Lang (${invoice.language})`)).toBe(true);
    expect(holds(pdf, '/StructTreeRoot')).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
  });

  it('shows a code that a phone reads as the transfer', async () => {
    const { seller, totalCents, reference } = sampleInvoice();
    const { iban, bic } = seller;
    const transfer = transferQr({ name: seller.legalName, iban, bic, cents: totalCents, reference });

    expect(codeWithin(await invoicePdf(sampleInvoice()))).toBe(transfer);
  });

  it('shows no code where there is nothing to pay', async () => {
    const free = [{ description: 'Cotisation offerte', quantity: 1, unitCents: 0, netCents: 0 }];

    expect(codeWithin(await invoicePdf(sampleCreditNote()))).toBeNull();
    expect(codeWithin(await invoicePdf(sampleInvoice({ lines: free })))).toBeNull();
  });

  it('goes on over as many pages as it takes', async () => {
    const pdf = await invoicePdf(longInvoice());

    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(xmlWithin(pdf)).toContain('🚀 株式会社');
  });

  it('names an issuer whose name looks like markup', async () => {
    const { seller } = sampleInvoice();
    const pdf = await invoicePdf(sampleInvoice({ seller: { ...seller, legalName: 'Dupont & Fils <SAS>' } }));

    expect(holds(pdf, '<rdf:li>Dupont &amp; Fils &lt;SAS&gt;</rdf:li>')).toBe(true);
  });
});
