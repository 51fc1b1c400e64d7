import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { invoicePdf } from '../../functions/documents/pdf/invoice-pdf.ts';
import { invoicesToValidate } from '../support/invoices.ts';

/** `write-invoices.ts FOLDER`: the documents that .ci/run has the Mustang validator judge. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say which folder the documents go to.');
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const invoices = [...invoicesToValidate()];
for (const [name, invoice] of invoices) writeFileSync(path.join(folder, `${name}.pdf`), await invoicePdf(invoice));
console.log(`Wrote ${invoices.length} documents to ${folder}.`);
