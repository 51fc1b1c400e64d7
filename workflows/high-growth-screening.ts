import { ErrorName } from '../domain/errors.ts';
import type { CaseEnd } from '../domain/growth/case.ts';
import * as steps from '../domain/growth/steps.ts';
import { juryDeadlineSeconds } from '../domain/jury/policy.ts';
import {
  APPLICATION_ID,
  DELIVERY_GRACE_SECONDS,
  functionStates,
  type Jsonata,
  NOW,
  stateMachine,
  TASK_TOKEN,
  type TaskMap,
} from './asl.ts';

/** The tasks of `high-growth-screening`, by function name. */
export const HIGH_GROWTH_SCREENING_TASKS = {
  ScoreCompany: {
    function: 'growth/score-company',
    input: steps.ScoreCompanyInput,
    output: steps.ScoreCompanyOutput,
  },
  ConveneJury: {
    function: 'jury/convene-jury',
    input: steps.ConveneJuryInput,
    output: steps.ConveneJuryOutput,
  },
  CollectVotes: {
    function: 'jury/collect-votes',
    input: steps.CollectVotesInput,
    output: steps.CollectVotesOutput,
  },
  RemindJurors: {
    function: 'jury/remind-jurors',
    input: steps.RemindJurorsInput,
    output: steps.RemindJurorsOutput,
  },
  CountVotes: {
    function: 'jury/count-votes',
    input: steps.CountVotesInput,
    output: steps.CountVotesOutput,
  },
  AskChair: {
    function: 'jury/ask-chair',
    input: steps.AskChairInput,
    output: steps.AskChairOutput,
  },
  AskCompany: {
    function: 'growth/ask-company',
    input: steps.AskCompanyInput,
    output: steps.AskCompanyOutput,
  },
  AwaitAppeal: {
    function: 'growth/await-appeal',
    input: steps.AwaitAppealInput,
    output: steps.AwaitAppealOutput,
  },
  EnrolInProgramme: {
    function: 'programme/enrol-in-programme',
    input: steps.EnrolInProgrammeInput,
    output: steps.EnrolInProgrammeOutput,
  },
  CloseCase: {
    function: 'growth/close-case',
    input: steps.CloseCaseInput,
    output: steps.CloseCaseOutput,
  },
} as const satisfies TaskMap;

const { run, ask } = functionStates(HIGH_GROWTH_SCREENING_TASKS);
const CASE_ID: Jsonata = '{% $states.context.Execution.Input.caseId %}';
const step = { applicationId: APPLICATION_ID, caseId: CASE_ID, now: NOW } as const;
const asking = { ...step, taskToken: TASK_TOKEN } as const;

/** Ends the case: the step it leads to reads the variable. */
const closing = (outcome: CaseEnd) => ({ Assign: { outcome }, Next: 'Close case' as const });
/** The company withdrew its candidacy, or left the cluster: whatever waits ends in order. */
const closed = { ErrorEquals: [ErrorName.CaseClosed], ...closing('abandoned') };
const afterDeadline = <N extends string>(next: N) => ({ ErrorEquals: ['States.Timeout'], Next: next });
const next = (is: string): Jsonata => `{% $states.input.next = '${is}' %}`;

/** A member is screened for high growth: from its score to its place in the programme, or to the reasons why not. */
export const highGrowthScreening = stateMachine({
  Comment: 'Screens a member for the high-growth programme',
  // A year: several sittings of two juries, each with its deadlines, questions to the company included.
  TimeoutSeconds: 31_536_000,
  StartAt: 'Score company',
  States: {
    'Score company': {
      ...run('ScoreCompany', step),
      Comment: 'What the policy in force says of the figures there are, with its reasons',
      Catch: [closed],
      Next: 'Before the jury?',
    },
    'Before the jury?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.result = 'not-eligible' %}`, ...closing('not-eligible') }],
      Default: 'Convene jury',
    },
    'Convene jury': {
      ...run('ConveneJury', step),
      Comment: 'Who sits, by rule; the same jury again where it had asked for more',
      Catch: [closed],
      Next: 'Quorum within reach?',
    },
    'Quorum within reach?': {
      Type: 'Choice',
      Choices: [
        { Condition: next('vote'), Next: 'Collect votes' },
        { Condition: next('undecided'), ...closing('undecided') },
      ],
      Default: 'Await next session',
    },
    'Collect votes': {
      ...ask('CollectVotes', asking),
      Comment: 'One question to each juror; the vote that settles it, whosever, leads on',
      TimeoutSeconds: juryDeadlineSeconds('jury-vote'),
      Catch: [closed, afterDeadline('Remind jurors')],
      Next: 'Count votes',
    },
    'Remind jurors': {
      ...ask('RemindJurors', asking),
      Comment: 'Those who have not voted; the vote stays open to its due date',
      TimeoutSeconds: juryDeadlineSeconds('jury-reminder') + DELIVERY_GRACE_SECONDS,
      Catch: [closed, afterDeadline('Count votes')],
      Next: 'Count votes',
    },
    'Count votes': {
      ...run('CountVotes', step),
      Comment: 'Quorum, majority, the chair’s vote on a tie; closes the sitting',
      Catch: [closed],
      Next: 'Verdict?',
    },
    'Verdict?': {
      Type: 'Choice',
      Choices: [
        { Condition: next('admit'), Next: 'Enrol in programme' },
        { Condition: next('decline'), Next: 'Await appeal' },
        { Condition: next('declined'), ...closing('declined') },
        { Condition: next('ask-more'), Next: 'Ask company' },
        { Condition: next('ask-chair'), Next: 'Ask chair' },
        { Condition: next('undecided'), ...closing('undecided') },
      ],
      Default: 'Await next session',
    },
    'Ask chair': {
      ...ask('AskChair', asking),
      Comment: 'Votes are even, and the chair has not voted',
      TimeoutSeconds: juryDeadlineSeconds('chair-vote') + DELIVERY_GRACE_SECONDS,
      Catch: [closed, afterDeadline('Count votes')],
      Next: 'Count votes',
    },
    'Ask company': {
      ...ask('AskCompany', asking),
      Comment: 'What the jury wants to know; it votes again on what it has when nothing comes',
      TimeoutSeconds: juryDeadlineSeconds('provide-more') + DELIVERY_GRACE_SECONDS,
      Catch: [closed, afterDeadline('Convene jury')],
      Next: 'Convene jury',
    },
    'Await next session': {
      Type: 'Wait',
      Seconds: juryDeadlineSeconds('next-session'),
      Next: 'Convene jury',
    },
    'Await appeal': {
      ...ask('AwaitAppeal', asking),
      Comment: 'The company may appeal, once',
      TimeoutSeconds: juryDeadlineSeconds('appeal-decision') + DELIVERY_GRACE_SECONDS,
      Catch: [closed, { ErrorEquals: ['States.Timeout'], ...closing('declined') }],
      Next: 'Appealed?',
    },
    'Appealed?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.appeal %}', Next: 'Convene jury' },
        { Condition: '{% $not($states.input.appeal) %}', ...closing('declined') },
      ],
    },
    'Enrol in programme': {
      ...run('EnrolInProgramme', step),
      Comment: 'A place in a cohort with a mentor, or the waiting list',
      Assign: { outcome: '{% $states.result.Payload.place %}' },
      Catch: [closed],
      Next: 'Close case',
    },
    'Close case': {
      ...run('CloseCase', { ...step, outcome: '{% $outcome %}' }),
      Comment: 'Cancels what is still asked, tells the company how it ended',
      Next: 'Outcome?',
    },
    'Outcome?': {
      Type: 'Choice',
      Choices: [
        { Condition: `{% $outcome = 'not-eligible' %}`, Next: 'Not eligible' },
        { Condition: `{% $outcome = 'enrolled' %}`, Next: 'Enrolled in programme' },
        { Condition: `{% $outcome = 'waiting-list' %}`, Next: 'On the waiting list' },
        { Condition: `{% $outcome = 'declined' %}`, Next: 'Declined' },
        { Condition: `{% $outcome = 'undecided' %}`, Next: 'Undecided' },
        { Condition: `{% $outcome = 'abandoned' %}`, Next: 'Candidacy closed' },
      ],
    },
    'Not eligible': { Type: 'Succeed' },
    'Enrolled in programme': { Type: 'Succeed' },
    'On the waiting list': { Type: 'Succeed' },
    Declined: { Type: 'Succeed' },
    Undecided: { Type: 'Succeed' },
    'Candidacy closed': { Type: 'Succeed' },
  },
});
