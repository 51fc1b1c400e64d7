import type * as z from 'zod';
import type { MemberNoteView } from '../../domain/contract/directory-responses.ts';
import type { MemberNote } from '../../domain/member/note.ts';
import type { StaffMember } from '../../domain/staff/staff.ts';

/** A note as one of the staff reads it. */
export const noteView =
  ({ id }: Pick<StaffMember, 'id'>) =>
  ({ noteId, at, author, text, editedAt }: MemberNote): z.input<typeof MemberNoteView> => ({
    noteId,
    at,
    authorName: author.name,
    mine: author.id === id,
    text,
    editedAt,
  });
