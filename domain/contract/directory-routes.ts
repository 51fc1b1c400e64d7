import * as z from 'zod';
import { DIRECTORY_COLUMNS, DirectoryColumn } from '../directory/column.ts';
import { DirectoryFilter } from '../directory/filter.ts';
import { DirectorySort } from '../directory/order.ts';
import { SavedViewForm } from '../directory/view.ts';
import { ContactBody } from '../member/contact.ts';
import { MemberNumber } from '../member/member.ts';
import { NoteBody } from '../member/note.ts';
import * as response from './directory-responses.ts';
import { cursor, limit, type Route, staffProblems } from './route.ts';

// The members' directory: the list, one member, and what staff keep about it.

const MemberListQuery = DirectoryFilter.extend({
  /** By number unless said; the best match first where there is a search. */
  sort: DirectorySort.optional(),
  cursor,
  limit,
});

const memberParams = z.strictObject({ id: MemberNumber });
const contactParams = z.strictObject({ id: MemberNumber, contactId: z.string().regex(/^(main|c\d{1,9})$/) });
const changeProblems = [...staffProblems, 'wrong-antenna', 'not-found', 'invalid-body', 'invalid-fields'] as const;
const columnsText = z
  .string()
  .max(300)
  .transform((text) => text.split(','))
  .pipe(z.array(DirectoryColumn).min(1).max(DIRECTORY_COLUMNS.length));
const ExportQuery = DirectoryFilter.extend({
  sort: DirectorySort.optional(),
  format: z.enum(['csv', 'xlsx']),
  /** Their names, with commas between. */
  columns: columnsText,
});
/** A file: its bytes stand in the body. */
const file = z.instanceof(Uint8Array);

export const DIRECTORY_ROUTES = {
  ListMembers: {
    method: 'GET',
    path: '/staff/members',
    caller: 'staff',
    entry: 'members/list-members',
    summary: 'The members’ directory: searched, filtered and sorted',
    query: MemberListQuery,
    status: 200,
    response: response.MemberPage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  ExportMembers: {
    method: 'GET',
    path: '/staff/directory/export',
    caller: 'staff',
    entry: 'directory/export-members',
    summary: 'The members’ directory as a file: CSV in French form, or Excel',
    query: ExportQuery,
    status: 200,
    answersWith: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    response: file,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query', 'file-too-large'],
  },
  ListDirectoryViews: {
    method: 'GET',
    path: '/staff/directory/views',
    caller: 'staff',
    entry: 'directory/list-directory-views',
    summary: 'The caller’s own views of the directory',
    status: 200,
    response: response.SavedViewList,
    problems: staffProblems,
  },
  SaveDirectoryView: {
    method: 'POST',
    path: '/staff/directory/views',
    caller: 'staff',
    entry: 'directory/save-directory-view',
    summary: 'Keep a view of the directory under a name, in the place of the one that has it',
    body: SavedViewForm,
    status: 200,
    response: response.SavedViewList,
    problems: [...staffProblems, 'invalid-body', 'invalid-fields'],
  },
  DropDirectoryView: {
    method: 'DELETE',
    path: '/staff/directory/views/{id}',
    caller: 'staff',
    entry: 'directory/drop-directory-view',
    summary: 'Forget one of the caller’s own views',
    params: z.strictObject({ id: z.string().regex(/^\d{1,9}$/) }),
    status: 200,
    response: response.SavedViewList,
    problems: [...staffProblems, 'not-found'],
  },
  GetMember: {
    method: 'GET',
    path: '/staff/members/{id}',
    caller: 'staff',
    entry: 'members/get-member',
    summary: 'One member: its periods, dues, place in the programme and story',
    params: memberParams,
    status: 200,
    response: response.MemberDetail,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  AddMemberContact: {
    method: 'POST',
    path: '/staff/members/{id}/contacts',
    caller: 'staff',
    entry: 'membership/add-member-contact',
    summary: 'Add a contact to a member, with what it is for',
    params: memberParams,
    body: ContactBody,
    status: 200,
    response: response.MemberContacts,
    problems: [...changeProblems, 'member-left'],
  },
  ChangeMemberContact: {
    method: 'PATCH',
    path: '/staff/members/{id}/contacts/{contactId}',
    caller: 'staff',
    entry: 'membership/change-member-contact',
    summary: 'Change a contact of a member; `main` is the main one',
    params: contactParams,
    body: ContactBody,
    status: 200,
    response: response.MemberContacts,
    problems: [...changeProblems, 'member-left'],
  },
  RemoveMemberContact: {
    method: 'DELETE',
    path: '/staff/members/{id}/contacts/{contactId}',
    caller: 'staff',
    entry: 'membership/remove-member-contact',
    summary: 'Remove a contact of a member; the main one stays',
    params: contactParams,
    status: 200,
    response: response.MemberContacts,
    problems: [...staffProblems, 'wrong-antenna', 'not-found', 'member-left'],
  },
  AddMemberNote: {
    method: 'POST',
    path: '/staff/members/{id}/notes',
    caller: 'staff',
    entry: 'membership/add-member-note',
    summary: 'Write a note about a member down, for staff alone',
    params: memberParams,
    body: NoteBody,
    idempotent: true,
    status: 200,
    response: response.MemberNoteList,
    problems: [...changeProblems, 'idempotency-key-reused'],
  },
  EditMemberNote: {
    method: 'PATCH',
    path: '/staff/members/{id}/notes/{noteId}',
    caller: 'staff',
    entry: 'membership/edit-member-note',
    summary: 'Put a note right (its author)',
    params: z.strictObject({ id: MemberNumber, noteId: z.string().min(1).max(100) }),
    body: NoteBody,
    status: 200,
    response: response.MemberNoteList,
    problems: changeProblems,
  },
} as const satisfies Record<string, Route>;
