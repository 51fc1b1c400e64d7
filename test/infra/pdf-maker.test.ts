import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invoicePdf } from '../../functions/documents/pdf/invoice-pdf.ts';
import { PDF_MAKER_FILE } from '../../infra/pdf-maker.ts';
import { sampleInvoice } from '../support/invoices.ts';
import { synthesize } from './synthesized.ts';

// The maker of PDFs as it is deployed: beside the handlers that load it, with what it embeds, and nothing of the checkout.

const folder = mkdtempSync(path.join(tmpdir(), 'traboule-maker-'));
const BUNDLES = 'build/functions';
beforeAll(() => {
  // The bundles are those of the stacks.
  synthesize('dev');
  cpSync(`${BUNDLES}/GetLinkInvoicePdf`, folder, { recursive: true });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the maker of PDFs', () => {
  it('makes, as it is deployed, the bytes that its sources make', async () => {
    const code = `
      import { createHash } from 'node:crypto';
      const { invoicePdf } = await import(process.argv[1]);
      const pdf = await invoicePdf(JSON.parse(process.argv[2]));
      console.log(createHash('sha256').update(pdf).digest('hex'));`;
    const maker = path.join(folder, PDF_MAKER_FILE);
    const run = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', code, maker, JSON.stringify(sampleInvoice())],
      { cwd: folder, encoding: 'utf8', env: {} },
    );
    const made = createHash('sha256')
      .update(await invoicePdf(sampleInvoice()))
      .digest('hex');

    expect({ stderr: run.stderr, stdout: run.stdout.trim() }).toEqual({ stderr: '', stdout: made });
  }, 60_000);

  it('has at most 700 kB, and is not within the handler that loads it', () => {
    expect(statSync(path.join(folder, PDF_MAKER_FILE)).size).toBeLessThanOrEqual(700_000);
    expect(statSync(path.join(folder, 'index.mjs')).size).toBeLessThanOrEqual(700_000);
  });

  it('lies beside the handlers that make PDFs, and no other', () => {
    expect(statSync(`${BUNDLES}/GetInvoiceXml/${PDF_MAKER_FILE}`, { throwIfNoEntry: false })).toBeUndefined();
  });
});
