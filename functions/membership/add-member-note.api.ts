import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { newNote } from '../../domain/member/note.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { addNote, listNotes } from '../data/member-notes.ts';
import { getMember } from '../data/members.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { sha256 } from '../shared/tokens.ts';
import { noteView } from './note-view.ts';

/** Writes a note about a member down, for staff alone. */
export const handler = api(DIRECTORY_ROUTES.AddMemberNote, staff, async (request) => {
  const { caller, params, body, now } = request;
  const { antenna, applicationId } = await getMember(params.id);
  assertWithin(readingScope(caller), [antenna]);
  // Two notes of one millisecond are told apart by who says what.
  const noteId = `${now}~${sha256(`${caller.id}#${body.text}`).slice(0, 12)}`;
  await addNote(applicationId, newNote(noteId, body.text, caller, now), postOf(`note#${params.id}`, request));
  return { items: (await listNotes(applicationId)).map(noteView(caller)) };
});
