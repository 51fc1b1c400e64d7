import { parisDay } from '../time/paris.ts';
import type { LedgerEntry } from './entry.ts';
import { type JournalLine, journalAmount, journalLines } from './journal.ts';

// FEC, fichier des écritures comptables (article A47 A-1 of the livre des procédures fiscales, VII-1°): what the tax
// office is handed. UTF-8, a line a line of the journal, columns apart by tabs, days as YYYYMMDD, amounts with a comma.

/** The columns, in the order of the law. */
export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

const day = (date: string): string => date.replaceAll('-', '');
/** A field holds neither what parts columns nor what ends lines. */
const field = (text: string): string => text.replace(/[\s|\p{Cc}]+/gu, ' ').trim();

/** A field that the law does not let be empty: what stands there, or else what is known for sure. */
const required = (text: string, otherwise: string): string => (field(text) === '' ? otherwise : text);

const record = ({ entry, line, number, journalName, accountName }: JournalLine): string[] => [
  entry.journal,
  journalName,
  String(number),
  day(entry.date),
  line.account,
  accountName,
  line.party?.code ?? '',
  line.party === null ? '' : required(line.party.name, line.party.code),
  required(entry.piece, entry.key),
  day(entry.pieceDate),
  required(entry.label, journalName),
  journalAmount(line.debitCents),
  journalAmount(line.creditCents),
  // Lettering and foreign currency are not kept here: left empty, as the law allows.
  '',
  '',
  day(parisDay(entry.at)),
  '',
  '',
];

/** The entries of a financial year as FEC. */
export const fecOf = (entries: readonly LedgerEntry[]): string =>
  [FEC_COLUMNS, ...journalLines(entries).map(record)].map((row) => `${row.map(field).join('\t')}\r\n`).join('');

/** Name of the file (A47 A-1, VIII-5°): SIREN, `FEC`, last day of the financial year, which is the calendar's. */
export const fecName = (siren: string, year: number): string => `${siren}FEC${year}1231.txt`;
