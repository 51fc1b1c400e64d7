import * as z from 'zod';
import { EstablishmentForm, YearlyFigures } from '../application/form.ts';
import { Category } from '../company/category.ts';
import { Siren, Siret } from '../company/identity.ts';
import { MemberNumber } from '../member/member.ts';
import { line, lines } from '../text/free-text.ts';
import { formatted, typed } from '../text/issue-code.ts';
import { MemberChanged } from './member-responses.ts';
import { type Route, staffProblems } from './route.ts';

// What staff change of a membership. Each post may be sent again: a change that was made is not made twice.

const params = z.strictObject({ id: MemberNumber });
const comment = lines(1000);
/** A decision against a company says why: the company reads it. */
const reason = comment.min(1, 'required');

const CategoryBody = z.strictObject({ category: Category, comment: comment.default('') }, typed);
const FiguresBody = z.strictObject({ figures: YearlyFigures, comment: comment.default('') }, typed);
const AddressBody = z.strictObject({ establishment: EstablishmentForm, comment: comment.default('') }, typed);
const ResignationBody = z.strictObject(
  {
    /** Day the letter came in, in Europe/Paris. */
    receivedOn: z.iso.date(formatted('date')),
    /** Keep a notice that came too late, for the end of the next period. */
    late: z.boolean(typed).default(false),
    comment: comment.default(''),
  },
  typed,
);
const ExclusionBody = z.strictObject({ reason }, typed);
const RejoiningBody = z.strictObject({ comment: comment.default('') }, typed);
const TransferBody = z.strictObject(
  {
    company: z.strictObject({ siren: Siren, legalName: line(200), siret: Siret.nullable() }, typed),
    reason,
  },
  typed,
);

const problems = [...staffProblems, 'wrong-antenna', 'not-found', 'invalid-body', 'invalid-fields'] as const;

export const MEMBER_ROUTES = {
  ChangeMemberCategory: {
    method: 'POST',
    path: '/staff/members/{id}/category',
    caller: 'staff',
    entry: 'membership/change-member-category',
    summary: 'Put a member into another category; its dues follow from the next period',
    params,
    body: CategoryBody,
    status: 200,
    response: MemberChanged,
    problems: [...problems, 'member-left'],
  },
  ChangeMemberFigures: {
    method: 'POST',
    path: '/staff/members/{id}/figures',
    caller: 'staff',
    entry: 'membership/change-member-figures',
    summary: 'Record the headcount and turnover of a year; dues follow from the next period',
    params,
    body: FiguresBody,
    status: 200,
    response: MemberChanged,
    problems: [...problems, 'member-left'],
  },
  MoveMember: {
    method: 'POST',
    path: '/staff/members/{id}/address',
    caller: 'staff',
    entry: 'membership/move-member',
    summary: 'Move a member; in another commune its antenna is assigned anew, by its workflow',
    params,
    body: AddressBody,
    status: 202,
    response: MemberChanged,
    problems: [...problems, 'member-left'],
  },
  TakeResignation: {
    method: 'POST',
    path: '/staff/members/{id}/resignation',
    caller: 'staff',
    entry: 'membership/take-resignation',
    summary: 'Record a resignation in writing, which ends the membership with its period',
    params,
    body: ResignationBody,
    status: 202,
    response: MemberChanged,
    problems: [...problems, 'member-left', 'resignation-too-late'],
  },
  ExcludeMember: {
    method: 'POST',
    path: '/staff/members/{id}/exclusion',
    caller: 'staff',
    entry: 'membership/exclude-member',
    summary: 'Exclude a member, at once (head office)',
    params,
    body: ExclusionBody,
    status: 202,
    response: MemberChanged,
    problems: [...problems, 'member-left'],
  },
  RejoinMember: {
    method: 'POST',
    path: '/staff/members/{id}/rejoining',
    caller: 'staff',
    entry: 'membership/rejoin-member',
    summary: 'Take a former member back under its number, for a period of its own',
    params,
    body: RejoiningBody,
    status: 202,
    response: MemberChanged,
    problems: [...problems, 'still-member', 'duplicate-company'],
  },
  TransferMember: {
    method: 'POST',
    path: '/staff/members/{id}/transfer',
    caller: 'staff',
    entry: 'membership/transfer-member',
    summary: 'Transfer a membership to the company that goes on after a merger or a sale (head office)',
    params,
    body: TransferBody,
    status: 200,
    response: MemberChanged,
    problems: [...problems, 'member-left', 'duplicate-company'],
  },
} as const satisfies Record<string, Route>;
