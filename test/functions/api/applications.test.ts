import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceError } from '../../support/aws-stub.ts';
import { NOW } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const LATER = '2026-10-05T09:00:00.000Z';
const admin = ['admin'];
const staffSees = async ({ applicationId }: Submitted) =>
  (await world.call('GetStaffApplication', { staff: admin, params: { id: applicationId } })).body;
const status = async (submitted: Submitted) => (await staffSees(submitted)).status;

describe('withdrawing', () => {
  it('is stored, tells the state that waits, and is once', async () => {
    const submitted = await submit(world);
    await bringToReview(world, submitted);
    world.aws.reset();
    for (let times = 0; times < 2; times += 1) {
      const reply = await world.call('WithdrawApplication', { link: submitted.link, now: LATER });
      expect([reply.status, reply.body.status]).toEqual([202, 'withdrawn']);
    }
    expect(world.aws.of('SendTaskFailure')[0]).toMatchObject({
      taskToken: `review-${submitted.applicationId}`,
      error: 'ApplicationWithdrawnError',
    });
    const timeline = (await staffSees(submitted)).timeline as { happening: { type: string } }[];
    expect(timeline.filter(({ happening }) => happening.type === 'application-withdrawn')).toHaveLength(1);
  });

  it('is stored although the workflow cannot be told now', async () => {
    const submitted = await submit(world);
    await bringToReview(world, submitted);
    world.aws.on('SendTaskFailure', () => {
      throw new ServiceError('ServiceUnavailable', 'out', 503);
    });
    expect((await world.call('WithdrawApplication', { link: submitted.link, now: LATER })).status).toBe(202);
    expect(await status(submitted)).toBe('withdrawn');
  });

  it('frees the SIREN once the workflow has closed the application', async () => {
    const submitted = await submit(world);
    const { applicationId, form, link } = submitted;
    await world.call('WithdrawApplication', { link, now: LATER });
    expect((await world.call('SubmitApplication', { body: form })).problem).toBe('duplicate-company');
    await world.task('applications/close-application', {
      applicationId,
      outcome: 'withdrawn',
      reason: null,
      now: LATER,
    });
    expect((await world.call('SubmitApplication', { body: form })).status).toBe(202);
    expect((await world.call('GetLinkApplication', { link, now: LATER })).body.status).toBe('withdrawn');
  });

  it('is no longer possible for a member', async () => {
    const submitted = await submit(world);
    const taskId = await bringToReview(world, submitted);
    const answer = { decision: 'approve', comment: '' };
    await world.call('AnswerStaffTask', { params: { id: taskId }, staff: admin, body: answer });
    await world.task('members/admit-member', { applicationId: submitted.applicationId, now: LATER });
    const reply = await world.call('WithdrawApplication', { link: submitted.link, now: LATER });
    expect([reply.status, reply.problem]).toEqual([409, 'application-closed']);
  });
});

describe('asking for a new link', () => {
  const ask = (siren: string, email: string, now = NOW) => world.call('RequestLink', { body: { siren, email }, now });

  it('mails one to the address of the application, and it opens it', async () => {
    const submitted = await submit(world, formOf({ contact: { language: 'en' } }));
    const { siren } = submitted.form.company;
    const { email } = submitted.form.contact;
    expect((await ask(siren, email.toUpperCase())).body).toEqual({ sent: true });
    const [mail] = world.mailsTo(email);
    expect(mail?.template).toBe('test-link-requested-en');
    const link = mail?.data.link?.split('#')[1] ?? '';
    const opened = await world.call('GetLinkApplication', { link });
    expect(opened.body.applicationId).toBe(submitted.applicationId);
  });

  it('says the same, and mails nothing, when there is nothing to open', async () => {
    const submitted = await submit(world);
    const { siren } = submitted.form.company;
    const known = await ask(siren, submitted.form.contact.email);
    world.aws.reset();
    const unknown = [await ask(siren, 'somebody.else@example.fr'), await ask('331518498', 'nobody@example.fr')];
    for (const reply of unknown) expect([reply.status, reply.text]).toEqual([known.status, known.text]);
    expect(world.aws.calls).toEqual([]);
  });

  it('sends one mail however often it is asked within ten minutes', async () => {
    const { form } = await submit(world);
    await ask(form.company.siren, form.contact.email);
    await ask(form.company.siren, form.contact.email, '2026-10-05T08:09:59.000Z');
    expect(world.mailsTo(form.contact.email)).toHaveLength(1);
    await ask(form.company.siren, form.contact.email, '2026-10-05T08:10:00.000Z');
    expect(world.mailsTo(form.contact.email)).toHaveLength(2);
  });

  it('sends one mail to ten who ask at once', async () => {
    const { form } = await submit(world);
    await Promise.all(Array.from({ length: 10 }, () => ask(form.company.siren, form.contact.email)));
    expect(world.mailsTo(form.contact.email)).toHaveLength(1);
  });

  it('refuses what is no SIREN or no address', async () => {
    const reply = await ask('123', 'x');
    expect(reply.errors).toEqual({ siren: 'siren.format', email: 'email.format' });
  });
});

describe('a private link', () => {
  it('is refused once it has expired, with its own type, and still known as such', async () => {
    const { link } = await submit(world);
    expect((await world.call('GetLinkApplication', { link, now: '2027-01-03T07:59:59.999Z' })).status).toBe(200);
    const expired = await world.call('GetLinkApplication', { link, now: '2027-01-03T08:00:00.000Z' });
    expect([expired.status, expired.problem]).toEqual([410, 'expired-link']);
    expect(expired.headers['www-authenticate']).toBe('Link');
  });
});

describe('restarting a failed application', () => {
  const failed = async (): Promise<Submitted> => {
    const submitted = await submit(world);
    await bringToReview(world, submitted);
    const close = { applicationId: submitted.applicationId, outcome: 'failed', reason: null, now: LATER };
    await world.task('applications/close-application', close);
    world.aws.reset();
    return submitted;
  };
  const restart = ({ applicationId }: Submitted) =>
    world.call('RestartApplication', { staff: admin, params: { id: applicationId }, now: LATER });

  it('takes the SIREN again and goes on where it stopped', async () => {
    const submitted = await failed();
    expect(await staffSees(submitted)).toMatchObject({ status: 'failed', restartable: true });
    const reply = await restart(submitted);
    expect([reply.status, reply.body]).toEqual([202, { applicationId: submitted.applicationId, status: 'in-review' }]);
    expect(world.aws.of('RedriveExecution')).toHaveLength(1);
    expect((await world.call('SubmitApplication', { body: submitted.form })).problem).toBe('duplicate-company');
    expect((await restart(submitted)).problem).toBe('not-restartable');
  });

  it('starts a new execution where the old one cannot go on', async () => {
    const submitted = await failed();
    world.aws.on('RedriveExecution', () => {
      throw new ServiceError('ExecutionNotRedrivable');
    });
    expect((await restart(submitted)).status).toBe(202);
    expect(world.aws.of('StartExecution')).toMatchObject([{ name: `${submitted.applicationId}-1` }]);
  });

  it('is refused when the company has applied again meanwhile', async () => {
    const submitted = await failed();
    await world.call('SubmitApplication', { body: submitted.form });
    const reply = await restart(submitted);
    expect([reply.status, reply.problem]).toEqual([409, 'duplicate-company']);
    expect(await status(submitted)).toBe('failed');
  });

  it('happens once when two staff press the button at once', async () => {
    const submitted = await failed();
    const replies = await Promise.all([restart(submitted), restart(submitted), restart(submitted)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([202, 409, 409]);
    expect(world.aws.of('RedriveExecution')).toHaveLength(1);
  });
});

describe('the workflow of an application', () => {
  const definition = (states: Record<string, unknown>, StartAt: string) => JSON.stringify({ StartAt, States: states });
  const NESTED = 'arn:aws:states:eu-west-3:000000000000:execution:antenna-assignment:nested';
  const entered = (name: string) => ({
    timestamp: 0,
    type: 'TaskStateEntered',
    id: 1,
    stateEnteredEventDetails: { name },
  });

  it('is drawn with its current state, and so is the one nested in it', async () => {
    const { applicationId } = await submit(world);
    const isNested = ({ executionArn }: Record<string, unknown>) => executionArn === NESTED;
    world.aws.on('DescribeExecution', () => ({
      executionArn: 'x',
      stateMachineArn: 'x',
      status: 'RUNNING',
      startDate: 0,
    }));
    world.aws.on('DescribeStateMachineForExecution', (input) => ({
      stateMachineArn: 'x',
      roleArn: 'x',
      updateDate: 0,
      ...(isNested(input)
        ? {
            name: 'antenna-assignment',
            definition: definition({ 'Choose antenna': { Type: 'Task', End: true } }, 'Choose antenna'),
          }
        : {
            name: 'joining',
            definition: definition({ 'Assign antenna': { Type: 'Task', End: true } }, 'Assign antenna'),
          }),
    }));
    world.aws.on('GetExecutionHistory', (input) => {
      if (isNested(input)) return { events: [entered('Choose antenna')] };
      // Two pages, as a long history has.
      if (input.nextToken === undefined) return { events: [entered('Assign antenna')], nextToken: 'more' };
      const output = JSON.stringify({ ExecutionArn: NESTED });
      const taskSubmittedEventDetails = { resourceType: 'states', resource: 'startExecution.sync:2', output };
      return { events: [{ timestamp: 0, type: 'TaskSubmitted', id: 2, taskSubmittedEventDetails }] };
    });
    const { body } = await world.call('GetApplicationWorkflow', { staff: admin, params: { id: applicationId } });
    expect(body.items).toMatchObject([
      { workflow: 'joining', executionStatus: 'RUNNING', states: [{ name: 'Assign antenna', progress: 'current' }] },
      { workflow: 'antenna-assignment', states: [{ name: 'Choose antenna', progress: 'current' }] },
    ]);
  });

  it('is empty when Step Functions has forgotten it', async () => {
    const { applicationId } = await submit(world);
    for (const operation of ['DescribeExecution', 'DescribeStateMachineForExecution', 'GetExecutionHistory']) {
      world.aws.on(operation, () => {
        throw new ServiceError('ExecutionDoesNotExist');
      });
    }
    const reply = await world.call('GetApplicationWorkflow', { staff: admin, params: { id: applicationId } });
    expect([reply.status, reply.body]).toEqual([200, { items: [] }]);
  });
});

describe('what the staff see', () => {
  it('is what the register says, and where the form says otherwise', async () => {
    const submitted = await submit(world);
    const { applicationId, form } = submitted;
    const { siren, legalName } = form.company;
    world.register.add({
      siren,
      name: 'UN AUTRE NOM',
      siret: `${siren}00017`,
      communeCode: '42218',
      postcode: '42000',
      activity: '62.01Z',
      createdOn: '2015-03-01',
    });
    await world.task('applications/look-up-company', { applicationId, now: LATER });
    const seen = await staffSees(submitted);
    expect(seen.register).toMatchObject({ result: 'found', checkedAt: LATER, entry: { name: 'UN AUTRE NOM' } });
    expect(seen.registerDifferences).toEqual([{ field: 'legalName', typed: legalName, register: 'UN AUTRE NOM' }]);
  });

  it('is that the register has no such company, or did not answer', async () => {
    const [absent, unanswered] = [await submit(world), await submit(world)];
    const lookUp = ({ applicationId }: Submitted) =>
      world.task('applications/look-up-company', { applicationId, now: LATER });
    expect(await lookUp(absent)).toEqual({ register: 'absent' });
    world.register.behave({ kind: 'broken' });
    expect(await lookUp(unanswered)).toEqual({ register: 'unavailable' });
    world.register.behave({ kind: 'well' });
    expect((await staffSees(absent)).register).toEqual({ result: 'absent', checkedAt: LATER });
    expect((await staffSees(unanswered)).register).toEqual({ result: 'unavailable', checkedAt: LATER });
  });

  it('refuses an id that is none, and one that nothing has', async () => {
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000']) {
      expect((await world.call('GetStaffApplication', { staff: admin, params: { id } })).problem).toBe('not-found');
    }
    expect((await world.call('GetMember', { staff: admin, params: { id: 'M999999' } })).problem).toBe('not-found');
  });
});
