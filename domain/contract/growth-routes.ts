import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { YearlyFigures } from '../application/form.ts';
import { CaseStage } from '../growth/case.ts';
import { GrowthPolicy } from '../growth/policy.ts';
import { CompanyFile } from '../growth/profile.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import * as response from './growth-responses.ts';
import { cursor, limit, linkProblems, type Route, staffProblems } from './route.ts';

// What a company, and staff, ask about its growth.

const year = z.coerce.number().int().min(1900).max(2200);
const dossierParams = z.strictObject({ id: z.uuid() });
/** `<uuid>~<number>` */
export const caseParams = z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}~\d{1,6}$/) });

const bodyProblems = ['invalid-body', 'invalid-fields'] as const;
const CaseListQuery = z.strictObject({
  stage: CaseStage.optional(),
  antenna: AntennaCode.optional(),
  cursor,
  limit,
});
const CandidateListQuery = z.strictObject({ antenna: AntennaCode.optional(), cursor, limit });

const { employees, turnover } = YearlyFigures.shape;
/** Figures of a year that is there, corrected. */
export const CorrectionBody = z.strictObject({ employees, turnover, comment: lines(1000).default('') }, typed);
/** Figures of a year as staff found them in the accounts. */
export const CheckBody = z.strictObject({ employees, turnover, comment: lines(1000).min(1, 'required') }, typed);

export const GROWTH_ROUTES = {
  GetLinkGrowth: {
    method: 'GET',
    path: '/link/growth',
    caller: 'link',
    entry: 'growth/get-link-growth',
    summary: 'The company’s figures, its score explained, its candidacy and its place in the programme',
    status: 200,
    response: response.LinkGrowth,
    problems: linkProblems,
  },
  AddFigures: {
    method: 'POST',
    path: '/link/growth/figures',
    caller: 'link',
    entry: 'growth/add-figures',
    summary: 'Add the figures of a year',
    body: YearlyFigures,
    status: 200,
    response: response.LinkGrowth,
    problems: [...linkProblems, ...bodyProblems],
  },
  CorrectFigures: {
    method: 'PATCH',
    path: '/link/growth/figures/{year}',
    caller: 'link',
    entry: 'growth/correct-figures',
    summary: 'Correct the figures of a year; what stood is kept',
    params: z.strictObject({ year }),
    body: CorrectionBody,
    status: 200,
    response: response.LinkGrowth,
    problems: [...linkProblems, ...bodyProblems, 'not-found'],
  },
  WriteGrowthFile: {
    method: 'PATCH',
    path: '/link/growth/file',
    caller: 'link',
    entry: 'growth/write-growth-file',
    summary: 'Write the company’s file for the jury: its presentation, mergers, funds raised',
    body: CompanyFile,
    status: 200,
    response: response.LinkGrowth,
    problems: [...linkProblems, ...bodyProblems],
  },
  RequestScreening: {
    method: 'POST',
    path: '/link/growth/screening',
    caller: 'link',
    entry: 'growth/request-screening',
    summary: 'Ask to be screened for the programme',
    status: 202,
    response: response.ScreeningAccepted,
    problems: [...linkProblems, 'not-a-member', 'case-open', 'in-programme'],
  },
  WithdrawCandidacy: {
    method: 'DELETE',
    path: '/link/growth/screening',
    caller: 'link',
    entry: 'growth/withdraw-candidacy',
    summary: 'Withdraw the candidacy that is open',
    status: 202,
    response: response.ScreeningAccepted,
    problems: [...linkProblems, 'case-closed'],
  },
  ListGrowthCases: {
    method: 'GET',
    path: '/staff/growth/cases',
    caller: 'staff',
    entry: 'growth/list-growth-cases',
    summary: 'Screenings: those that are open, then those that a jury had, then the others, the newest first of each',
    query: CaseListQuery,
    status: 200,
    response: response.GrowthCasePage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  GetGrowthCase: {
    method: 'GET',
    path: '/staff/growth/cases/{id}',
    caller: 'staff',
    entry: 'growth/get-growth-case',
    summary: 'One screening with its score, its sittings and every vote',
    params: caseParams,
    status: 200,
    response: response.StaffGrowthCase,
    problems: [...staffProblems, 'wrong-antenna', 'not-found'],
  },
  ListGrowthCompanies: {
    method: 'GET',
    path: '/staff/growth/companies',
    caller: 'staff',
    entry: 'growth/list-growth-companies',
    summary: 'Members with what the criteria are applied to, by number: what a policy is tried out on',
    query: CandidateListQuery,
    status: 200,
    response: response.GrowthCandidatePage,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  GetGrowthCompany: {
    method: 'GET',
    path: '/staff/growth/companies/{id}',
    caller: 'staff',
    entry: 'growth/get-growth-company',
    summary: 'A member’s figures with their history, its score of now and its screenings',
    params: dossierParams,
    status: 200,
    response: response.StaffGrowthCompany,
    problems: [...staffProblems, 'wrong-antenna', 'not-found', 'not-a-member'],
  },
  CheckFigures: {
    method: 'POST',
    path: '/staff/growth/companies/{id}/figures/{year}',
    caller: 'staff',
    entry: 'growth/check-figures',
    summary: 'Confirm the figures of a year, as they stand or corrected',
    params: z.strictObject({ id: z.uuid(), year }),
    body: CheckBody,
    status: 200,
    response: response.StaffGrowthCompany,
    problems: [...staffProblems, 'wrong-antenna', ...bodyProblems, 'not-found', 'not-a-member'],
  },
  StartScreening: {
    method: 'POST',
    path: '/staff/growth/companies/{id}/screening',
    caller: 'staff',
    entry: 'growth/start-screening',
    summary: 'Screen a member for the programme',
    params: dossierParams,
    status: 202,
    response: response.ScreeningAccepted,
    problems: [...staffProblems, 'wrong-antenna', 'not-found', 'not-a-member', 'case-open', 'in-programme'],
  },
  ListGrowthPolicies: {
    method: 'GET',
    path: '/staff/growth/policies',
    caller: 'staff',
    entry: 'growth/list-growth-policies',
    summary: 'Every version of the growth policy, the oldest first',
    status: 200,
    response: response.GrowthPolicyList,
    problems: staffProblems,
  },
  PublishGrowthPolicy: {
    method: 'POST',
    path: '/staff/growth/policies',
    caller: 'staff',
    entry: 'growth/publish-growth-policy',
    summary: 'Publish a version of the growth policy, from a day to come (head office)',
    body: GrowthPolicy,
    status: 200,
    response: response.GrowthPolicyList,
    problems: [...staffProblems, ...bodyProblems],
  },
} as const satisfies Record<string, Route>;
