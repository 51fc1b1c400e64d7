import type { LedgerEntry } from './entry.ts';
import { type JournalLine, journalAmount, journalLines } from './journal.ts';

// The journal for a spreadsheet, in French form: semicolons, decimal commas, days as 31/12/2026, and a byte-order mark,
// by which Excel knows that it is UTF-8.

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
const BYTE_ORDER_MARK = '\ufeff';

const day = (date: string): string => date.split('-').reverse().join('/');

/** A cell (RFC 4180). One that a spreadsheet would take for a formula is made a text: names are typed by strangers. */
const cell = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const row = ({ entry, line, number, accountName }: JournalLine): string[] => [
  entry.journal,
  String(number),
  day(entry.date),
  line.account,
  accountName,
  line.party?.code ?? '',
  line.party?.name ?? '',
  entry.piece,
  day(entry.pieceDate),
  entry.label,
  journalAmount(line.debitCents),
  journalAmount(line.creditCents),
];

/** The entries of a financial year as CSV. */
export const journalCsv = (entries: readonly LedgerEntry[]): string =>
  BYTE_ORDER_MARK +
  [COLUMNS, ...journalLines(entries).map(row)].map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');

/** Name of the file. */
export const csvName = (year: number): string => `journal-${year}.csv`;
