import type { Cell, Sheet } from './sheet.ts';

// Tables for a spreadsheet, in French form: semicolons, decimal commas, days as 31/12/2026, and a byte-order mark, by
// which Excel knows that it is UTF-8.

const BYTE_ORDER_MARK = '\ufeff';

/** A day as France writes it, `31/12/2026`. @param date ISO 8601 date */
export const frenchDay = (date: string): string => date.split('-').reverse().join('/');

/** Tells whether a spreadsheet would take a text for a formula: names are typed by strangers. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

/** A text as RFC 4180 has it. One that a spreadsheet would take for a formula is made a text. */
const quoted = (text: string): string => {
  const harmless = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Rows of texts as a file. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('');

/** A number needs no defence: it is written here, sign and comma included. */
const written = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? quoted(cell) : frenchDay(cell.day);
};

/** A table as CSV. */
export const csvOf = ({ head, rows }: Sheet): string =>
  BYTE_ORDER_MARK +
  [head.map(quoted), ...rows.map((cells) => cells.map(written))].map((cells) => `${cells.join(';')}\r\n`).join('');
