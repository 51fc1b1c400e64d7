import * as z from 'zod';
import { CohortForm, ExitBody, MilestoneBody } from '../programme/cohort.ts';
import { MentorForm } from '../programme/mentor.ts';
import { typed } from '../text/issue-code.ts';
import * as response from './growth-responses.ts';
import { type Route, staffProblems } from './route.ts';

// The programme, as the head office runs it; antenna staff read it.

const ID = z.string().min(1).max(80);
const place = z.strictObject({ id: ID, applicationId: z.uuid() });
const bodyProblems = ['invalid-body', 'invalid-fields'] as const;

export const CapacityBody = z.strictObject({ capacity: CohortForm.shape.capacity }, typed);
export const MentorChoiceBody = z.strictObject({ mentorId: z.string(typed).min(1, 'required').max(80) }, typed);

export const PROGRAMME_ROUTES = {
  GetProgramme: {
    method: 'GET',
    path: '/staff/programme',
    caller: 'staff',
    entry: 'programme/get-programme',
    summary: 'Cohorts, the waiting list and the mentors',
    status: 200,
    response: response.ProgrammeView,
    problems: staffProblems,
  },
  OpenCohort: {
    method: 'POST',
    path: '/staff/programme/cohorts',
    caller: 'staff',
    entry: 'programme/open-cohort',
    summary: 'Open a cohort; those who wait move into its places (head office)',
    body: CohortForm,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems],
  },
  ResizeCohort: {
    method: 'PATCH',
    path: '/staff/programme/cohorts/{id}',
    caller: 'staff',
    entry: 'programme/resize-cohort',
    summary: 'Change how many companies a cohort takes (head office)',
    params: z.strictObject({ id: ID }),
    body: CapacityBody,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems, 'not-found'],
  },
  AddMentor: {
    method: 'POST',
    path: '/staff/programme/mentors',
    caller: 'staff',
    entry: 'programme/add-mentor',
    summary: 'Add a mentor (head office)',
    body: MentorForm,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems],
  },
  ChangeMentor: {
    method: 'PATCH',
    path: '/staff/programme/mentors/{id}',
    caller: 'staff',
    entry: 'programme/change-mentor',
    summary: 'Change what is known of a mentor (head office)',
    params: z.strictObject({ id: ID }),
    body: MentorForm,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems, 'not-found'],
  },
  AssignMentor: {
    method: 'POST',
    path: '/staff/programme/cohorts/{id}/companies/{applicationId}/mentor',
    caller: 'staff',
    entry: 'programme/assign-mentor',
    summary: 'Give a company another mentor (head office)',
    params: place,
    body: MentorChoiceBody,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems, 'not-found'],
  },
  RecordMilestone: {
    method: 'POST',
    path: '/staff/programme/cohorts/{id}/companies/{applicationId}/milestones',
    caller: 'staff',
    entry: 'programme/record-milestone',
    summary: 'Record a milestone of a company (head office, or its antenna)',
    params: place,
    body: MilestoneBody,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, 'wrong-antenna', ...bodyProblems, 'not-found'],
  },
  LeaveCohort: {
    method: 'POST',
    path: '/staff/programme/cohorts/{id}/companies/{applicationId}/exit',
    caller: 'staff',
    entry: 'programme/leave-cohort',
    summary: 'A company graduates, or leaves: its place goes to the one that has waited the longest (head office)',
    params: place,
    body: ExitBody,
    status: 200,
    response: response.ProgrammeView,
    problems: [...staffProblems, ...bodyProblems, 'not-found'],
  },
} as const satisfies Record<string, Route>;
