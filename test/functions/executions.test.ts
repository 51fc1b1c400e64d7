import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as z from 'zod';
import {
  ExecutionEventPage,
  ExecutionPage,
  LinkApplication,
  StaffApplication,
  WorkflowExecution,
} from '../../domain/contract/responses.ts';
import { type ExecutionRef, WORKFLOW_NAMES } from '../../domain/workflow/execution.ts';
import { formOf } from '../support/forms.ts';
import { type Joining, startJoiningWorld } from '../support/joining.ts';
import type { Submitted } from '../support/world.ts';

// The head office and the executions of the workflows: the real handlers before the real interpreter.

let house: Joining;
const admin = ['admin'];
/** Annonay is contested: its antenna is chosen by staff, within a nested execution. */
const ANNONAY = { establishment: { postcode: '07100', communeCode: '07010' } };
const REASON = 'Le registre est en panne.';

beforeAll(async () => {
  house = await startJoiningWorld('2026-10-05T08:00:00.000Z');
});
afterAll(() => house.close());

const joiningOf = ({ applicationId }: Submitted): ExecutionRef => ({ workflow: 'joining', name: applicationId });
const assignmentOf = ({ applicationId }: Submitted): ExecutionRef => ({
  workflow: 'antenna-assignment',
  name: `${applicationId}-antenna-1`,
});
const describeExecution = async (params: ExecutionRef) => {
  const reply = await house.call('GetWorkflowExecution', { staff: admin, params });
  return WorkflowExecution.parse(reply.body);
};
const eventsOf = async (params: ExecutionRef, query: Record<string, string> = {}) =>
  ExecutionEventPage.parse((await house.call('ListExecutionEvents', { staff: admin, params, query })).body);
const list = async (workflow: string, query: Record<string, string> = {}) =>
  ExecutionPage.parse((await house.call('ListWorkflowExecutions', { staff: admin, params: { workflow }, query })).body);
const stop = (params: ExecutionRef, reason = REASON) =>
  house.call('StopWorkflowExecution', { staff: admin, params, body: { reason } });
const redrive = (params: ExecutionRef, reason = REASON) =>
  house.call('RedriveWorkflowExecution', { staff: admin, params, body: { reason } });
const staffSees = async ({ applicationId }: Submitted) =>
  StaffApplication.parse(
    (await house.call('GetStaffApplication', { staff: admin, params: { id: applicationId } })).body,
  );
const happenings = async (one: Submitted) => (await staffSees(one)).timeline.map(({ happening }) => happening.type);

describe('the list of executions', () => {
  let applied: Submitted[];
  beforeAll(async () => {
    applied = [];
    for (let count = 0; count < 3; count += 1) {
      applied.push(await house.apply());
      await house.advance({ minutes: 1 });
    }
  });
  const names = ({ items }: z.infer<typeof ExecutionPage>) => items.map(({ name }) => name);

  it('has the newest first, page after page', async () => {
    const newestFirst = applied.map(({ applicationId }) => applicationId).reverse();
    expect(names(await list('joining')).slice(0, 3)).toEqual(newestFirst);
    const first = await list('joining', { limit: '2' });
    expect(names(first)).toEqual(newestFirst.slice(0, 2));
    const next = await list('joining', { limit: '2', cursor: first.nextCursor ?? '' });
    expect(names(next)[0]).toBe(newestFirst[2]);
  });

  it('says which company each is about', async () => {
    const companies = (await list('joining')).items.map(({ companyName }) => companyName);
    expect(companies).toEqual(applied.map(({ form }) => form.company.legalName).reverse());
  });

  it('has those of one status alone, and of one workflow', async () => {
    await stop(joiningOf(applied[1] as Submitted));
    expect(names(await list('joining', { status: 'ABORTED' }))).toEqual([applied[1]?.applicationId]);
    expect((await list('joining', { status: 'RUNNING' })).items).toHaveLength(2);
    expect((await list('antenna-assignment')).items).toEqual([]);
    const [stopped] = (await list('joining', { status: 'ABORTED' })).items;
    expect(stopped).toMatchObject({ startedAt: '2026-10-05T08:01:00.000Z', endedAt: '2026-10-05T08:03:00.000Z' });
  });

  it.each([
    [{ workflow: 'joining' }, { cursor: 'nonsense' }, 'invalid-query'],
    [{ workflow: 'joining' }, { status: 'LOST' }, 'invalid-query'],
    [{ workflow: 'no-such-workflow' }, {}, 'not-found'],
  ])('%j %j is refused: %s', async (params, query, problem) => {
    const reply = await house.call('ListWorkflowExecutions', { staff: admin, params, query });
    expect(reply.problem).toBe(problem);
  });

  it('names the workflows there are', async () => {
    const reply = await house.call('ListWorkflows', { staff: admin });
    expect(reply.body).toEqual({ items: WORKFLOW_NAMES.map((workflow) => ({ workflow })) });
  });
});

describe('one execution', () => {
  let one: Submitted;
  beforeAll(async () => {
    one = await house.apply(formOf(ANNONAY));
    await house.confirm(one);
  });

  it('is drawn with where it stands, its application and what it started', async () => {
    const joining = await describeExecution(joiningOf(one));
    expect(joining).toMatchObject({
      status: 'RUNNING',
      endedAt: null,
      application: { applicationId: one.applicationId, companyName: one.form.company.legalName },
      parent: null,
      nested: [assignmentOf(one)],
      mayStop: true,
      mayRedrive: false,
      view: { workflow: 'joining' },
    });
    expect(joining.view.states.find(({ progress }) => progress === 'current')?.name).toBe('Assign antenna');
    const assignment = await describeExecution(assignmentOf(one));
    expect(assignment).toMatchObject({ parent: joiningOf(one), nested: [], view: { workflow: 'antenna-assignment' } });
    expect(assignment.view.states.find(({ progress }) => progress === 'current')?.name).toBe('Choose antenna');
  });

  it('tells its events in either order, page after page, each once', async () => {
    const whole = (await eventsOf(joiningOf(one))).items;
    expect(whole.map(({ id }) => id)).toEqual(whole.map((_, place) => place + 1));
    expect(whole[0]).toMatchObject({ type: 'ExecutionStarted', state: null });
    expect(whole.at(-1)).toMatchObject({ type: 'TaskSubmitted', state: 'Assign antenna', started: assignmentOf(one) });
    const orders: Record<string, string>[] = [{}, { reverse: 'true' }];
    for (const order of orders) {
      const paged: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await eventsOf(joiningOf(one), { ...order, limit: '4', ...(cursor === '' ? {} : { cursor }) });
        paged.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(paged).toEqual('reverse' in order ? [...whole].reverse() : whole);
    }
  });

  it('says nothing of the applicant', async () => {
    const { email, lastName, phone } = one.form.contact;
    const told = JSON.stringify([await describeExecution(joiningOf(one)), await eventsOf(joiningOf(one))]);
    for (const personal of [email, lastName, phone]) expect(told).not.toContain(personal);
  });

  it.each([
    ['GetWorkflowExecution', { workflow: 'joining', name: 'nobody' }, {}, 'not-found'],
    ['GetWorkflowExecution', { workflow: 'joining', name: 'a:b' }, {}, 'not-found'],
    ['ListExecutionEvents', { workflow: 'joining', name: 'nobody' }, {}, 'not-found'],
    ['ListExecutionEvents', { workflow: 'joining', name: 'nobody' }, { cursor: 'x' }, 'invalid-query'],
  ] as const)('%s %j %j is refused: %s', async (route, params, query, problem) => {
    expect((await house.call(route, { staff: admin, params, query })).problem).toBe(problem);
  });
});

describe('stopping', () => {
  it('closes the application as failed and frees its SIREN, and the timeline says who and why', async () => {
    const one = await house.apply();
    const reply = await stop(joiningOf(one));
    expect([reply.status, reply.body]).toEqual([202, joiningOf(one)]);
    const seen = await staffSees(one);
    expect(seen.status).toBe('failed');
    expect(seen.timeline.find(({ happening }) => happening.type === 'execution-stopped')).toMatchObject({
      actor: { kind: 'staff', name: 'staff-admin' },
      happening: { execution: joiningOf(one), comment: REASON },
    });
    expect(await describeExecution(joiningOf(one))).toMatchObject({
      status: 'ABORTED',
      view: { error: 'StoppedByHeadOffice', cause: expect.not.stringContaining(REASON) },
      mayRedrive: true,
      mayStop: false,
    });
    expect((await house.call('SubmitApplication', { body: one.form })).status).toBe(202);
  });

  it('of what is nested ends what nests it, which is where it is redriven', async () => {
    const one = await house.apply(formOf(ANNONAY));
    await house.confirm(one);
    expect((await stop(assignmentOf(one))).status).toBe(202);
    expect((await staffSees(one)).status).toBe('failed');
    expect((await describeExecution(joiningOf(one))).status).toBe('FAILED');
    expect(await describeExecution(assignmentOf(one))).toMatchObject({ status: 'ABORTED', mayRedrive: false });
    expect((await redrive(assignmentOf(one))).problem).toBe('not-redrivable');
    expect((await redrive(joiningOf(one))).status).toBe(202);
    expect((await describeExecution(assignmentOf(one))).status).toBe('RUNNING');
    expect((await house.decide(one, 'choose-antenna', { antenna: 'VAL' })).status).toBe(202);
    expect((await staffSees(one)).status).toBe('in-review');
  });

  it('tells the applicant that it was stopped, but neither by whom nor why', async () => {
    const one = await house.apply();
    await stop(joiningOf(one));
    const reply = await house.call('GetLinkApplication', { link: one.link });
    const { timeline } = LinkApplication.parse(reply.body);
    expect(timeline.find(({ happening }) => happening.type === 'execution-stopped')).toMatchObject({
      actor: { kind: 'staff' },
      happening: { comment: '' },
    });
    for (const internal of [REASON, 'staff-admin']) expect(reply.text).not.toContain(internal);
  });

  it('of an execution about no application keeps the reason with it', async () => {
    const { startJoining } = await import('../../functions/shared/workflow.ts');
    const byHand = { workflow: 'joining', name: 'by-hand' } as const;
    const stopping = { staff: admin, params: byHand, body: { reason: REASON }, now: house.now() };
    house.before('ReserveCompany', () => house.world.call('StopWorkflowExecution', stopping));
    await startJoining('0a6b7c8d-0000-4000-8000-000000000001', byHand.name);
    await house.advance({ minutes: 1 });
    expect(await describeExecution(byHand)).toMatchObject({
      status: 'ABORTED',
      application: null,
      view: { cause: REASON },
    });
  });

  it('is told once, whoever presses and however often, and refused once it has ended', async () => {
    const one = await house.apply();
    const replies = await Promise.all([stop(joiningOf(one)), stop(joiningOf(one), 'Moi aussi.')]);
    expect(replies.map(({ problem }) => problem ?? 'ok')).toContain('ok');
    expect((await happenings(one)).filter((type) => type === 'execution-stopped')).toHaveLength(1);
    expect((await stop(joiningOf(one))).problem).toBe('not-running');
  });

  it.each([
    [{ workflow: 'joining', name: 'nobody' }, { reason: REASON }, 'not-found'],
    [{ workflow: 'joining', name: 'nobody' }, { reason: '  ' }, 'invalid-fields'],
    [{ workflow: 'joining', name: 'nobody' }, {}, 'invalid-fields'],
    [{ workflow: 'joining', name: 'nobody' }, { reason: 'x'.repeat(501) }, 'invalid-fields'],
  ] as const)('%j %j is refused: %s', async (params, body, problem) => {
    expect((await house.call('StopWorkflowExecution', { staff: admin, params, body })).problem).toBe(problem);
  });
});

describe('redriving', () => {
  const failed = async () => {
    const one = await house.apply();
    house.break('LookUpCompany', 'UnexpectedError', 1);
    await house.confirm(one);
    expect((await staffSees(one)).status).toBe('failed');
    return one;
  };

  it('takes the SIREN again, goes on where it stopped, and the timeline says why', async () => {
    const one = await failed();
    expect(await describeExecution(joiningOf(one))).toMatchObject({
      status: 'FAILED',
      mayRedrive: true,
      view: { error: 'UnexpectedError', cause: 'broken on purpose' },
    });
    const reply = await redrive(joiningOf(one));
    expect([reply.status, reply.body]).toEqual([202, joiningOf(one)]);
    expect((await house.call('SubmitApplication', { body: one.form })).problem).toBe('duplicate-company');
    const seen = await staffSees(one);
    expect(seen.status).toBe('in-review');
    expect(seen.timeline.find(({ happening }) => happening.type === 'application-restarted')).toMatchObject({
      actor: { kind: 'staff', name: 'staff-admin' },
      happening: { comment: REASON },
    });
    expect(await describeExecution(joiningOf(one))).toMatchObject({ status: 'RUNNING', redriveCount: 1 });
    expect((await house.call('GetLinkApplication', { link: one.link })).text).not.toContain(REASON);
  });

  it('is refused when the company has applied again meanwhile, and leaves its SIREN alone', async () => {
    const one = await failed();
    const again = await house.apply(one.form);
    expect((await redrive(joiningOf(one))).problem).toBe('duplicate-company');
    expect((await describeExecution(joiningOf(one))).status).toBe('FAILED');
    expect((await staffSees(again)).status).toBe('confirming-email');
  });

  it('starts a new execution where the old one can go on no more, and says which', async () => {
    const one = await failed();
    await house.advance({ days: 15 });
    const second = { workflow: 'joining', name: `${one.applicationId}-1` } as const;
    expect((await redrive(joiningOf(one))).body).toEqual(second);
    expect((await staffSees(one)).status).toBe('in-review');
    expect((await redrive(joiningOf(one))).problem).toBe('not-redrivable');
    await stop(second);
    expect(await describeExecution(joiningOf(one))).toMatchObject({ mayRedrive: false });
    expect(await describeExecution(second)).toMatchObject({ mayRedrive: true });
  });

  it('is refused where nothing failed, and for executions about no application', async () => {
    const one = await house.apply();
    expect((await redrive(joiningOf(one))).problem).toBe('not-restartable');
    expect((await redrive({ workflow: 'joining', name: `${one.applicationId}-7` })).problem).toBe('not-redrivable');
    expect((await redrive({ workflow: 'joining', name: 'nobody' })).problem).toBe('not-found');
  });
});
