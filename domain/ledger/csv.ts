import { csvText, frenchDay } from '../sheet/csv.ts';
import type { LedgerEntry } from './entry.ts';
import { type JournalLine, journalAmount, journalLines } from './journal.ts';

// The journal for a spreadsheet, in French form.

const COLUMNS = [
  'Journal',
  'Écriture',
  'Date',
  'Compte',
  'Libellé du compte',
  'Tiers',
  'Nom du tiers',
  'Pièce',
  'Date de la pièce',
  'Libellé',
  'Débit',
  'Crédit',
];

const row = ({ entry, line, number, accountName }: JournalLine): string[] => [
  entry.journal,
  String(number),
  frenchDay(entry.date),
  line.account,
  accountName,
  line.party?.code ?? '',
  line.party?.name ?? '',
  entry.piece,
  frenchDay(entry.pieceDate),
  entry.label,
  journalAmount(line.debitCents),
  journalAmount(line.creditCents),
];

/** The entries of a financial year as CSV. */
export const journalCsv = (entries: readonly LedgerEntry[]): string =>
  csvText([COLUMNS, ...journalLines(entries).map(row)]);

/** Name of the file. */
export const csvName = (year: number): string => `journal-${year}.csv`;
