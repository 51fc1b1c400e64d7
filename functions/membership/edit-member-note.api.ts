import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { editNote } from '../../domain/member/note.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { changeNote, listNotes } from '../data/member-notes.ts';
import { getMember } from '../data/members.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { noteView } from './note-view.ts';

/** Puts a note right: its author alone may. */
export const handler = api(DIRECTORY_ROUTES.EditMemberNote, staff, async ({ caller, params, body, now }) => {
  const { antenna, applicationId } = await getMember(params.id);
  assertWithin(readingScope(caller), [antenna]);
  await changeNote(applicationId, params.noteId, (note) => editNote(note, body.text, caller, now));
  return { items: (await listNotes(applicationId)).map(noteView(caller)) };
});
