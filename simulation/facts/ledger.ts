import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { ledgerOfYear } from '../../functions/data/ledger.ts';
import { firstDay } from '../calendar.ts';
import type { Settings } from '../settings.ts';

/** Every entry of the journal of the years that were played. */
export const readLedger = async ({ from, to }: Settings): Promise<LedgerEntry[]> => {
  const entries: LedgerEntry[] = [];
  const last = Number(to.slice(0, 4));
  for (let year = Number(firstDay(from).slice(0, 4)); year <= last; year += 1) {
    for await (const entry of ledgerOfYear(year)) entries.push(entry);
  }
  return entries;
};
