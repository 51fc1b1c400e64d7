import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROUTES, type RouteName } from '../../../domain/contract/routes.ts';
import { DUES_POLICIES } from '../../../domain/dues/policies.ts';
import { FIRST_GROWTH_POLICY } from '../../../domain/growth/policy.ts';
import { BODY_EXAMPLES } from '../../../functions/contract/examples.ts';
import { invoiceFor } from '../../support/dues.ts';
import { claimsOf, type EventOptions, NOW } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Many real requests before the first test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// Who may call what: every route by every kind of caller. The application is one of Saint-Étienne.

let world: World;
let mine: Submitted;
let foreign: Submitted;
let reviewId: string;
let memberNumber: string;
let memberOf: Submitted;
let invoiceNumber: string;
const EXPIRED = '2027-02-01T08:00:00.000Z';

beforeAll(async () => {
  world = await startWorld();
  [mine, foreign] = [await submit(world), await submit(world)];
  reviewId = await bringToReview(world, mine);
  invoiceNumber = (await invoiceFor(mine, NOW)).number;
  const admitted = await submit(world, formOf({ growthProgramme: true }));
  memberOf = admitted;
  const { applicationId } = admitted;
  const taskId = await bringToReview(world, admitted);
  const approve = { decision: 'approve', comment: '' };
  await world.call('AnswerStaffTask', { params: { id: taskId }, staff: ['admin'], body: approve });
  const output = await world.task('members/admit-member', { applicationId, now: '2026-10-05T09:00:00.000Z' });
  ({ memberNumber } = output as { memberNumber: string });
}, 60_000);
afterAll(() => world.close());

const CALLERS = {
  nobody: () => ({}),
  'the link of the application': () => ({ link: mine.link }),
  'the link of another application': () => ({ link: foreign.link }),
  'a link that has expired': () => ({ link: mine.link, now: EXPIRED }),
  'a forged link': () => ({ link: 'A'.repeat(43) }),
  'a link cut short': () => ({ link: mine.link.slice(0, 12) }),
  'the link as a bearer token': () => ({ headers: { authorization: `Bearer ${mine.link}` } }),
  'the head office': () => ({ staff: ['admin'] }),
  'the right antenna': () => ({ staff: ['antenna:STE'] }),
  'another antenna': () => ({ staff: ['antenna:LYO'] }),
  'two antennas, the right one among them': () => ({ staff: ['antenna:LYO', 'antenna:STE'] }),
  'the treasurer': () => ({ staff: ['treasurer'] }),
  'the jury': () => ({ staff: ['jury'] }),
  'a user of no group': () => ({ staff: [] }),
  'a user whose token names no groups': () => ({ staff: { sub: 'someone' } }),
  'groups of another product': () => ({ staff: ['administrators', 'antenna:XXX'] }),
  'groups in another form': () => ({ staff: { ...claimsOf([]), 'cognito:groups': 'admin' } }),
  'groups that break out of their list': () => ({ staff: { ...claimsOf([]), 'cognito:groups': '[jury] [admin]' } }),
  'a token without a subject': () => ({ staff: { ...claimsOf(['admin']), sub: ' ' } }),
} as const satisfies Record<string, () => EventOptions>;
type CallerName = keyof typeof CALLERS;

/** What a caller is told: `ok`, or the name of the refusal. */
type Verdict = 'ok' | string;
const PUBLIC: Partial<Record<CallerName, Verdict>> = {};
const LINK: Partial<Record<CallerName, Verdict>> = {
  nobody: 'invalid-link',
  'a link that has expired': 'expired-link',
  'a forged link': 'invalid-link',
  'a link cut short': 'invalid-link',
  'the link as a bearer token': 'invalid-link',
  'the head office': 'invalid-link',
  'the right antenna': 'invalid-link',
  'another antenna': 'invalid-link',
  'two antennas, the right one among them': 'invalid-link',
  'the treasurer': 'invalid-link',
  'the jury': 'invalid-link',
  'a user of no group': 'invalid-link',
  'a user whose token names no groups': 'invalid-link',
  'groups of another product': 'invalid-link',
  'groups in another form': 'invalid-link',
  'groups that break out of their list': 'invalid-link',
  'a token without a subject': 'invalid-link',
};
const STAFF: Partial<Record<CallerName, Verdict>> = {
  nobody: 'unauthorized',
  'the link of the application': 'unauthorized',
  'the link of another application': 'unauthorized',
  'a link that has expired': 'unauthorized',
  'a forged link': 'unauthorized',
  'a link cut short': 'unauthorized',
  'the link as a bearer token': 'unauthorized',
  'the jury': 'forbidden',
  'a user of no group': 'forbidden',
  'a user whose token names no groups': 'forbidden',
  'groups of another product': 'forbidden',
  'groups in another form': 'forbidden',
  'groups that break out of their list': 'forbidden',
  'a token without a subject': 'unauthorized',
};
const ACTING: Partial<Record<CallerName, Verdict>> = { ...STAFF, 'the treasurer': 'forbidden' };
/** The machines work for every antenna: the head office alone looks at them. */
const HEAD_OFFICE: Partial<Record<CallerName, Verdict>> = {
  ...ACTING,
  'the right antenna': 'forbidden',
  'another antenna': 'forbidden',
  'two antennas, the right one among them': 'forbidden',
};
const OTHER_LINK: Partial<Record<CallerName, Verdict>> = { 'the link of another application': 'not-found' };
/** The accounts are the treasurer's, and the head office's. */
const TREASURER: Partial<Record<CallerName, Verdict>> = {
  ...STAFF,
  'the right antenna': 'forbidden',
  'another antenna': 'forbidden',
  'two antennas, the right one among them': 'forbidden',
};
const other = (verdict: Verdict): Partial<Record<CallerName, Verdict>> => ({ 'another antenna': verdict });

type Call = { options: () => EventOptions; refused: Partial<Record<CallerName, Verdict>>; otherwise: Verdict };
const onExecution = () => ({ params: { workflow: 'joining', name: mine.applicationId } });
const onInvoice = () => ({ params: { number: invoiceNumber } });
const onApplication = () => ({ params: { id: mine.applicationId } });

/** A version that is there already. */
const takenPolicy = () => ({ body: { policy: DUES_POLICIES[0] } });
const onMember = () => ({ params: { id: memberOf.applicationId } });
const onCase = () => ({ params: { id: `${memberOf.applicationId}~1` } });
const inCohort = () => ({ params: { id: 'none', applicationId: memberOf.applicationId } });
/** Jurors alone, and among them those of the register. */
const JURY: Partial<Record<CallerName, Verdict>> = { ...STAFF, 'the jury': 'not-sitting' };

const CALLS: Record<RouteName, Call> = {
  QuoteDues: {
    options: () => ({
      query: { category: 'company', foundedOn: '1985-02-01', employees: '12', turnover: '1450000', year: '2025' },
    }),
    refused: PUBLIC,
    otherwise: 'ok',
  },
  GetLinkDues: { options: () => ({}), refused: LINK, otherwise: 'ok' },
  GetLinkInvoice: {
    options: onInvoice,
    refused: { ...LINK, 'the link of another application': 'not-found' },
    otherwise: 'ok',
  },
  // It is due later than that: nothing changes for the next caller.
  AskDelay: {
    options: () => ({ ...onInvoice(), body: { until: '2026-10-06', reason: 'Trésorerie.' } }),
    refused: { ...LINK, 'the link of another application': 'not-found' },
    otherwise: 'invalid-fields',
  },
  ListDuesPolicies: { options: () => ({}), refused: STAFF, otherwise: 'ok' },
  PreviewDuesPolicy: { options: takenPolicy, refused: HEAD_OFFICE, otherwise: 'ok' },
  PublishDuesPolicy: { options: takenPolicy, refused: HEAD_OFFICE, otherwise: 'version-conflict' },
  ListInvoices: { options: () => ({}), refused: STAFF, otherwise: 'ok' },
  GetInvoice: { options: onInvoice, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  WaiveInvoice: {
    options: () => ({ ...onInvoice(), body: { cents: 0, reason: 'Partenaire.' } }),
    refused: TREASURER,
    otherwise: 'invalid-fields',
  },
  CreditInvoice: {
    options: () => ({ ...onInvoice(), body: { cents: 0, reason: 'Erreur.' } }),
    refused: TREASURER,
    otherwise: 'invalid-fields',
  },
  DecideDelay: {
    options: () => ({ ...onInvoice(), body: { decision: 'grant' } }),
    refused: TREASURER,
    otherwise: 'no-delay-asked',
  },
  SubmitApplication: { options: () => ({ body: formOf() }), refused: PUBLIC, otherwise: 'ok' },
  RequestLink: {
    options: () => ({ body: { siren: mine.form.company.siren, email: mine.form.contact.email } }),
    refused: PUBLIC,
    otherwise: 'ok',
  },
  FindCommunes: { options: () => ({ query: { q: '42000' } }), refused: PUBLIC, otherwise: 'ok' },
  ListAntennas: { options: () => ({}), refused: PUBLIC, otherwise: 'ok' },
  GetOpenApi: { options: () => ({}), refused: PUBLIC, otherwise: 'ok' },
  GetLinkApplication: { options: () => ({}), refused: LINK, otherwise: 'ok' },
  // A task of the staff's does not exist for any link, not even that of its application.
  AnswerLinkTask: { options: () => ({ params: { id: reviewId }, body: {} }), refused: LINK, otherwise: 'not-found' },
  WithdrawApplication: { options: () => ({}), refused: LINK, otherwise: 'ok' },
  ListStaffTasks: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  GetStaffTask: {
    options: () => ({ params: { id: reviewId } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  AnswerStaffTask: {
    // Whoever may answer is told that this is no decision: the test leaves the task open for the next caller.
    options: () => ({ params: { id: reviewId }, body: { decision: 'perhaps' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'invalid-fields',
  },
  ListStaffApplications: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  GetStaffApplication: { options: onApplication, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  GetApplicationWorkflow: { options: onApplication, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  // It has not failed: whoever may restart it is told so.
  RestartApplication: {
    options: onApplication,
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'not-restartable',
  },
  ListMembers: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  ExportMembers: {
    options: () => ({ query: { antenna: 'STE', format: 'csv', columns: 'name,number' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  // Each sees and changes their own alone.
  ListDirectoryViews: { options: () => ({}), refused: STAFF, otherwise: 'ok' },
  SaveDirectoryView: {
    options: () => ({ body: { name: 'Tous', view: { filter: {}, sort: null, columns: ['name'] } } }),
    refused: STAFF,
    otherwise: 'ok',
  },
  DropDirectoryView: { options: () => ({ params: { id: '1' } }), refused: STAFF, otherwise: 'ok' },
  GetMember: {
    options: () => ({ params: { id: memberNumber } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  PreviewMailing: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  // Whoever may send it is told that it would reach nobody: the test writes to nobody.
  StartMailing: {
    options: () => ({
      body: {
        filter: { antenna: 'STE', status: 'excluded' },
        texts: { fr: { subject: 'Réunion', body: 'Jeudi.' }, en: { subject: 'Meeting', body: 'Thursday.' } },
      },
    }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'no-recipient',
  },
  ListMailings: { options: () => ({}), refused: ACTING, otherwise: 'ok' },
  // Whoever has a link that a mail brought; this one never was in any.
  Unsubscribe: { options: () => ({ params: { token: 'A'.repeat(43) } }), refused: PUBLIC, otherwise: 'not-found' },
  Resubscribe: { options: () => ({ params: { token: 'A'.repeat(43) } }), refused: PUBLIC, otherwise: 'not-found' },
  AddMemberContact: {
    options: () => ({ params: { id: memberNumber }, body: BODY_EXAMPLES.AddMemberContact?.billing }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  ChangeMemberContact: {
    options: () => ({
      params: { id: memberNumber, contactId: 'c999' },
      body: BODY_EXAMPLES.ChangeMemberContact?.billing,
    }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'invalid-fields',
  },
  RemoveMemberContact: {
    options: () => ({ params: { id: memberNumber, contactId: 'c999' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  AddMemberNote: {
    options: () => ({ params: { id: memberNumber }, body: { text: 'Appelé.' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  EditMemberNote: {
    options: () => ({ params: { id: memberNumber, noteId: 'none' }, body: { text: 'Rappelé.' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'not-found',
  },
  ChangeMemberCategory: {
    options: () => ({ params: { id: memberNumber }, body: { category: 'startup' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  ChangeMemberFigures: {
    options: () => ({
      params: { id: memberNumber },
      body: { figures: { year: 2025, employees: 7, turnover: 600_000 } },
    }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  MoveMember: {
    options: () => ({
      params: { id: memberNumber },
      body: { establishment: { siret: null, street: '2 rue Neuve', postcode: '69001', communeCode: '42218' } },
    }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'invalid-fields',
  },
  RejoinMember: {
    options: () => ({ params: { id: memberNumber }, body: {} }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'still-member',
  },
  // Whoever may take it is told that it cannot come in tomorrow: the test leaves the member for the next caller.
  TakeResignation: {
    options: () => ({ params: { id: memberNumber }, body: { receivedOn: '2099-01-01' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'invalid-fields',
  },
  ExcludeMember: {
    options: () => ({ params: { id: memberNumber }, body: { reason: ' ' } }),
    refused: HEAD_OFFICE,
    otherwise: 'invalid-fields',
  },
  TransferMember: {
    options: () => ({
      params: { id: memberNumber },
      body: { company: { siren: mine.form.company.siren, legalName: 'Autre', siret: null }, reason: 'Fusion.' },
    }),
    refused: HEAD_OFFICE,
    otherwise: 'duplicate-company',
  },
  ListSchedules: { options: () => ({}), refused: HEAD_OFFICE, otherwise: 'ok' },
  RunSchedule: {
    options: () => ({ params: { name: 'end-memberships' } }),
    refused: HEAD_OFFICE,
    otherwise: 'ok',
  },
  GetDossierRights: { options: onApplication, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  ExportDossier: { options: onApplication, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  // Its application is under way: whoever may erase it is told so.
  EraseDossier: {
    options: () => ({ ...onApplication(), body: { reason: 'À sa demande.' } }),
    refused: HEAD_OFFICE,
    otherwise: 'application-runs',
  },
  ExportLinkDossier: { options: () => ({}), refused: LINK, otherwise: 'ok' },
  // Applications under way: whoever asks is told that only members have one.
  GetLinkMember: { options: () => ({}), refused: LINK, otherwise: 'not-a-member' },
  GetLinkCertificate: { options: () => ({}), refused: LINK, otherwise: 'not-a-member' },
  CorrectContact: {
    options: () => ({ body: { contact: formOf().contact } }),
    refused: LINK,
    otherwise: 'not-a-member',
  },
  ResignMembership: { options: () => ({ body: {} }), refused: LINK, otherwise: 'not-a-member' },
  ListDigestReaders: { options: () => ({}), refused: HEAD_OFFICE, otherwise: 'ok' },
  AddDigestReader: {
    options: () => ({ body: { name: 'Samira', email: 'samira@example.org', language: 'fr', antenna: 'STE' } }),
    refused: HEAD_OFFICE,
    otherwise: 'ok',
  },
  RemoveDigestReader: { options: () => ({ params: { id: 'none' } }), refused: HEAD_OFFICE, otherwise: 'ok' },
  ListWorkflows: { options: () => ({}), refused: HEAD_OFFICE, otherwise: 'ok' },
  ListWorkflowExecutions: {
    options: () => ({ params: { workflow: 'joining' } }),
    refused: HEAD_OFFICE,
    otherwise: 'ok',
  },
  GetWorkflowExecution: { options: onExecution, refused: HEAD_OFFICE, otherwise: 'ok' },
  ListExecutionEvents: { options: onExecution, refused: HEAD_OFFICE, otherwise: 'ok' },
  // It has not failed: whoever may redrive it is told so.
  RedriveWorkflowExecution: {
    options: () => ({ ...onExecution(), body: { reason: 'Le registre répond.' } }),
    refused: HEAD_OFFICE,
    otherwise: 'not-restartable',
  },
  // Whoever may stop it is told that this is no reason: the test leaves it running for the next caller.
  StopWorkflowExecution: {
    options: () => ({ ...onExecution(), body: { reason: ' ' } }),
    refused: HEAD_OFFICE,
    otherwise: 'invalid-fields',
  },
  // An invoice of another dossier is not there.
  GetLinkInvoicePdf: { options: onInvoice, refused: { ...LINK, ...OTHER_LINK }, otherwise: 'ok' },
  GetLinkInvoiceXml: { options: onInvoice, refused: { ...LINK, ...OTHER_LINK }, otherwise: 'ok' },
  GetInvoicePdf: { options: onInvoice, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  GetInvoiceXml: { options: onInvoice, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  GetAgedBalance: { options: () => ({}), refused: TREASURER, otherwise: 'ok' },
  GetAccountStatement: { options: onApplication, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  ExportLedger: { options: () => ({ query: { format: 'fec', year: '2026' } }), refused: TREASURER, otherwise: 'ok' },
  // Whoever may send a file is told that this is none.
  UploadBankStatement: {
    options: () => ({ rawBody: 'a;b', headers: { 'content-type': 'text/xml' } }),
    refused: TREASURER,
    otherwise: 'not-xml',
  },
  ListBankStatements: { options: () => ({}), refused: TREASURER, otherwise: 'ok' },
  GetBankStatement: { options: () => ({ params: { id: 'none' } }), refused: TREASURER, otherwise: 'not-found' },
  ListBankLines: { options: () => ({ params: { id: 'none' } }), refused: TREASURER, otherwise: 'not-found' },
  ListUnmatchedLines: { options: () => ({}), refused: TREASURER, otherwise: 'ok' },
  MatchBankLine: {
    options: () => ({ params: { id: 'none' }, body: { numbers: ['F2026-000001'] } }),
    refused: TREASURER,
    otherwise: 'not-found',
  },
  DismissBankLine: {
    options: () => ({ params: { id: 'none' }, body: { reason: 'Pas à nous.' } }),
    refused: TREASURER,
    otherwise: 'not-found',
  },
  PayInvoice: {
    options: () => ({
      params: { number: 'F2026-999999' },
      body: { method: 'cheque', cents: 100, receivedOn: '2026-10-01' },
    }),
    refused: TREASURER,
    otherwise: 'not-found',
  },
  ListHeldCredits: { options: () => ({}), refused: TREASURER, otherwise: 'ok' },
  RefundCredit: {
    options: () => ({ params: { id: 'none' }, body: { cents: null, reason: 'À sa demande.' } }),
    refused: TREASURER,
    otherwise: 'not-found',
  },
  UseCredit: {
    options: () => ({ params: { id: 'none' }, body: { number: 'F2026-999999' } }),
    refused: TREASURER,
    otherwise: 'not-found',
  },
  // No key of Stripe is set here.
  StartCheckout: {
    options: () => ({ params: { number: 'F2026-999999' } }),
    refused: LINK,
    otherwise: 'card-payment-off',
  },
  TakeStripeEvent: {
    options: () => ({ rawBody: '{}', headers: { 'content-type': 'application/json' } }),
    refused: PUBLIC,
    otherwise: 'card-payment-off',
  },
  GetLinkGrowth: { options: () => ({}), refused: LINK, otherwise: 'ok' },
  // The year of its form is there already: whoever may add one is told so.
  AddFigures: {
    options: () => ({ body: { year: 2025, employees: 13, turnover: 1 } }),
    refused: LINK,
    otherwise: 'invalid-fields',
  },
  CorrectFigures: {
    options: () => ({ params: { year: '2025' }, body: { employees: 13, turnover: 1 } }),
    refused: LINK,
    otherwise: 'ok',
  },
  WriteGrowthFile: {
    options: () => ({ body: { presentation: 'Un éditeur.', mergers: [], funds: [] } }),
    refused: LINK,
    otherwise: 'ok',
  },
  // Applications under way: whoever may ask is told that only members are screened.
  RequestScreening: { options: () => ({}), refused: LINK, otherwise: 'not-a-member' },
  WithdrawCandidacy: { options: () => ({}), refused: LINK, otherwise: 'case-closed' },
  ListGrowthCases: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  GetGrowthCase: { options: onCase, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  ListGrowthCompanies: {
    options: () => ({ query: { antenna: 'STE' } }),
    refused: { ...STAFF, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  GetGrowthCompany: { options: onMember, refused: { ...STAFF, ...other('wrong-antenna') }, otherwise: 'ok' },
  CheckFigures: {
    options: () => ({
      params: { ...onMember().params, year: '2025' },
      body: { employees: 12, turnover: 1_450_000, comment: 'Liasse vue.' },
    }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'ok',
  },
  // It is being screened: whoever may ask is told so.
  StartScreening: { options: onMember, refused: { ...ACTING, ...other('wrong-antenna') }, otherwise: 'case-open' },
  ListGrowthPolicies: { options: () => ({}), refused: STAFF, otherwise: 'ok' },
  // A policy that decides nothing: whoever may publish is told so.
  PublishGrowthPolicy: {
    options: () => ({ body: { ...FIRST_GROWTH_POLICY, version: '2027-01' } }),
    refused: HEAD_OFFICE,
    otherwise: 'invalid-fields',
  },
  ListJuryCases: { options: () => ({}), refused: JURY, otherwise: 'forbidden' },
  GetJuryCase: { options: onCase, refused: JURY, otherwise: 'forbidden' },
  DeclareConflict: {
    options: () => ({ ...onCase(), body: { conflict: false } }),
    refused: JURY,
    otherwise: 'forbidden',
  },
  RecuseJuror: {
    options: () => ({ ...onCase(), body: BODY_EXAMPLES.RecuseJuror?.tie }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
  ListJurors: { options: () => ({}), refused: HEAD_OFFICE, otherwise: 'ok' },
  // No role: whoever may add a juror is told what is missing.
  AddJuror: { options: () => ({ body: { userName: 'claire' } }), refused: HEAD_OFFICE, otherwise: 'invalid-fields' },
  RemoveJuror: {
    options: () => ({ params: { id: mine.applicationId } }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
  GetProgramme: { options: () => ({}), refused: STAFF, otherwise: 'ok' },
  OpenCohort: { options: () => ({ body: { name: 'Automne' } }), refused: HEAD_OFFICE, otherwise: 'invalid-fields' },
  ResizeCohort: {
    options: () => ({ params: { id: 'none' }, body: { capacity: 3 } }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
  AddMentor: { options: () => ({ body: { name: 'Hélène' } }), refused: HEAD_OFFICE, otherwise: 'invalid-fields' },
  ChangeMentor: {
    options: () => ({ params: { id: 'none' }, body: BODY_EXAMPLES.AddMentor?.mentor }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
  AssignMentor: {
    options: () => ({ ...inCohort(), body: { mentorId: 'x' } }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
  RecordMilestone: {
    options: () => ({ ...inCohort(), body: { milestoneId: 'm1', on: '2026-10-05' } }),
    refused: { ...ACTING, ...other('wrong-antenna') },
    otherwise: 'not-found',
  },
  LeaveCohort: {
    options: () => ({ ...inCohort(), body: { reason: 'left', comment: 'Parce que.' } }),
    refused: HEAD_OFFICE,
    otherwise: 'not-found',
  },
};

const table = (Object.keys(CALLS) as RouteName[])
  // Withdrawing changes what the other calls find.
  .filter((route) => route !== 'WithdrawApplication')
  .flatMap((route) =>
    (Object.keys(CALLERS) as CallerName[]).map((caller) => ({
      route,
      caller,
      verdict: CALLS[route].refused[caller] ?? CALLS[route].otherwise,
    })),
  );

const verdictOf = async (route: RouteName, caller: CallerName): Promise<Verdict> => {
  const reply = await world.call(route, { ...CALLS[route].options(), ...CALLERS[caller]() });
  if (reply.problem === null) expect(reply.status).toBe(ROUTES[route].status);
  return reply.problem ?? 'ok';
};

describe('who may call what', () => {
  beforeAll(() => {
    world.aws.on('DescribeExecution', () => ({
      executionArn: 'x',
      stateMachineArn: 'x',
      status: 'RUNNING',
      startDate: 0,
    }));
    world.aws.on('DescribeStateMachineForExecution', () => ({
      stateMachineArn: 'x',
      name: 'joining',
      definition: JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }),
      roleArn: 'x',
      updateDate: 0,
    }));
    world.aws.on('GetExecutionHistory', () => ({ events: [] }));
    world.aws.on('ListExecutions', () => ({ executions: [] }));
  });

  it('has an answer for every route of the contract', () => {
    expect(Object.keys(CALLS).sort()).toEqual(Object.keys(ROUTES).sort());
    for (const [name, route] of Object.entries(ROUTES)) {
      const { refused } = CALLS[name as RouteName];
      expect(refused.nobody !== undefined).toBe(route.caller !== 'public');
    }
  });

  it.each(table)('$route by $caller: $verdict', async ({ route, caller, verdict }) => {
    expect(await verdictOf(route, caller)).toBe(verdict);
  });

  it.each(Object.keys(CALLERS) as CallerName[])('WithdrawApplication by %s', async (caller) => {
    const { otherwise, refused } = CALLS.WithdrawApplication;
    expect(await verdictOf('WithdrawApplication', caller)).toBe(refused[caller] ?? otherwise);
  });

  it('withdraws the application of the link, and no other', async () => {
    const [one, two] = [await submit(world), await submit(world)];
    expect((await world.call('WithdrawApplication', { link: one.link })).body).toEqual({
      applicationId: one.applicationId,
      status: 'withdrawn',
    });
    expect((await world.call('GetLinkApplication', { link: two.link })).body.status).toBe('received');
  });
});
