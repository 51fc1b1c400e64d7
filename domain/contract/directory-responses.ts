import * as z from 'zod';
import { CompanySize } from '../company/size.ts';
import { DirectoryEntry, DuesState, GrowthState } from '../directory/entry.ts';
import { SavedView } from '../directory/view.ts';
import { Member, MembershipPeriod } from '../member/member.ts';
import { MemberNote } from '../member/note.ts';
import { Cents } from '../money/money.ts';
import { TimelineEvent } from '../timeline/event.ts';
import { StaffInvoiceSummary } from './dues-responses.ts';
import { Participation } from './growth-responses.ts';
import { page } from './route.ts';

// The members as staff see them: the directory, and one member with all that is known of it.

/** A member as a line of the directory. */
export const MemberSummary = DirectoryEntry.omit({ growthProgramme: true }).extend({
  /** Null while no figures are known. */
  size: CompanySize.nullable(),
  dues: DuesState,
  growth: GrowthState,
});
export type MemberSummary = z.infer<typeof MemberSummary>;
export const MemberPage = page(MemberSummary).extend({
  /** How many there are on all pages; null where the list is read by number, a page at a time. */
  total: z.int().nonnegative().nullable(),
});

export const SavedViewList = z.object({ items: z.array(SavedView) });

/** What a member owes, and its invoices. Amounts in cents. */
export const MemberDues = z.object({
  balanceCents: Cents,
  /** The part of it that is past its day. */
  lateCents: Cents,
  /** The newest first. */
  invoices: z.array(StaffInvoiceSummary),
});

export const MemberContacts = Member.pick({ contact: true, contacts: true });
/** A note of staff; `mine` when the caller wrote it, and may put it right. */
export const MemberNoteView = MemberNote.pick({ noteId: true, at: true, text: true, editedAt: true }).extend({
  authorName: z.string(),
  mine: z.boolean(),
});
export type MemberNoteView = z.infer<typeof MemberNoteView>;
export const MemberNoteList = z.object({ items: z.array(MemberNoteView) });

export const MemberDetail = Member.extend({
  /** Every period it has had, the latest first. */
  periods: z.array(MembershipPeriod),
  dues: MemberDues,
  /** Where it stands in the growth programme; null when it never came to it. */
  participation: Participation.nullable(),
  /** Of staff, for staff: the latest first. */
  notes: z.array(MemberNoteView),
  timeline: z.array(TimelineEvent),
});
export type MemberDetail = z.infer<typeof MemberDetail>;
