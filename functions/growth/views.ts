import type { Application } from '../../domain/application/application.ts';
import type { LinkGrowth, StaffGrowthCompany } from '../../domain/contract/growth-responses.ts';
import { Refusal } from '../../domain/errors.ts';
import { closedYearOn, evaluate } from '../../domain/growth/evaluate.ts';
import { explain, missingFigures } from '../../domain/growth/explain.ts';
import { contradictions, type FigureEntry } from '../../domain/growth/figures.ts';
import { type GrowthPolicy, growthPolicyAt } from '../../domain/growth/policy.ts';
import { companyOf } from '../../domain/growth/profile.ts';
import type { Member } from '../../domain/member/member.ts';
import { isKnown, type Programme } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { getApplication } from '../data/applications.ts';
import { listCasesOf, type StoredCase } from '../data/growth-cases.ts';
import { listGrowthPolicies } from '../data/growth-policies.ts';
import { readProfile, type StoredProfile } from '../data/growth-profiles.ts';
import { readProgramme } from '../data/programme.ts';
import { listTasks, type StoredTask } from '../data/tasks.ts';
import { caseSummaryView, linkCaseView, participationView } from './case-views.ts';
import { memberOf } from './member.ts';

/** All that is known of a company's growth. */
type Growth = {
  application: Application;
  member: Member | null;
  profile: StoredProfile;
  policy: GrowthPolicy;
  cases: StoredCase[];
  programme: Programme;
  now: string;
};

/** Reads it, strongly consistent. @throws Refusal `not-found` */
const readGrowth = async (applicationId: string, now: string): Promise<Growth> => {
  const application = await getApplication(applicationId);
  const [member, profile, policies, cases, programme] = await Promise.all([
    memberOf(application),
    readProfile(application),
    listGrowthPolicies(),
    listCasesOf(applicationId),
    readProgramme(),
  ]);
  return { application, member, profile, policy: growthPolicyAt(parisDay(now), policies), cases, programme, now };
};

const notNowOf = ({ application, member, profile, programme }: Growth): LinkGrowth['notNow'] => {
  if (member === null) return 'not-a-member';
  if (profile.openCaseId !== null) return 'case-open';
  return isKnown(programme, application.applicationId) ? 'in-programme' : null;
};

/** What both readers get to see. */
const common = (growth: Growth) => {
  const { application, member, profile, policy, programme, now } = growth;
  const { applicationId, form, register } = application;
  const company = member?.company ?? form.company;
  const evaluation = evaluate(policy, companyOf(profile, company.foundedOn), closedYearOn(parisDay(now)));
  return {
    applicationId,
    companyName: company.legalName,
    foundedOn: company.foundedOn,
    contradictions: contradictions(profile.figures, register),
    file: profile.file,
    policy,
    evaluation: explain(policy, evaluation),
    missing: missingFigures(evaluation),
    notNow: notNowOf(growth),
    participation: participationView(programme, applicationId),
  };
};

/** That staff wrote something, but not who of them. */
const unsigned = (entry: FigureEntry): Omit<FigureEntry, 'by'> & { by: { kind: FigureEntry['by']['kind'] } } => ({
  ...entry,
  by: { kind: entry.by.kind },
});

const linkTasks = (tasks: readonly StoredTask[]): LinkGrowth['openTasks'] =>
  tasks.flatMap(({ taskId, kind, status, dueAt, note }) =>
    status === 'open' && (kind === 'provide-more' || kind === 'appeal-decision')
      ? [{ taskId, kind, dueAt, note, answerable: true }]
      : [],
  );

/** A company's growth as it sees it itself. */
export const linkGrowthView = async (applicationId: string, now: string): Promise<LinkGrowth> => {
  const [growth, tasks] = await Promise.all([readGrowth(applicationId, now), listTasks(applicationId)]);
  const { application, profile, cases } = growth;
  const latest = cases.at(-1);
  return {
    ...common(growth),
    memberNumber: application.memberNumber,
    figures: profile.figures.map(({ year, current, history }) => ({
      year,
      current: unsigned(current),
      history: history.map(unsigned),
    })),
    case: latest === undefined ? null : linkCaseView(latest),
    openTasks: linkTasks(tasks),
  };
};

/** A member's growth as staff see it. @throws Refusal `not-found`, `not-a-member` */
export const staffGrowthView = async (applicationId: string, now: string): Promise<StaffGrowthCompany> => {
  const growth = await readGrowth(applicationId, now);
  const { application, member, profile, cases } = growth;
  if (application.memberNumber === null || application.antenna === null) throw new Refusal('not-a-member');
  return {
    ...common(growth),
    memberNumber: application.memberNumber,
    siren: (member?.company ?? application.form.company).siren,
    antenna: application.antenna.code,
    figures: profile.figures,
    cases: cases.map(caseSummaryView),
  };
};
