import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { dropView } from '../../domain/directory/view.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { changeViews } from '../data/directory-views.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** Forgets one of the caller's own views. */
export const handler = api(DIRECTORY_ROUTES.DropDirectoryView, staff, async ({ caller, params }) => {
  antennasToList(readingScope(caller), undefined);
  return { items: (await changeViews(caller.id, (saved) => dropView(saved, params.id))).views };
});
