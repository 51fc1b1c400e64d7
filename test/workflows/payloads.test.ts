import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { ANTENNA_CODES } from '../../domain/antenna/antenna.ts';
import { DUES_OUTCOMES, DuesRequest } from '../../domain/dues/dues.ts';
import { screeningNameOf } from '../../domain/growth/case-id.ts';
import { AfterVote, ScreeningInput } from '../../domain/growth/steps.ts';
import { JoiningInput } from '../../domain/joining/steps.ts';
import { renewalDuesId, renewalName, renewalOfDues } from '../../domain/renewal/names.ts';
import { CampaignInput } from '../../domain/renewal/steps.ts';
import { parentOf } from '../../domain/workflow/execution.ts';
import { ANTENNA_ASSIGNMENT_TASKS, antennaAssignment } from '../../workflows/antenna-assignment.ts';
import { NOW, type StateMachine, type TaskMap } from '../../workflows/asl.ts';
import { DUES_TASKS, dues } from '../../workflows/dues.ts';
import { HIGH_GROWTH_SCREENING_TASKS, highGrowthScreening } from '../../workflows/high-growth-screening.ts';
import { JOINING_TASKS, joining } from '../../workflows/joining.ts';
import { RENEWAL_TASKS, renewal } from '../../workflows/renewal.ts';
import { RENEWAL_CAMPAIGN_TASKS, renewalCampaign } from '../../workflows/renewal-campaign.ts';
import { evaluate, type Scope } from '../support/jsonata.ts';

// Every payload is evaluated as Step Functions would, from inputs and variables that earlier states of the same
// definition can have left, and must be what the handler parses.

const instant = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const antenna = fc.constantFrom(...ANTENNA_CODES);
const context = fc.record({
  applicationId: fc.uuid(),
  entered: instant,
  redriven: fc.option(instant, { nil: undefined }),
  token: fc.string({ minLength: 1 }),
  proposed: antenna,
  chosen: antenna,
  taskId: fc.string({ minLength: 1 }),
  clearCut: fc.boolean(),
  emailChanged: fc.boolean(),
  decision: fc.constantFrom('approve', 'refuse', 'request-changes'),
  owed: fc.boolean(),
  plan: fc.constantFrom(
    { action: 'wait', seconds: 86_400 },
    { action: 'take', step: 'reminder:-7' },
    { action: 'give-up' },
    ...['settled', 'waived', 'cancelled', 'unpaid'].map((outcome) => ({ action: 'done', outcome })),
  ),
  paid: fc.constantFrom(...DUES_OUTCOMES),
  period: fc.option(fc.constant({ from: '2027-01-01', to: '2027-12-31' }), { nil: null }),
  arrears: fc.constantFrom(
    { action: 'wait', seconds: 86_400 },
    { action: 'suspend' },
    { action: 'lapse' },
    { action: 'end' },
  ),
  cursor: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  screening: fc.boolean(),
  // The ways that lead on are more likely than those that end, so that every state is reached.
  result: fc.constantFrom('eligible', 'borderline', 'eligible', 'not-eligible'),
  convened: fc.constantFrom('vote', 'vote', 'vote', 'next-session', 'undecided'),
  counted: fc.constantFrom('admit', ...AfterVote.options),
  appeal: fc.boolean(),
  place: fc.constantFrom('enrolled', 'waiting-list'),
});
type Context = typeof context extends fc.Arbitrary<infer T> ? T : never;

/** What the workflows are started with: one takes more than the application. */
const inputOf = ({ applicationId, period }: Context) => ({
  applicationId,
  duesId: `${applicationId}~joining`,
  purpose: 'joining',
  period,
});

/** What a renewal and a campaign are started with. */
const startedWith: Record<string, (c: Context) => Record<string, unknown>> = {
  renewal: ({ applicationId }) => ({
    applicationId,
    memberNumber: 'M000042',
    key: '2027-01-01',
    period: { from: '2027-01-01', to: '2027-12-31' },
  }),
  'renewal-campaign': ({ entered, cursor }) => ({
    time: entered,
    by: null,
    campaign: 'campaign-1',
    part: 1,
    cursor,
    found: 0,
  }),
};

const states = (c: Context, input: unknown, result?: unknown, workflow = '') => ({
  input,
  result,
  context: {
    Execution: {
      Id: 'arn:aws:states:eu-west-3:000000000000:execution:joining:x',
      Name: c.applicationId,
      Input: startedWith[workflow]?.(c) ?? { ...inputOf(c), caseId: `${c.applicationId}~1` },
      ...(c.redriven === undefined ? {} : { RedriveTime: c.redriven, RedriveCount: 1 }),
    },
    State: { EnteredTime: c.entered, Name: 'x' },
    Task: { Token: c.token },
  },
});

/** What each function can hand on, and each answer can amount to. */
const OUTPUTS: Record<string, (c: Context) => Record<string, unknown>> = {
  ReserveCompany: () => ({}),
  ConfirmEmail: () => ({}),
  LookUpCompany: () => ({ register: 'found' }),
  ReviewApplication: ({ decision }) => ({ decision }),
  EscalateReview: ({ decision }) => ({ decision }),
  CorrectApplication: ({ taskId }) => ({ taskId }),
  RecordCorrection: ({ emailChanged }) => ({ emailChanged }),
  AdmitMember: ({ screening }) => ({ memberNumber: 'M000001', screening }),
  CloseApplication: () => ({}),
  ProposeAntenna: ({ clearCut, proposed }) => ({ clearCut, proposed, communeCode: '42218' }),
  ChooseAntenna: ({ chosen }) => ({ antenna: chosen }),
  RecordAntenna: () => ({}),
  DrawUpQuote: ({ owed }) => ({ owed }),
  IssueInvoice: () => ({ number: 'F2026-000042' }),
  PlanCollection: ({ plan }) => plan,
  AwaitPayment: ({ paid }) => ({ outcome: paid }),
  RemindCompany: () => ({}),
  MarkUnpaid: () => ({ outcome: 'unpaid' }),
  OpenRenewal: () => ({}),
  ConfirmFigures: () => ({}),
  KeepFigures: () => ({}),
  RenewMember: () => ({}),
  PlanArrears: ({ arrears }) => arrears,
  AwaitLatePayment: ({ paid }) => ({ outcome: paid }),
  SuspendMember: () => ({}),
  LapseMember: () => ({}),
  FindWhoIsDue: ({ cursor }) => ({ due: [], cursor, found: 7 }),
  RecordCampaign: () => ({}),
  ScoreCompany: ({ result }) => ({ result }),
  ConveneJury: ({ convened }) => ({ next: convened }),
  CollectVotes: () => ({}),
  RemindJurors: () => ({}),
  CountVotes: ({ counted }) => ({ next: counted }),
  AskChair: () => ({}),
  AskCompany: () => ({}),
  AwaitAppeal: ({ appeal }) => ({ appeal }),
  EnrolInProgramme: ({ place }) => ({ place }),
  CloseCase: () => ({}),
};

/** How each nested workflow can end. */
const NESTED: Record<string, (c: Context) => Record<string, unknown>> = {
  AntennaAssignment: () => ({ outcome: 'recorded' }),
  Dues: ({ paid }) => ({ outcome: paid }),
  RenewalCampaign: () => ({}),
};

const Transition = z.looseObject({ Next: z.string().optional(), Assign: z.record(z.string(), z.unknown()).optional() });
const Node = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Assign: z.record(z.string(), z.unknown()).optional(),
  Output: z.unknown().optional(),
  Arguments: z
    .looseObject({
      FunctionName: z.string().optional(),
      StateMachineArn: z.string().optional(),
      Payload: z.unknown().optional(),
    })
    .optional(),
  Choices: z.array(Transition.extend({ Condition: z.string() })).optional(),
  Catch: z.array(Transition).optional(),
});

const Assigned = z.record(z.string(), z.unknown());
/** State, input and variables of a visit, as one is told from another. */
const VisitKey = z.tuple([z.string()]).rest(z.unknown());

type Visit = { state: string; input: unknown; variables: Record<string, unknown> };

/** Where an execution can go from a state: every catcher, every choice that holds, and the way all goes well. */
const next = async (
  definition: StateMachine,
  { state, input, variables }: Visit,
  c: Context,
  workflow: string,
): Promise<Visit[]> => {
  const node = Node.parse(definition.States[state]);
  const follow = async (to: string | undefined, assign: unknown, scope: Scope, output: unknown): Promise<Visit[]> => {
    if (to === undefined) return [];
    const assigned = Assigned.parse((await evaluate(assign ?? {}, scope)) ?? {});
    return [{ state: to, input: output, variables: { ...variables, ...assigned } }];
  };
  const scope = { states: states(c, input, undefined, workflow), variables };
  if (node.Type === 'Map') return follow(node.Next, node.Assign, scope, null);
  if (node.Type === 'Choice') {
    for (const rule of node.Choices ?? []) {
      if ((await evaluate(rule.Condition, scope)) === true) return follow(rule.Next, rule.Assign, scope, input);
    }
    return follow(node.Default, undefined, scope, input);
  }
  if (node.Type === 'Wait') return follow(node.Next, undefined, scope, input);
  if (node.Type !== 'Task') return [];
  const called = node.Arguments?.FunctionName?.slice(2, -1);
  const waits = node.Resource?.endsWith('.waitForTaskToken') === true;
  const started = node.Arguments?.StateMachineArn?.slice(2, -1) ?? '';
  const made = called === undefined ? { Output: NESTED[started]?.(c) } : OUTPUTS[called]?.(c);
  const result = called === undefined || waits ? made : { Payload: made };
  const done = { states: states(c, input, result, workflow), variables };
  const caught = await Promise.all(
    (node.Catch ?? []).map((catcher) =>
      follow(
        catcher.Next,
        catcher.Assign,
        { states: states(c, input, undefined, workflow), variables },
        { Error: 'x', Cause: 'y' },
      ),
    ),
  );
  return [...(await follow(node.Next, node.Assign, done, await evaluate(node.Output, done))), ...caught.flat()];
};

/** Walks every way an execution can take, each transition once for each set of variables. */
const walk = async (
  definition: StateMachine,
  c: Context,
  workflow: string,
  see: (visit: Visit) => Promise<void>,
): Promise<Set<string>> => {
  const seen = new Set<string>();
  const queue: Visit[] = [{ state: definition.StartAt, input: { applicationId: c.applicationId }, variables: {} }];
  for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
    const { round: _, ...settled } = visit.variables;
    const key = JSON.stringify([visit.state, visit.input, settled]);
    if (seen.has(key)) continue;
    seen.add(key);
    await see(visit);
    queue.push(...(await next(definition, visit, c, workflow)));
  }
  return new Set([...seen].map((key) => VisitKey.parse(JSON.parse(key))[0]));
};

const workflows: { name: string; definition: StateMachine; tasks: TaskMap }[] = [
  { name: 'joining', definition: joining, tasks: JOINING_TASKS },
  { name: 'antenna-assignment', definition: antennaAssignment, tasks: ANTENNA_ASSIGNMENT_TASKS },
  { name: 'dues', definition: dues, tasks: DUES_TASKS },
  { name: 'renewal', definition: renewal, tasks: RENEWAL_TASKS },
  { name: 'renewal-campaign', definition: renewalCampaign, tasks: RENEWAL_CAMPAIGN_TASKS },
  { name: 'high-growth-screening', definition: highGrowthScreening, tasks: HIGH_GROWTH_SCREENING_TASKS },
];

describe.each(workflows)('the payloads of $name', ({ name: workflow, definition, tasks }) => {
  it('are what the handlers parse, on every way', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const ways = await walk(definition, c, workflow, async ({ state, input, variables }) => {
          const { Arguments } = Node.parse(definition.States[state]);
          const name = Arguments?.FunctionName?.slice(2, -1);
          if (name === undefined) return;
          const payload = await evaluate(Arguments?.Payload, {
            states: states(c, input, undefined, workflow),
            variables,
          });
          const parsed = tasks[name]?.input.safeParse(payload);
          expect({ state, error: parsed?.error?.message }).toEqual({ state, error: undefined });
        });
        for (const state of ways) reached.add(state);
      }),
      { numRuns: 150 },
    );
    expect([...reached].sort()).toEqual(Object.keys(definition.States).sort());
  });

  it('hand on what the map says', () => {
    for (const [name, { output }] of Object.entries(tasks)) {
      const [sample] = fc.sample(context, 1);
      expect(output.safeParse(sample && OUTPUTS[name]?.(sample)).success).toBe(true);
    }
  });
});

describe('what the nested execution is started with', () => {
  const nested = z
    .object({ Arguments: z.object({ Name: z.string(), Input: z.record(z.string(), z.unknown()) }) })
    .parse(joining.States['Assign antenna']).Arguments;

  it('is an input that antenna-assignment takes, and a name of its own each round', async () => {
    await fc.assert(
      fc.asyncProperty(context, fc.integer({ min: 1, max: 999 }), async (c, round) => {
        const scope = (n: number) => ({ states: states(c, {}), variables: { round: n } });
        expect(JoiningInput.safeParse(await evaluate(nested.Input, scope(round))).success).toBe(true);
        const name = await evaluate(nested.Name, scope(round));
        expect(name).toMatch(/^[\w-]{1,80}$/);
        expect(name).not.toBe(await evaluate(nested.Name, scope(round + 1)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('what the dues of a joining are started with', () => {
  const nested = z
    .object({ Arguments: z.object({ Name: z.string(), Input: z.record(z.string(), z.unknown()) }) })
    .parse(joining.States['Collect dues']).Arguments;

  it('is a request that dues take, one an application, and a name of its own an execution', async () => {
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const scope = { states: states(c, {}), variables: {} };
        const request = DuesRequest.parse(await evaluate(nested.Input, scope));
        expect(request).toEqual({ ...inputOf(c), period: null });
        expect(await evaluate(nested.Name, scope)).toBe(`${c.applicationId}-dues`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a renewal and a campaign start', () => {
  const Started = z.object({ Arguments: z.object({ Name: z.string(), Input: z.unknown() }) });
  const nested = Started.parse(renewal.States['Collect dues']).Arguments;
  const handover = Started.parse(renewalCampaign.States['Hand over']).Arguments;

  it('is dues for its own period, named after it, one a period', async () => {
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const scope = { states: states(c, {}, undefined, 'renewal') };
        const request = DuesRequest.parse(await evaluate(nested.Input, scope));
        expect(request.duesId).toBe(renewalDuesId(c.applicationId, '2027-01-01'));
        expect(renewalOfDues(request.duesId)).toBe('2027-01-01');
        expect(await evaluate(nested.Name, scope)).toBe(`${c.applicationId}-dues`);
        const name = `${renewalName(c.applicationId, '2027-01-01')}-dues`;
        expect(name.length).toBeLessThanOrEqual(80);
        expect(parentOf({ workflow: 'dues', name })).toEqual({
          workflow: 'renewal',
          name: renewalName(c.applicationId, '2027-01-01'),
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is the next part of the campaign, from where this one stopped', async () => {
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const scope = {
          states: states(c, {}, undefined, 'renewal-campaign'),
          variables: { cursor: 'place', found: 1600 },
        };
        expect(CampaignInput.parse(await evaluate(handover.Input, scope))).toMatchObject({
          part: 2,
          cursor: 'place',
          found: 1600,
          by: null,
        });
        expect(await evaluate(handover.Name, scope)).toBe('campaign-1-2');
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a screening is started with', () => {
  const launched = z
    .object({ Arguments: z.object({ Name: z.string(), Input: z.record(z.string(), z.unknown()) }) })
    .parse(joining.States['Screen for growth']).Arguments;

  it('is an input that it takes, and the name its case gives it', async () => {
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const scope = { states: states(c, {}) };
        const input = ScreeningInput.parse(await evaluate(launched.Input, scope));
        expect(await evaluate(launched.Name, scope)).toBe(screeningNameOf(input.caseId));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the instant a handler is given', () => {
  it('is the later of the entry of the state and the redrive', async () => {
    await fc.assert(
      fc.asyncProperty(context, async (c) => {
        const later = [c.entered, c.redriven ?? ''].sort().at(-1);
        expect(await evaluate(NOW, { states: states(c, {}) })).toBe(later);
      }),
    );
  });
});
