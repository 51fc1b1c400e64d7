import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceError } from '../../support/aws-stub.ts';
import { NOW } from '../../support/events.ts';
import { formOf, nextSiren } from '../../support/forms.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const STE = ['antenna:STE'];
const LATER = '2026-10-05T09:00:00.000Z';
const approve = { decision: 'approve', comment: '' };
const refuse = { decision: 'refuse', comment: 'Hors du numérique.' };
const changes = { decision: 'request-changes', comment: 'Le SIRET manque.' };

const staffAnswers = (taskId: string, body: unknown, more: Record<string, unknown> = {}) =>
  world.call('AnswerStaffTask', { params: { id: taskId }, staff: STE, body, now: LATER, ...more });
const linkAnswers = (taskId: string, link: string, body: unknown, more: Record<string, unknown> = {}) =>
  world.call('AnswerLinkTask', { params: { id: taskId }, link, body, now: LATER, ...more });
const track = async ({ link }: Submitted) => (await world.call('GetLinkApplication', { link, now: LATER })).body;
const staffSees = async ({ applicationId }: Submitted) =>
  (await world.call('GetStaffApplication', { staff: ['admin'], params: { id: applicationId } })).body;
/** What the workflow was told, by token. */
const told = () =>
  world.aws.of('SendTaskSuccess').map(({ taskToken, output }) => ({ taskToken, output: JSON.parse(String(output)) }));

describe('confirming the address', () => {
  it('is done through the mailed link alone, and proves the consent', async () => {
    const submitted = await submit(world);
    const { taskId, link } = await askToConfirm(world, submitted);
    expect((await track(submitted)).openTasks).toMatchObject([{ taskId, kind: 'confirm-email', answerable: false }]);
    expect((await linkAnswers(taskId, submitted.link, {})).problem).toBe('mailed-link-required');

    const mailed = await world.call('GetLinkApplication', { link });
    expect(mailed.body.openTasks).toMatchObject([{ taskId, answerable: true }]);
    const reply = await linkAnswers(taskId, link, {}, { sourceIp: '198.51.100.9' });
    expect([reply.status, reply.body.status]).toEqual([202, 'delivered']);
    expect(told()).toEqual([{ taskToken: `confirm-${submitted.applicationId}`, output: {} }]);
    expect(await staffSees(submitted)).toMatchObject({
      status: 'assigning-antenna',
      emailConfirmedAt: LATER,
      consent: { confirmation: { confirmedAt: LATER, sourceIp: '198.51.100.9' } },
    });
  });

  it('is not done through the link of another application, nor twice, nor too late', async () => {
    const [one, two] = [await submit(world), await submit(world)];
    const { taskId, link } = await askToConfirm(world, one);
    const other = await askToConfirm(world, two);
    expect((await linkAnswers(taskId, other.link, {})).problem).toBe('not-found');
    expect((await linkAnswers(taskId, link, {})).status).toBe(202);
    expect((await linkAnswers(taskId, link, {})).problem).toBe('task-already-answered');
    const late = await linkAnswers(other.taskId, other.link, {}, { now: '2026-10-20T08:00:00.000Z' });
    expect(late.problem).toBe('task-closed');
  });

  it('is answered with nothing but {}', async () => {
    const submitted = await submit(world);
    const { taskId, link } = await askToConfirm(world, submitted);
    expect((await linkAnswers(taskId, link, { confirmed: true })).errors).toEqual({ confirmed: 'unknown-field' });
    expect((await linkAnswers(taskId, link, [])).problem).toBe('invalid-fields');
  });

  it('is asked at the address, with a link that the table does not hold', async () => {
    const submitted = await submit(world);
    const { link } = await askToConfirm(world, submitted);
    expect(world.mailsTo(submitted.form.contact.email)).toMatchObject([{ template: 'test-confirm-email-fr' }]);
    expect(link).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await staffSees(submitted))).not.toContain(link);
  });
});

describe('deciding on an application', () => {
  it.each([
    ['approve', approve, 'approved', 'application-approved'],
    ['refuse', refuse, 'refused', 'application-refused'],
    ['request-changes', changes, 'changes-requested', 'changes-requested'],
  ] as const)(
    '%s is stored with its status and its line, then told to the workflow',
    async (decision, body, status, line) => {
      const submitted = await submit(world);
      const taskId = await bringToReview(world, submitted);
      world.aws.reset();
      const reply = await staffAnswers(taskId, body);
      expect([reply.status, reply.body]).toEqual([202, { taskId, status: 'delivered' }]);
      expect(told()).toEqual([{ taskToken: `review-${submitted.applicationId}`, output: { decision } }]);
      const seen = await staffSees(submitted);
      expect(seen.status).toBe(status);
      expect((seen.timeline as unknown[]).at(-1)).toMatchObject({
        at: LATER,
        actor: { kind: 'staff' },
        happening: { type: line, comment: body.comment },
      });
      // The applicant reads why, but not who of the staff.
      expect(JSON.stringify(await track(submitted))).not.toContain('"name":"staff');
    },
  );

  it.each([
    ['no decision', {}, { decision: 'required' }],
    ['another word', { decision: 'maybe' }, { decision: 'not-in-list' }],
    ['a refusal without a reason', { decision: 'refuse', comment: ' ' }, { comment: 'comment.required' }],
    ['changes without a word', { decision: 'request-changes' }, { comment: 'comment.required' }],
    ['an endless comment', { decision: 'approve', comment: 'x'.repeat(2001) }, { comment: 'too-long' }],
    ['the answer to another question', { antenna: 'STE' }, { antenna: 'unknown-field' }],
  ])('refuses %s', async (_, body, errors) => {
    const submitted = await submit(world);
    const taskId = await bringToReview(world, submitted);
    world.aws.reset();
    const reply = await staffAnswers(taskId, body);
    expect(reply.problem).toBe('invalid-fields');
    expect(reply.errors).toMatchObject(errors);
    expect(world.aws.calls).toEqual([]);
    expect((await staffAnswers(taskId, approve)).status).toBe(202);
  });

  it('takes the same answer with the same key again, and tells the workflow once', async () => {
    const taskId = await bringToReview(world, await submit(world));
    world.aws.reset();
    const [one, two] = [
      await staffAnswers(taskId, approve, { idempotencyKey: 'answer-1' }),
      await staffAnswers(taskId, approve, { idempotencyKey: 'answer-1' }),
    ];
    expect(two.status).toBe(202);
    expect(two.text).toBe(one.text);
    expect(told()).toHaveLength(1);
    expect((await staffAnswers(taskId, refuse, { idempotencyKey: 'answer-1' })).problem).toBe('idempotency-key-reused');
    expect((await staffAnswers(taskId, approve, { idempotencyKey: 'answer-2' })).problem).toBe('task-already-answered');
    expect((await staffAnswers(taskId, approve)).problem).toBe('task-already-answered');
  });

  it('lets one of two staff win who answer at once, and ten times', async () => {
    const submitted = await submit(world);
    const taskId = await bringToReview(world, submitted);
    world.aws.reset();
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        staffAnswers(taskId, n % 2 === 0 ? approve : refuse, {
          staff: n % 2 === 0 ? STE : ['admin'],
          idempotencyKey: `n-${n}`,
        }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 202)).toHaveLength(1);
    expect(replies.filter((reply) => reply.problem === 'task-already-answered')).toHaveLength(9);
    expect(told()).toHaveLength(1);
    const lines = ((await staffSees(submitted)).timeline as { happening: { type: string } }[]).filter(({ happening }) =>
      ['application-approved', 'application-refused'].includes(happening.type),
    );
    expect(lines).toHaveLength(1);
  });

  it('keeps an answer that cannot be delivered now, and says so', async () => {
    const submitted = await submit(world);
    const taskId = await bringToReview(world, submitted);
    world.aws.on('SendTaskSuccess', () => {
      throw new ServiceError('ServiceUnavailable', 'out', 503);
    });
    const reply = await staffAnswers(taskId, approve);
    expect([reply.status, reply.body.status]).toEqual([202, 'answered']);
    expect((await staffSees(submitted)).status).toBe('approved');
  });

  it('answers nothing that is not there', async () => {
    const { applicationId } = await submit(world);
    expect((await staffAnswers(`${applicationId}~review-application~1`, approve)).problem).toBe('not-found');
    expect((await staffAnswers('nonsense', approve)).problem).toBe('not-found');
  });

  it('leaves what the applicant is asked to the applicant', async () => {
    const { taskId } = await askToConfirm(world, await submit(world));
    expect((await staffAnswers(taskId, {}, { staff: ['admin'] })).problem).toBe('not-found');
    expect((await world.call('GetStaffTask', { params: { id: taskId }, staff: ['admin'] })).problem).toBe('not-found');
  });
});

describe('choosing an antenna', () => {
  /** Vienne: both Lyon and Grenoble claim it. */
  const contested = async () => {
    const submitted = await submit(
      world,
      formOf({ establishment: { postcode: '38200', communeCode: '38544', street: '1 place de Miremont' } }),
    );
    const { applicationId } = submitted;
    const { taskId, link } = await askToConfirm(world, submitted);
    await linkAnswers(taskId, link, {}, { now: NOW });
    await world.task('antenna/propose-antenna', { applicationId, now: NOW });
    await world.task('antenna/choose-antenna', { applicationId, now: NOW, taskToken: `choose-${applicationId}` });
    world.aws.reset();
    return { submitted, taskId: `${applicationId}~choose-antenna~${Date.parse(NOW)}` };
  };

  it('is for the staff of each candidate, who see the task, and for no other antenna', async () => {
    const { taskId } = await contested();
    for (const staff of [['antenna:LYO'], ['antenna:GRE'], ['admin']]) {
      const { body } = await world.call('ListStaffTasks', { staff });
      expect((body.items as { taskId: string }[]).map((item) => item.taskId)).toContain(taskId);
    }
    const { body } = await world.call('ListStaffTasks', { staff: ['antenna:STE'] });
    expect((body.items as { taskId: string }[]).map((item) => item.taskId)).not.toContain(taskId);
    expect((await staffAnswers(taskId, { antenna: 'STE' })).problem).toBe('wrong-antenna');
  });

  it('takes a candidate, and nothing else', async () => {
    const { submitted, taskId } = await contested();
    const staff = ['antenna:GRE'];
    const wrong = await staffAnswers(taskId, { antenna: 'STE' }, { staff });
    expect(wrong.errors).toEqual({ antenna: 'antenna.not-candidate' });
    expect((await staffAnswers(taskId, { antenna: 'PAR' }, { staff })).errors).toHaveProperty('antenna');
    expect((await staffAnswers(taskId, { antenna: 'GRE', comment: 'Plus près.' }, { staff })).status).toBe(202);
    expect(told()).toEqual([{ taskToken: `choose-${submitted.applicationId}`, output: { antenna: 'GRE' } }]);
  });
});

describe('correcting an application', () => {
  const asked = async () => {
    const submitted = await submit(world);
    const { applicationId } = submitted;
    await staffAnswers(await bringToReview(world, submitted), changes, { now: NOW });
    await world.task('applications/correct-application', {
      applicationId,
      now: NOW,
      taskToken: `correct-${applicationId}`,
    });
    world.aws.reset();
    return { submitted, taskId: `${applicationId}~correct-application~${Date.parse(NOW)}` };
  };

  it('shows what staff asked for, and takes the corrected form through any link of the application', async () => {
    const { submitted, taskId } = await asked();
    expect((await track(submitted)).openTasks).toMatchObject([
      { taskId, kind: 'correct-application', note: changes.comment, answerable: true },
    ]);
    const application = {
      ...submitted.form,
      establishment: { ...submitted.form.establishment, street: '2 rue Neuve' },
    };
    expect((await linkAnswers(taskId, submitted.link, { application })).status).toBe(202);
    // The form is personal data: the workflow is told where it is, not what it says.
    expect(told()).toEqual([{ taskToken: `correct-${submitted.applicationId}`, output: { taskId } }]);
    await world.task('applications/record-correction', { applicationId: submitted.applicationId, taskId, now: LATER });
    expect(await track(submitted)).toMatchObject({ status: 'assigning-antenna', form: application });
  });

  it('refuses a wrong form at the field, and another company', async () => {
    const { submitted, taskId } = await asked();
    const { form, link } = submitted;
    const answer = (application: unknown) => linkAnswers(taskId, link, { application });
    const postcode = { ...form, establishment: { ...form.establishment, postcode: '69001' } };
    expect((await answer(postcode)).errors).toEqual({
      'application.establishment.postcode': 'postcode.not-of-commune',
    });
    const siren = { ...form, company: { ...form.company, siren: nextSiren() } };
    expect((await answer(siren)).errors).toEqual({ 'application.company.siren': 'siren.changed' });
    const email = { ...form, contact: { ...form.contact, email: 'zoe@' } };
    expect((await answer(email)).errors).toEqual({ 'application.contact.email': 'email.format' });
    expect((await linkAnswers(taskId, link, {})).errors).toEqual({ application: 'required' });
    expect((await answer(form)).status).toBe(202);
  });

  it('asks for a new address to be proved again, through a link that went there', async () => {
    const { submitted, taskId } = await asked();
    const { applicationId, form } = submitted;
    const oldLink = (await world.call('GetLinkApplication', { link: submitted.link })).body;
    expect(oldLink.status).toBe('changes-requested');
    const application = { ...form, contact: { ...form.contact, email: `new.${form.contact.email}` } };
    expect((await linkAnswers(taskId, submitted.link, { application })).status).toBe(202);
    expect((await staffSees(submitted)).consent).toMatchObject({ confirmation: null });
    await world.task('applications/record-correction', { applicationId, taskId, now: LATER });
    world.aws.reset();
    const again = await askToConfirm(world, { ...submitted, form: application }, LATER);
    expect((await linkAnswers(again.taskId, submitted.link, {})).problem).toBe('mailed-link-required');
    expect((await linkAnswers(again.taskId, again.link, {})).status).toBe(202);
  });

  it('refuses to confirm a new address through a link mailed to the old one', async () => {
    const { submitted, taskId } = await asked();
    const { applicationId, form } = submitted;
    await world.call('RequestLink', { body: { siren: form.company.siren, email: form.contact.email }, now: NOW });
    const mailedBefore = world.mailsTo(form.contact.email).at(-1)?.data.link?.split('#')[1] ?? '';
    const application = { ...form, contact: { ...form.contact, email: `new.${form.contact.email}` } };
    expect((await linkAnswers(taskId, mailedBefore, { application })).status).toBe(202);
    await world.task('applications/record-correction', { applicationId, taskId, now: LATER });
    const again = await askToConfirm(world, { ...submitted, form: application }, LATER);
    expect((await linkAnswers(again.taskId, mailedBefore, {})).problem).toBe('mailed-link-required');
  });
});

describe('an application that is no more', () => {
  it('takes no answer once it is withdrawn', async () => {
    const submitted = await submit(world);
    const taskId = await bringToReview(world, submitted);
    await world.call('WithdrawApplication', { link: submitted.link, now: LATER });
    expect((await staffAnswers(taskId, approve)).problem).toBe('task-closed');
  });

  it('takes no answer once it is closed, by staff or through a link', async () => {
    const submitted = await submit(world);
    const { applicationId } = submitted;
    const { taskId, link } = await askToConfirm(world, submitted);
    const close = { applicationId, outcome: 'expired', reason: 'email-unconfirmed', now: LATER };
    await world.task('applications/close-application', close);
    expect((await linkAnswers(taskId, link, {})).problem).toBe('task-closed');
    expect((await world.call('WithdrawApplication', { link, now: LATER })).problem).toBe('application-closed');
    expect(await track(submitted)).toMatchObject({
      status: 'expired',
      expiryReason: 'email-unconfirmed',
      openTasks: [],
      waitsFor: null,
      withdrawable: false,
    });
  });
});
