import type { Language } from '../../domain/application/form.ts';
import type { DirectoryColumn } from '../../domain/directory/column.ts';
import { directorySheet } from '../../domain/directory/columns.ts';
import type { DirectoryRow } from '../../domain/directory/entry.ts';
import { csvOf } from '../../domain/sheet/csv.ts';
import { xlsxOf } from '../../domain/sheet/xlsx.ts';

const TITLES: Record<Language, string> = { fr: 'Membres', en: 'Members' };

type Asked = {
  columns: readonly DirectoryColumn[];
  format: 'csv' | 'xlsx';
  language: Language;
  /** ISO 8601 date, for the file's name. */
  today: string;
};

/** Members as the file that was asked for. */
export const directoryFile = (rows: readonly DirectoryRow[], { columns, format, language, today }: Asked) => {
  const sheet = directorySheet(rows, columns, language);
  const title = TITLES[language];
  const name = `${title.toLowerCase()}-${today}.${format}`;
  return format === 'csv'
    ? { bytes: Buffer.from(csvOf(sheet), 'utf8'), type: 'text/csv' as const, name }
    : { bytes: xlsxOf(sheet, title), type: XLSX, name };
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const;
