import { strToU8, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { looksLikeFormula } from './csv.ts';
import type { Cell, Sheet } from './sheet.ts';

// A table as an Excel file (Office Open XML, ECMA-376): one sheet, its heading in bold and always in sight. Texts stand
// in their cells as texts, numbers and days as what they are: Excel writes them as its reader's country does.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places of the formats in the list of styles: 1 the heading, 2 a day (format 14 is the reader's short date), 3 a number by thousands, 4 a text that is no formula. */
const HEADING = 1;
const DAY = 2;
const NUMBER = 3;
const NO_FORMULA = 4;

const STYLES = `${XML}<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_PARTS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Days from the eve of 1900 as Excel counts them, a 29 February 1900 that never was among them. @param day ISO 8601 date */
const serialOf = (day: string): number => {
  const { days } = Temporal.PlainDate.from('1899-12-30').until(Temporal.PlainDate.from(day), { largestUnit: 'days' });
  return days;
};

const style = (place: number): string => (place === 0 ? '' : ` s="${place}"`);
const text = (value: string, place: number): string =>
  `<c t="inlineStr"${style(place)}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
const number = (value: number, place: number): string => `<c${style(place)}><v>${value}</v></c>`;

const cellXml = (cell: Cell): string => {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return number(cell, NUMBER);
  if (typeof cell === 'string') return text(cell, looksLikeFormula(cell) ? NO_FORMULA : 0);
  return number(serialOf(cell.day), DAY);
};

const rowXml = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** Widths in characters: what the longest of the first rows needs, within reason. */
const widths = ({ head, rows }: Sheet): string => {
  const needed = (column: number): number =>
    [head[column], ...rows.slice(0, 200).map((cells) => cells[column])].reduce<number>(
      (widest, cell) => Math.max(widest, typeof cell === 'string' ? cell.length : 12),
      8,
    );
  const columns = head.map((_, index) => {
    const place = index + 1;
    return `<col min="${place}" max="${place}" width="${Math.min(60, needed(index) + 2)}" customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
};

/** Names of sheets have 31 characters at most, and none of these. */
const sheetName = (title: string): string => escaped(title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31));

/**
 * A table as an Excel file. The same table gives the same bytes.
 * @param title name of the sheet
 */
export const xlsxOf = (sheet: Sheet, title: string): Uint8Array => {
  const rows = [
    rowXml(sheet.head.map((name) => text(name, HEADING))),
    ...sheet.rows.map((cells) => rowXml(cells.map(cellXml))),
  ];
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': WORKBOOK_PARTS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet ${MAIN}>${frozen}${widths(sheet)}<sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, content]) => [name, strToU8(content)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(Date.UTC(1980, 0, 1, 12)) });
};
