import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { saveView } from '../../domain/directory/view.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { changeViews } from '../data/directory-views.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** Keeps a view of the directory for the caller, under a name. */
export const handler = api(DIRECTORY_ROUTES.SaveDirectoryView, staff, async ({ caller, body }) => {
  antennasToList(readingScope(caller), undefined);
  return { items: (await changeViews(caller.id, (saved) => saveView(saved, body))).views };
});
