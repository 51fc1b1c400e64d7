import * as z from 'zod';

/** What the directory may show of a member, in the order it is shown. */
export const DIRECTORY_COLUMNS = [
  'name',
  'number',
  'siren',
  'antenna',
  'city',
  'category',
  'status',
  'size',
  'growth',
  'dues',
  'admitted',
  'period',
  'employees',
  'turnover',
] as const;
export const DirectoryColumn = z.enum(DIRECTORY_COLUMNS);
export type DirectoryColumn = z.infer<typeof DirectoryColumn>;
