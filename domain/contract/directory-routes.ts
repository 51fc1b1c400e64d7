import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { MemberNumber } from '../member/member.ts';
import * as response from './directory-responses.ts';
import { cursor, limit, type Route, staffProblems } from './route.ts';

// The members' directory: the list, one member, and what staff keep about it.

const MemberListQuery = z.strictObject({ antenna: AntennaCode.optional(), cursor, limit });

export const DIRECTORY_ROUTES = {
  ListMembers: {
    method: 'GET',
    path: '/staff/members',
    caller: 'staff',
    entry: 'members/list-members',
    summary: 'Members, by number',
    query: MemberListQuery,
    status: 200,
    response: response.MemberPage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  GetMember: {
    method: 'GET',
    path: '/staff/members/{id}',
    caller: 'staff',
    entry: 'members/get-member',
    summary: 'One member: its periods, dues, place in the programme and story',
    params: z.strictObject({ id: MemberNumber }),
    status: 200,
    response: response.MemberDetail,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
} as const satisfies Record<string, Route>;
