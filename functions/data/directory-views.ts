import * as z from 'zod';
import { SavedViews } from '../../domain/directory/view.ts';
import { WriteConflict } from './errors.ts';
import { directoryViewsKey } from './keys.ts';
import { get, transact } from './table.ts';
import { untilWritten } from './until-written.ts';

const Stored = SavedViews.extend({ revision: z.int().nonnegative() });

/** The views of one person, strongly consistent. @param staffId the `sub` of their tokens */
export const readViews = async (staffId: string): Promise<z.infer<typeof Stored>> =>
  (await get(directoryViewsKey(staffId), Stored)) ?? { views: [], given: 0, revision: 0 };

/**
 * Changes the views of one person. `decide` may run several times and must not act.
 * @throws whatever `decide` throws; TransientStoreError
 */
export const changeViews = (staffId: string, decide: (saved: SavedViews) => SavedViews): Promise<SavedViews> =>
  untilWritten(async () => {
    const { revision, ...before } = await readViews(staffId);
    const after = decide(before);
    await transact([
      {
        put: { ...directoryViewsKey(staffId), ...after, revision: revision + 1 },
        ...(revision === 0
          ? { condition: 'attribute_not_exists(PK)' }
          : { condition: 'revision = :read', values: { ':read': revision } }),
        otherwise: () => new WriteConflict('The views were changed from another window.'),
      },
    ]);
    return after;
  });
