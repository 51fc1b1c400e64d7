import * as z from 'zod';
import { JurorForm } from '../jury/juror.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import * as response from './growth-responses.ts';
import { caseParams } from './growth-routes.ts';
import { type Route, staffProblems } from './route.ts';

// What jurors do, and the head office with their register. A vote is the answer to a `jury-vote` task.

/** Whether the juror has a tie with the company, and which: said before the file opens. */
export const DeclarationBody = z
  .strictObject({ conflict: z.boolean(typed), reason: lines(1000).default('') }, typed)
  .refine((d) => !d.conflict || d.reason.length > 0, { path: ['reason'], message: 'required' });

/** Which juror has a tie with the company, and which tie: as the head office learned of it. */
export const RecusalBody = z.strictObject({ jurorId: z.uuid(), reason: lines(1000).min(1, 'required') }, typed);

export const JURY_ROUTES = {
  ListJuryCases: {
    method: 'GET',
    path: '/staff/jury/cases',
    caller: 'staff',
    entry: 'jury/list-jury-cases',
    summary: 'Candidates before the juror who asks, the soonest due first, then those decided',
    status: 200,
    response: response.JuryCaseList,
    problems: [...staffProblems, 'not-sitting'],
  },
  GetJuryCase: {
    method: 'GET',
    path: '/staff/jury/cases/{id}',
    caller: 'staff',
    entry: 'jury/get-jury-case',
    summary: 'One candidate before the juror who asks',
    params: caseParams,
    status: 200,
    response: response.JuryCase,
    problems: [...staffProblems, 'not-sitting', 'not-found'],
  },
  DeclareConflict: {
    method: 'POST',
    path: '/staff/jury/cases/{id}/declaration',
    caller: 'staff',
    entry: 'jury/declare-conflict',
    summary: 'Say whether one has a conflict of interest: without one the file opens, with one the seat passes on',
    params: caseParams,
    body: DeclarationBody,
    status: 200,
    response: response.JuryCase,
    problems: [
      ...staffProblems,
      'not-sitting',
      'invalid-body',
      'invalid-fields',
      'not-found',
      'conflict-declared',
      'vote-closed',
      'case-closed',
    ],
  },
  RecuseJuror: {
    method: 'POST',
    path: '/staff/growth/cases/{id}/recusals',
    caller: 'staff',
    entry: 'jury/recuse-juror',
    summary:
      'Take a juror who has not voted out of one case, for a tie with the company: a deputy steps in (head office)',
    params: caseParams,
    body: RecusalBody,
    status: 200,
    response: response.GrowthCaseSummary,
    problems: [...staffProblems, 'invalid-body', 'invalid-fields', 'not-found', 'seat-fixed', 'case-closed'],
  },
  ListJurors: {
    method: 'GET',
    path: '/staff/jury/jurors',
    caller: 'staff',
    entry: 'jury/list-jurors',
    summary: 'The register of jurors (head office)',
    status: 200,
    response: response.JurorList,
    problems: staffProblems,
  },
  AddJuror: {
    method: 'POST',
    path: '/staff/jury/jurors',
    caller: 'staff',
    entry: 'jury/add-juror',
    summary: 'Add a juror (head office)',
    body: JurorForm,
    status: 200,
    response: response.JurorList,
    problems: [...staffProblems, 'invalid-body', 'invalid-fields'],
  },
  RemoveJuror: {
    method: 'DELETE',
    path: '/staff/jury/jurors/{id}',
    caller: 'staff',
    entry: 'jury/remove-juror',
    summary: 'Remove a juror: their seats in open votes pass to deputies (head office)',
    params: z.strictObject({ id: z.uuid() }),
    status: 200,
    response: response.JurorRemoved,
    problems: [...staffProblems, 'not-found'],
  },
} as const satisfies Record<string, Route>;
