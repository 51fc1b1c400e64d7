import { ROUTES } from '../../domain/contract/routes.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { csvName, journalCsv } from '../../domain/ledger/csv.ts';
import { fecName, fecOf } from '../../domain/ledger/fec.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { ledgerOfYear } from '../data/ledger.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { gather } from './gather.ts';

/** The journal of a year. The FEC is named by whoever issued invoices at its end. */
export const handler = api(ROUTES.ExportLedger, treasurer, async ({ query: { format, year } }) => {
  const entries = await gather(ledgerOfYear(year));
  if (format === 'csv') {
    return { bytes: Buffer.from(journalCsv(entries), 'utf8'), type: 'text/csv' as const, name: csvName(year) };
  }
  const { seller } = policyAt(`${year}-12-31`, await listDuesPolicies());
  return {
    bytes: Buffer.from(fecOf(entries), 'utf8'),
    type: 'text/plain' as const,
    name: fecName(seller.siren, year),
  };
});
