import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { MemberNote } from '../../domain/member/note.ts';
import { WriteConflict } from './errors.ts';
import { applicationPartition, NOTE_PREFIX, noteKey } from './keys.ts';
import { earlierPost, type Post, postWrites } from './posts.ts';
import { get, list, transact } from './table.ts';
import { untilWritten } from './until-written.ts';

/** Notes of a dossier, the latest first, strongly consistent. */
export const listNotes = async (applicationId: string): Promise<MemberNote[]> =>
  (await list({ pk: applicationPartition(applicationId), prefix: NOTE_PREFIX }, MemberNote)).reverse();

/** Writes a note down, once a post. @throws Refusal `idempotency-key-reused`; TransientStoreError */
export const addNote = (applicationId: string, note: MemberNote, post: Post | null): Promise<void> =>
  untilWritten(async () => {
    if ((await earlierPost(post, z.string())) !== null) return;
    // The same text of the same person at the same moment is the same note.
    if ((await get(noteKey(applicationId, note.noteId), MemberNote)) !== null) return;
    await transact([
      {
        put: { ...noteKey(applicationId, note.noteId), ...note },
        condition: 'attribute_not_exists(PK)',
        otherwise: () => new WriteConflict('Another note has this id.'),
      },
      ...postWrites(post, note.noteId),
    ]);
  });

/**
 * Changes a note. `decide` may run several times and must not act.
 * @param decide null when there is nothing to do
 * @throws Refusal `not-found`; whatever `decide` throws; TransientStoreError
 */
export const changeNote = (
  applicationId: string,
  noteId: string,
  decide: (note: MemberNote) => MemberNote | null,
): Promise<void> =>
  untilWritten(async () => {
    const before = await get(noteKey(applicationId, noteId), MemberNote);
    if (before === null) throw new Refusal('not-found');
    const after = decide(before);
    if (after === null) return;
    await transact([
      {
        put: { ...noteKey(applicationId, noteId), ...after },
        condition: 'revision = :read',
        values: { ':read': before.revision },
        otherwise: () => new WriteConflict('The note was changed from another window.'),
      },
    ]);
  });
