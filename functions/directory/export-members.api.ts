import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { directoryFile } from './file.ts';
import { everyMember } from './find-members.ts';

/** The members the caller may read, as a table to take away: each once, whatever changes meanwhile. */
export const handler = api(DIRECTORY_ROUTES.ExportMembers, staff, async ({ caller, query, now, language }) => {
  const { sort, format, columns, ...filter } = query;
  const antennas = antennasToList(readingScope(caller), filter.antenna);
  const today = parisDay(now);
  const rows = await everyMember({ antennas, filter, sort, today }, columns.includes('dues'));
  return directoryFile(rows, { columns, format, language, today });
});
