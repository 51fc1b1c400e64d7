import { ANTENNA_NAMES } from '../antenna/antenna.ts';
import type { Language } from '../application/form.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import { parisDay } from '../time/paris.ts';
import type { DirectoryColumn } from './column.ts';
import type { DirectoryRow } from './entry.ts';
import { CATEGORY_NAMES, DUES_NAMES, GROWTH_NAMES, SIZE_NAMES, STATUS_NAMES } from './labels.ts';
import type { SortKey } from './order.ts';

// Columns in words and in files. Their names alone are column.ts, which every route's bundle holds.

export const COLUMN_NAMES: Record<DirectoryColumn, Record<Language, string>> = {
  name: { fr: 'Entreprise', en: 'Company' },
  number: { fr: 'Numéro', en: 'Number' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  antenna: { fr: 'Antenne', en: 'Antenna' },
  city: { fr: 'Commune', en: 'City' },
  category: { fr: 'Type', en: 'Type' },
  status: { fr: 'État', en: 'Status' },
  size: { fr: 'Taille', en: 'Size' },
  growth: { fr: 'Croissance', en: 'Growth' },
  dues: { fr: 'Cotisation', en: 'Dues' },
  admitted: { fr: 'Admis le', en: 'Admitted on' },
  period: { fr: 'Fin de période', en: 'Period ends' },
  employees: { fr: 'Effectif', en: 'Headcount' },
  turnover: { fr: 'Chiffre d’affaires HT', en: 'Turnover excl. tax' },
};

/** What each column is sorted by; the others are filtered, not sorted. */
export const SORTED_BY: Partial<Record<DirectoryColumn, SortKey>> = {
  name: 'name',
  number: 'number',
  antenna: 'antenna',
  city: 'city',
  category: 'category',
  status: 'status',
  admitted: 'admitted',
  period: 'period',
  employees: 'employees',
  turnover: 'turnover',
};

const CELLS: Record<DirectoryColumn, (row: DirectoryRow, language: Language) => Cell> = {
  name: ({ companyName }) => companyName,
  number: ({ number }) => number,
  siren: ({ siren }) => siren,
  antenna: ({ antenna }) => ANTENNA_NAMES[antenna],
  city: ({ communeName }) => communeName,
  category: ({ category }, language) => CATEGORY_NAMES[category][language],
  status: ({ status }, language) => STATUS_NAMES[status][language],
  size: ({ size }, language) => (size === null ? null : SIZE_NAMES[size][language]),
  growth: ({ growth }, language) => GROWTH_NAMES[growth][language],
  dues: ({ dues }, language) => DUES_NAMES[dues][language],
  admitted: ({ admittedAt }) => ({ day: parisDay(admittedAt) }),
  period: ({ period }) => ({ day: period.to }),
  employees: ({ latestFigures }) => latestFigures?.employees ?? null,
  turnover: ({ latestFigures }) => latestFigures?.turnover ?? null,
};

/** Members as a table to take away. */
export const directorySheet = (
  rows: readonly DirectoryRow[],
  columns: readonly DirectoryColumn[],
  language: Language,
): Sheet => ({
  head: columns.map((column) => COLUMN_NAMES[column][language]),
  rows: rows.map((row) => columns.map((column) => CELLS[column](row, language))),
});
