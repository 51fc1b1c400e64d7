import type { DirectoryEntry, DirectoryRow } from '../../domain/directory/entry.ts';
import { rowOf } from '../../domain/directory/entry.ts';

/** A line of the directory. @param n its membership number is the n-th */
export const entry = (n: number, changes: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  number: `M${String(n).padStart(6, '0')}`,
  applicationId: `application-${n}`,
  status: 'active',
  antenna: 'STE',
  admittedAt: '2026-10-05T08:00:00.000Z',
  period: { from: '2026-10-05', to: '2026-12-31' },
  growthProgramme: false,
  companyName: `Société ${n}`,
  siren: '331518498',
  category: 'company',
  communeName: 'Saint-Étienne',
  latestFigures: { year: 2025, employees: 12, turnover: 1_450_000 },
  ...changes,
});

/** The same as a row: nothing owed, no part in the programme. */
export const row = (n: number, changes: Partial<DirectoryEntry> = {}): DirectoryRow =>
  rowOf(entry(n, changes), { dues: new Map(), growth: new Map() });
