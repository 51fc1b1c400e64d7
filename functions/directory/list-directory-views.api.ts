import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { readViews } from '../data/directory-views.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** The caller's own views of the directory. */
export const handler = api(DIRECTORY_ROUTES.ListDirectoryViews, staff, async ({ caller }) => {
  antennasToList(readingScope(caller), undefined);
  return { items: (await readViews(caller.id)).views };
});
