import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { ServiceError } from '../../support/aws-stub.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { payInvoice } from '../../support/dues.ts';
import { nextSiren } from '../../support/forms.ts';
import { madeOnce } from '../../support/made.ts';
import { holderOf, type Joined, joinMember, memberOf } from '../../support/members.ts';
import { comesToTheSame } from '../../support/rerun.ts';
import { startWorld, tokenOf, type World } from '../../support/world.ts';

// Whatever a step of a renewal, or a change of a membership, was doing when it died: done again, it comes to the same.
// Each is killed around every write it makes of the table: before it arrives, and before its answer does.

jest.setTimeout(120_000);
// The SDK's own retries would hide the crash.
process.env.AWS_MAX_ATTEMPTS = '1';

const JOINED = '2026-03-02T09:00:00.000Z';
const OPENED = '2026-11-02T06:00:00.000Z';
const ASKED = '2026-11-02T06:00:01.000Z';
// Past the first minutes of an hour, in which the redelivery job looks for failures as well.
const SETTLED = '2026-11-20T09:10:00.000Z';
const SUSPENDED = '2027-03-01T23:10:00.000Z';
const LAPSED = '2027-06-29T22:00:00.000Z';
const LATE = '2027-09-15T09:10:00.000Z';
const KEY = '2027-01-01';
const PERIOD = { from: '2027-01-01', to: '2027-12-31' };

let world: World;
let table: CrashingService;
beforeAll(async () => {
  world = await startWorld();
  table = await startCrashing(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
  process.env.REGISTER_URL = world.register.url;
});
afterAll(async () => {
  await table.close();
  await world.close();
});

const step = ({ applicationId, number }: Joined, now: string) => ({
  applicationId,
  memberNumber: number,
  key: KEY,
  now,
});
const asking = (one: Joined, now: string, state: string) => ({
  ...step(one, now),
  taskToken: `${state}-${one.applicationId}`,
});
const ofDues = ({ applicationId }: Joined, now: string) => ({
  applicationId,
  now,
  duesId: `${applicationId}~renewal-${KEY}`,
});

// Where each begins: one after the other, as the workflow goes.
const first = (make: () => Promise<Joined>) => madeOnce(() => world, make);
const joined = first(() => joinMember(world, JOINED));
const after = (before: () => Promise<Joined>, ...acts: ((one: Joined) => Promise<unknown>)[]) =>
  first(async () => {
    const one = await before();
    for (const act of acts) await act(one);
    return one;
  });
const open = (one: Joined) => world.task('renewal/open-renewal', step(one, OPENED));
const ask = (one: Joined) => world.task('renewal/confirm-figures', asking(one, ASKED, 'figures'));
const keep = (one: Joined) => world.task('renewal/keep-figures', step(one, SETTLED));
const invoice = async (one: Joined) => {
  await world.task('dues/draw-up-quote', { ...ofDues(one, SETTLED), purpose: 'renewal', period: PERIOD });
  await world.task('invoices/issue-invoice', ofDues(one, SETTLED));
};
const renew = (now: string) => (one: Joined) => world.task('renewal/renew-member', step(one, now));
const suspend = (one: Joined) => world.task('renewal/suspend-member', step(one, SUSPENDED));
const lapse = (one: Joined) => world.task('renewal/lapse-member', step(one, LAPSED));
const awaitLate = (one: Joined) => world.task('renewal/await-late-payment', asking(one, LAPSED, 'late'));
const pay = async ({ applicationId }: Joined) => {
  const { listReceivables } = await import('../../../functions/data/receivables.ts');
  const owed = (await listReceivables(applicationId)).find(({ duesId }) => duesId.includes('~renewal-'));
  await payInvoice(owed?.number ?? '', LATE);
};

const opened = after(joined, open);
const asked = after(opened, ask);
const invoiced = after(asked, keep, invoice);
const suspended = after(invoiced, suspend);
const lapsed = after(suspended, lapse);

const staff = ['admin'];
const change =
  (name: 'TakeResignation' | 'ExcludeMember' | 'RejoinMember' | 'TransferMember', body: object, now: string) =>
  (one: Joined) =>
    world.call(name, { params: { id: one.number }, staff, body, now });
const resign = change('TakeResignation', { receivedOn: '2026-11-20', late: false, comment: '' }, SETTLED);

/** Everything kept of a member, without what differs from one to the next. */
const kept = async ({ applicationId, number, form }: Joined): Promise<{ mails: unknown[] }> => {
  const { findApplication } = await import('../../../functions/data/applications.ts');
  const { listTasks } = await import('../../../functions/data/tasks.ts');
  const { listTimeline } = await import('../../../functions/data/timeline.ts');
  const { listPeriods } = await import('../../../functions/data/members.ts');
  const { listReceivables } = await import('../../../functions/data/receivables.ts');
  const { listInvoices } = await import('../../../functions/data/invoices.ts');
  const member = await memberOf({ number });
  const all = {
    application: { ...(await findApplication(applicationId)), version: 0, updatedAt: '' },
    member: { ...member, version: 0, updatedAt: '' },
    periods: await listPeriods(number),
    tasks: (await listTasks(applicationId)).map((task) => ({ ...task, revision: 0 })),
    timeline: await listTimeline(applicationId),
    locks: [await holderOf(form.company.siren), await holderOf(member.company.siren)],
    receivables: (await listReceivables(applicationId)).map((owed) => ({ ...owed, version: 0, reference: '' })),
    invoices: (await listInvoices(applicationId)).map((one) => ({ ...one, reference: '' })),
    mails: world.mailsTo(form.contact.email).map(({ template, data }) => ({ template, keys: Object.keys(data) })),
  };
  const text = JSON.stringify(all)
    .replaceAll(applicationId, 'APPLICATION')
    .replaceAll(form.company.siren, 'SIREN')
    .replaceAll(member.company.siren, 'SUCCESSOR')
    .replace(/M\d{6}/g, 'NUMBER')
    .replace(/[FA]\d{4}-\d{6}/g, 'INVOICE')
    .replace(/"linkSha256":"\w+"/g, '"linkSha256":"HASH"')
    .replace(/"(keySha256|bodySha256)":"\w+"/g, '"$1":"HASH"');
  return JSON.parse(text);
};

const Kept = z.looseObject({
  timeline: z.array(z.looseObject({ happening: z.looseObject({ type: z.string() }) })),
  mails: z.array(z.looseObject({ template: z.string() })),
});

/** The same without an order, and without what left twice. */
const keptInAnyOrder = async (one: Joined): Promise<{ mails: unknown[]; timeline: unknown[] }> => {
  const { timeline, mails, ...rest } = Kept.parse(await kept(one));
  const order = ({ happening }: (typeof timeline)[number]) => `${happening.type} ${happening.message ?? ''}`;
  return {
    ...rest,
    timeline: timeline.sort((a, b) => order(a).localeCompare(order(b))),
    mails: [...new Set(mails.map(({ template }) => template))].sort(),
  };
};

type Act = (one: Joined) => Promise<unknown>;
const STEPS: [string, () => Promise<Joined>, Act][] = [
  ['open renewal', joined, open],
  ['confirm figures', opened, ask],
  ['keep figures', asked, keep],
  ['renew member', invoiced, renew(SETTLED)],
  ['suspend member', invoiced, suspend],
  ['lapse member', suspended, lapse],
  ['await late payment', lapsed, awaitLate],
  ['await late payment, paid meanwhile', after(lapsed, pay), awaitLate],
  ['renew member, struck off before', after(lapsed, pay), renew(LATE)],
  [
    'record campaign',
    joined,
    () => world.task('renewal/record-campaign', { time: OPENED, by: null, found: 3, now: ASKED }),
  ],
  [
    'end memberships',
    after(joined, resign),
    () => world.job('membership/end-memberships', { time: '2026-12-31T23:30:00.000Z' }),
  ],
];

const answerFigures = async ({ applicationId, form }: Joined, openedAt = ASKED) => {
  const mail = world
    .mailsTo(form.contact.email)
    .findLast(({ template }) => template.startsWith('test-confirm-figures'));
  return world.call('AnswerLinkTask', {
    params: { id: `${applicationId}~confirm-figures~${Date.parse(openedAt)}` },
    link: tokenOf(mail?.data.link ?? ''),
    body: { figures: { year: 2025, employees: 25, turnover: 900_000 } },
    idempotencyKey: `figures-${applicationId}`,
    now: SETTLED,
  });
};
const successors = new Map<string, string>();
const transfer: Act = ({ number }) => {
  const siren = successors.get(number) ?? nextSiren();
  successors.set(number, siren);
  const company = { siren, legalName: 'Repreneur', siret: null };
  return world.call('TransferMember', {
    params: { id: number },
    staff,
    body: { company, reason: 'Fusion.' },
    now: SETTLED,
  });
};

/** Posts of the API, and when: a crash answers 503, and it is sent again. */
const POSTS: [string, () => Promise<Joined>, Act, string][] = [
  ['confirming figures', asked, (one) => answerFigures(one), SETTLED],
  ['resigning while figures are asked for', asked, resign, SETTLED],
  ['resigning once the invoice is out', invoiced, resign, SETTLED],
  ['excluding', asked, change('ExcludeMember', { reason: 'Manquement.' }, SUSPENDED), SUSPENDED],
  ['taking back', lapsed, change('RejoinMember', { comment: '' }, LATE), LATE],
  ['transferring', joined, transfer, SETTLED],
];

describe('a step of a renewal that died', () => {
  it.each(STEPS)('%s comes to the same when it is run again', async (_, arrange, act) => {
    const requests = await comesToTheSame({
      world,
      table,
      arrange,
      act,
      kept,
      died: (outcome) => expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'TransientStoreError' } }),
    });
    expect(requests).toBeGreaterThan(0);
  });
});

describe('a change of a membership that died', () => {
  it.each(POSTS)('%s comes to the same when it is sent again', async (_, arrange, act, time) => {
    await comesToTheSame({
      world,
      table,
      arrange,
      act,
      settle: () => world.job('tasks/redeliver-answers', { time }),
      kept: keptInAnyOrder,
      died: (outcome) => {
        expect(outcome).toMatchObject({ status: 'fulfilled' });
        expect([200, 202, 503]).toContain((outcome as PromiseFulfilledResult<{ status: number }>).value.status);
      },
    });
  });
});

describe('two at once', () => {
  it('open one renewal, with one line of its own', async () => {
    const one = await joined();
    await Promise.all([open(one), open(one)]);
    const { listTimeline } = await import('../../../functions/data/timeline.ts');
    const lines = (await listTimeline(one.applicationId)).filter(
      ({ happening }) => happening.type === 'renewal-opened',
    );
    expect(lines).toHaveLength(1);
  });

  it('renewals of different periods: the one the member is not in ends, and changes nothing', async () => {
    const one = await opened();
    const before = await memberOf(one);
    const other = { ...step(one, ASKED), key: '2028-01-01' };
    await expect(world.task('renewal/open-renewal', other)).rejects.toMatchObject({ name: 'MembershipEndedError' });
    await expect(world.task('renewal/renew-member', other)).rejects.toMatchObject({ name: 'MembershipEndedError' });
    expect(await memberOf(one)).toEqual(before);
  });

  it('payment and suspension: whichever is first, the member has its year and is told once of each', async () => {
    const one = await invoiced();
    await Promise.allSettled([renew(SUSPENDED)(one), suspend(one)]);
    await Promise.allSettled([renew(SUSPENDED)(one)]);
    expect(await memberOf(one)).toMatchObject({ status: 'active', period: PERIOD, renewal: null });
    const told = world.mailsTo(one.form.contact.email).map(({ template }) => template);
    expect(new Set(told).size).toBe(told.length);
  });
});

/** What is owed of each invoice of its renewals, the oldest first, and what is held for it. */
const owedOf = async ({ applicationId }: Joined) => {
  const { listReceivables } = await import('../../../functions/data/receivables.ts');
  const { listPayments } = await import('../../../functions/data/payments.ts');
  const owed = (await listReceivables(applicationId)).filter(({ duesId }) => duesId.includes('~renewal-'));
  const held = (await listPayments(applicationId)).reduce((sum, { heldCents }) => sum + heldCents, 0);
  return { status: owed.map(({ status }) => status), held };
};

describe('a payment that comes as the state that waited for it gives up', () => {
  it('keeps the member from being struck off: the next state is told of it', async () => {
    const one = await suspended();
    const plan = () => world.task('renewal/plan-arrears', step(one, LAPSED));
    expect(await plan()).toEqual({ action: 'lapse' });
    await pay(one);
    expect(await plan()).toEqual({ action: 'wait', seconds: 1 });
  });
});

describe('the question for figures, asked anew after a failure', () => {
  it('is one question: the former is answered by nobody, the other leads on', async () => {
    const one = await asked();
    const again = '2026-11-05T09:00:00.000Z';
    await world.task('renewal/confirm-figures', asking(one, again, 'redriven'));
    expect((await answerFigures(one)).problem).toBe('task-closed');
    const answer = await answerFigures(one, again);
    expect(answer.status).toBe(202);
    const told = world.aws.of('SendTaskSuccess').map(({ taskToken }) => taskToken);
    expect(told).toContain(`redriven-${one.applicationId}`);
  });
});

describe('the end of a membership, stored as nothing else answers any more', () => {
  const unanswered = () => {
    throw new ServiceError('ThrottlingException', 'stub', 400);
  };
  it.each([
    ['resigning', resign, 'resignation-received'],
    ['excluding', change('ExcludeMember', { reason: 'Manquement.' }, SETTLED), 'member-excluded'],
  ])('%s has its renewal called off, and is told, by the redelivery job', async (_, end, mail) => {
    const one = await invoiced();
    for (const call of ['SendTaskFailure', 'SendEmail']) world.aws.on(call, unanswered);
    expect((await end(one)).status).toBe(202);
    world.aws.reset();
    world.aws.on('ListExecutions', () => ({ executions: [] }));
    for (let time = 0; time < 2; time += 1) await world.job('tasks/redeliver-answers', { time: SETTLED });
    expect(await owedOf(one)).toEqual({ status: ['cancelled'], held: 0 });
    const told = world.mailsTo(one.form.contact.email).map(({ template }) => template);
    expect(told.filter((template) => template === `test-${mail}-fr`)).toHaveLength(1);
  });
});

describe('a letter of resignation found when the member was suspended already', () => {
  it('calls the renewal off, cancels its invoice, and the next night ends the membership', async () => {
    const one = await suspended();
    const body = { receivedOn: '2026-12-20', late: false, comment: '' };
    expect((await change('TakeResignation', body, SUSPENDED)(one)).status).toBe(202);
    expect(await owedOf(one)).toEqual({ status: ['cancelled'], held: 0 });
    await world.job('membership/end-memberships', { time: SUSPENDED });
    expect(await memberOf(one)).toMatchObject({ status: 'resigned', renewal: null });
  });
});

describe('what a member owed', () => {
  it('as it lapsed stays owed, though it joins again and leaves before it has paid', async () => {
    const one = await lapsed();
    const posts: [string, Act][] = [
      ['rejoin', change('RejoinMember', { comment: '' }, LATE)],
      ['exclude', change('ExcludeMember', { reason: 'Manquement.' }, LATE)],
    ];
    for (const [, post] of posts) expect(await post(one)).toMatchObject({ status: 202 });
    expect(await owedOf(one)).toEqual({ status: ['open'], held: 0 });
  });

  it('for a year that it resigns from is held for it, though it had just paid the whole of it', async () => {
    const one = await invoiced();
    const { listReceivables } = await import('../../../functions/data/receivables.ts');
    const asked = (await listReceivables(one.applicationId)).find(({ duesId }) => duesId.includes('~renewal-'));
    const { number = '', totalCents = 0 } = asked ?? {};
    const body = { method: 'transfer', cents: totalCents, receivedOn: '2026-11-20', note: '' };
    const paid = await world.call('PayInvoice', { params: { number }, staff: ['treasurer'], body, now: SETTLED });
    expect(paid.body.status).toBe('paid');
    // Before its workflow, which was told, has renewed it.
    await resign(one);
    await expect(renew(SETTLED)(one)).rejects.toMatchObject({ name: 'MembershipEndedError' });
    expect(await owedOf(one)).toEqual({ status: ['cancelled'], held: totalCents });
  });
});
