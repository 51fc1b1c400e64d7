import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { csvOf } from '../../../domain/sheet/csv.ts';
import type { Sheet } from '../../../domain/sheet/sheet.ts';
import { xlsxOf } from '../../../domain/sheet/xlsx.ts';

const SHEET: Sheet = {
  head: ['Entreprise', 'Depuis', 'Effectif'],
  rows: [
    ['Fabrique; « Cœur » & <fils>', { day: '2026-03-01' }, 1234.5],
    ['=HYPERLINK("http://mal.example";"Cliquez")', { day: '1999-12-31' }, -3],
    ['@SUM(A1)\r\nsuite', null, null],
  ],
};

describe('a table as CSV', () => {
  it('is in French form: mark, semicolons, decimal comma, days; no cell is a formula', () => {
    expect(csvOf(SHEET)).toBe(
      [
        '\ufeffEntreprise;Depuis;Effectif',
        '"Fabrique; « Cœur » & <fils>";01/03/2026;1234,5',
        '"\'=HYPERLINK(""http://mal.example"";""Cliquez"")";31/12/1999;-3',
        '"\'@SUM(A1)\r\nsuite";;',
        '',
      ].join('\r\n'),
    );
  });
});

describe('a table as an Excel file', () => {
  const parts = unzipSync(xlsxOf(SHEET, 'Membres : tous [2026]'));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = part('xl/worksheets/sheet1.xml');

  it('has the parts that Office asks for, each named by the others', () => {
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(part('xl/workbook.xml')).toContain('<sheet name="Membres   tous  2026 "');
  });

  it('holds texts as texts, escaped, and never a formula', () => {
    expect(sheet).toContain('>Fabrique; « Cœur » &amp; &lt;fils&gt;<');
    expect(sheet).toContain('t="inlineStr" s="4"><is><t xml:space="preserve">=HYPERLINK(&quot;http');
    expect(sheet).not.toContain('<f>');
  });

  it('counts days as Excel does', () => {
    // Known serials: 1 March 2026 is 46082, 31 December 1999 is 36525.
    expect(sheet).toContain('<c s="2"><v>46082</v></c>');
    expect(sheet).toContain('<c s="2"><v>36525</v></c>');
  });

  it('gives the same bytes for the same table', () => {
    expect(xlsxOf(SHEET, 'M')).toEqual(xlsxOf(SHEET, 'M'));
  });
});
