// Checks a file against the specification of the FEC (article A47 A-1 of the livre des procédures fiscales, VII to IX),
// written from its text alone: it shares nothing with what writes the file.

/** Column, and whether the law lets it be empty. */
const COLUMNS: readonly [name: string, optional?: true][] = [
  ['JournalCode'],
  ['JournalLib'],
  ['EcritureNum'],
  ['EcritureDate'],
  ['CompteNum'],
  ['CompteLib'],
  ['CompAuxNum', true],
  ['CompAuxLib', true],
  ['PieceRef'],
  ['PieceDate'],
  ['EcritureLib'],
  ['Debit'],
  ['Credit'],
  ['EcritureLet', true],
  ['DateLet', true],
  ['ValidDate'],
  ['Montantdevise', true],
  ['Idevise', true],
];
const AMOUNT = /^-?\d+,\d{2}$/;

type Row = Record<string, string>;

const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

const cents = (text: string): number => Number(text.replace(',', ''));

/** What is wrong with one line. */
const faultsOfRow = (row: Row, year: number, at: string): string[] => {
  const faults: string[] = [];
  for (const [name, optional] of COLUMNS) {
    if (optional !== true && row[name] === '') faults.push(`${at}: ${name} is empty`);
  }
  for (const name of ['EcritureDate', 'PieceDate', 'ValidDate']) {
    if (!isDay(row[name] ?? '')) faults.push(`${at}: ${name} is no day`);
  }
  if (!(row.EcritureDate ?? '').startsWith(String(year))) faults.push(`${at}: another financial year`);
  // The first three digits are those of the chart (PCG).
  if (!/^[1-7]\d{2}/.test(row.CompteNum ?? '')) faults.push(`${at}: CompteNum is not of the chart`);
  if ((row.CompAuxNum === '') !== (row.CompAuxLib === '')) faults.push(`${at}: half a third party`);
  for (const name of ['Debit', 'Credit']) if (!AMOUNT.test(row[name] ?? '')) faults.push(`${at}: ${name} is no amount`);
  if (row.Debit !== '0,00' && row.Credit !== '0,00') faults.push(`${at}: debit and credit`);
  return faults;
};

/** What is wrong with the entries: numbers without gaps, in the order of validation, each balanced, one day and piece each. */
const faultsOfEntries = (rows: readonly Row[]): string[] => {
  const faults: string[] = [];
  const entries = new Map<string, Row[]>();
  for (const row of rows) entries.set(row.EcritureNum ?? '', [...(entries.get(row.EcritureNum ?? '') ?? []), row]);
  let [place, validated] = [0, ''];
  for (const [number, lines] of entries) {
    place += 1;
    if (number !== String(place)) faults.push(`entry ${number} stands at ${place}`);
    const sum = (name: string): number => lines.reduce((all, line) => all + cents(line[name] ?? ''), 0);
    if (sum('Debit') !== sum('Credit')) faults.push(`entry ${number} is unbalanced`);
    for (const name of ['JournalCode', 'EcritureDate', 'PieceRef', 'ValidDate']) {
      if (new Set(lines.map((line) => line[name])).size > 1) faults.push(`entry ${number} has several ${name}`);
    }
    const day = lines[0]?.ValidDate ?? '';
    if (day < validated) faults.push(`entry ${number} is out of order`);
    validated = day;
  }
  // The lines of an entry stand together.
  const runs = rows.filter((row, index) => row.EcritureNum !== rows[index - 1]?.EcritureNum).length;
  if (runs !== entries.size) faults.push('the lines of an entry are scattered');
  return faults;
};

/**
 * What is wrong with a FEC, if anything.
 * @param bytes the file
 * @param name what it is called
 * @param year its financial year, which ends on 31 December
 */
export const fecFaults = (bytes: Uint8Array, name: string, year: number): string[] => {
  const faults: string[] = [];
  if (!/^\d{9}FEC\d{8}\.txt$/.test(name) || !name.endsWith(`FEC${year}1231.txt`)) faults.push(`named ${name}`);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const lines = text.split('\r\n');
  if (lines.pop() !== '') faults.push('the last line does not end');
  const [head = '', ...body] = lines.map((line) => line.split('\t'));
  if (String(head) !== String(COLUMNS.map(([column]) => column))) faults.push('the columns are not those of the law');
  const rows = body.map((cells, index): Row => {
    if (cells.length !== COLUMNS.length) faults.push(`line ${index + 2} has ${cells.length} columns`);
    return Object.fromEntries(COLUMNS.map(([column], place) => [column, cells[place] ?? '']));
  });
  rows.forEach((row, index) => {
    faults.push(...faultsOfRow(row, year, `line ${index + 2}`));
  });
  const total = (column: string): number => rows.reduce((sum, row) => sum + cents(row[column] ?? ''), 0);
  if (total('Debit') !== total('Credit')) faults.push('the whole is unbalanced');
  return [...faults, ...faultsOfEntries(rows)];
};
