import * as z from 'zod';
import { Refusal } from '../errors.ts';
import type { StaffMember } from '../staff/staff.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';

/** A note of staff about a member, for staff alone. Whoever wrote it may put it right; nobody else may. */
export const MemberNote = z.object({
  noteId: z.string(),
  at: z.iso.datetime(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  /** When it was put right last; null when it never was. */
  editedAt: z.iso.datetime().nullable(),
  revision: z.int().nonnegative(),
});
export type MemberNote = z.infer<typeof MemberNote>;

export const NoteBody = z.strictObject({ text: lines(4000).min(1, 'required') }, typed);

/** @param noteId sorts by when it was written */
export const newNote = (noteId: string, text: string, by: StaffMember, now: string): MemberNote => ({
  noteId,
  at: now,
  author: { id: by.id, name: by.name },
  text,
  editedAt: null,
  revision: 0,
});

/**
 * Puts a note right; null when it says so already.
 * @throws Refusal `forbidden` for all but its author
 */
export const editNote = (note: MemberNote, text: string, by: StaffMember, now: string): MemberNote | null => {
  if (note.author.id !== by.id) throw new Refusal('forbidden');
  return note.text === text ? null : { ...note, text, editedAt: now, revision: note.revision + 1 };
};
