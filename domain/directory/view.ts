import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { line } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import { DIRECTORY_COLUMNS, DirectoryColumn } from './column.ts';
import { DirectoryFilter } from './filter.ts';
import { DirectorySort } from './order.ts';

/** What the directory shows, and how. */
export const DirectoryView = z.strictObject(
  {
    filter: DirectoryFilter,
    sort: DirectorySort.nullable(),
    columns: z.array(DirectoryColumn).min(1, 'required').max(DIRECTORY_COLUMNS.length, 'too-many'),
  },
  typed,
);
export type DirectoryView = z.infer<typeof DirectoryView>;

/** A view under the name one person gave it. */
export const SavedView = z.object({ viewId: z.string(), name: z.string(), view: DirectoryView });
export type SavedView = z.infer<typeof SavedView>;
export const SavedViewForm = z.strictObject({ name: line(60), view: DirectoryView }, typed);

/** The views of one person. `given` ids so far: none is given twice. */
export const SavedViews = z.object({ views: z.array(SavedView), given: z.int().nonnegative() });
export type SavedViews = z.infer<typeof SavedViews>;

/** Views one person may keep. */
const MOST = 30;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Keeps a view under a name; in the place of the one that has it already. Kept again, nothing changes.
 * @throws Refusal `invalid-fields` when there are too many
 */
export const saveView = ({ views, given }: SavedViews, { name, view }: z.infer<typeof SavedViewForm>): SavedViews => {
  const known = views.find((one) => sameName(one.name, name));
  if (known !== undefined) return { views: views.map((one) => (one === known ? { ...one, name, view } : one)), given };
  if (views.length >= MOST) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'name', code: 'too-many', params: { max: MOST } }] });
  }
  return { views: [...views, { viewId: String(given + 1), name, view }], given: given + 1 };
};

/** Without one of the views; without one that is gone already, the same. */
export const dropView = (saved: SavedViews, viewId: string): SavedViews => ({
  ...saved,
  views: saved.views.filter((one) => one.viewId !== viewId),
});
