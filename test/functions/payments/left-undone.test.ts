import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServiceError } from '../../support/aws-stub.ts';
import { accounts, bankFile, credit, reconcile } from '../../support/bank.ts';
import { type Invoiced, invoicedCompany } from '../../support/dues.ts';
import { type Stock, stockOf } from '../../support/made.ts';
import { startWorld, type World } from '../../support/world.ts';

// What follows from money that moved, when the process that moved it dies before it has done all: the redelivery job
// does the rest, once.

jest.setTimeout(60_000);
// What AWS refuses here it goes on refusing: the SDK's own retries would only wait.
process.env.AWS_MAX_ATTEMPTS = '1';

const NOW = '2026-10-05T08:00:00.000Z';
const LATER = '2026-10-05T08:05:00.000Z';
const staff = ['treasurer'];

let world: World;
let stock: Stock<Invoiced>;
beforeAll(async () => {
  world = await startWorld();
  stock = await stockOf(world, 1, () => invoicedCompany(world, NOW));
});
afterAll(() => world.close());
beforeEach(async () => {
  await stock.refill();
  world.aws.reset();
  world.aws.on('ListExecutions', () => ({ executions: [] }));
  await redeliver();
});

const redeliver = () => world.job('tasks/redeliver-answers', { time: LATER });
const invoiced = () => stock.next();
const receivableOf = async ({ number }: Invoiced) => {
  const { getReceivable } = await import('../../../functions/data/receivables.ts');
  return getReceivable(number);
};
const pay = ({ number }: Invoiced, cents: number) =>
  world.call('PayInvoice', {
    staff,
    params: { number },
    body: { method: 'cheque', cents, receivedOn: '2026-10-05', note: 'Chèque nº 12' },
    now: NOW,
  });
const mailsTo = ({ form }: Invoiced, name: string) =>
  world.mailsTo(form.contact.email).filter(({ template }) => template === `test-${name}-fr`);

describe('a mail that could not leave', () => {
  const waive = ({ number }: Invoiced) =>
    world.call('WaiveInvoice', { staff, params: { number }, body: { cents: 50_00, reason: 'Geste' }, now: NOW });
  const cancel = ({ number }: Invoiced) =>
    world.call('CreditInvoice', { staff, params: { number }, body: { cents: 50_00, reason: 'Erreur' }, now: NOW });
  const decline = async (one: Invoiced) => {
    const params = { number: one.number };
    const body = { until: '2026-11-30', reason: 'Trésorerie' };
    await world.call('AskDelay', { params, link: one.link, body, now: NOW });
    return world.call('DecideDelay', { staff, params, body: { decision: 'decline', comment: 'Non' }, now: NOW });
  };

  it.each([
    ['a waiver', 'invoice-waived', waive],
    ['a credit note', 'credit-note-issued', cancel],
    ['a delay', 'delay-declined', decline],
    ['a payment by hand', 'payment-received', (one: Invoiced) => pay(one, 100_00)],
  ])('leaves later, once: %s', async (_, name, act) => {
    const one = await invoiced();
    world.aws.on('SendEmail', () => {
      throw new ServiceError('TooManyRequestsException', 'stub', 429);
    });
    expect((await act(one)).status).toBe(202);
    world.aws.on('SendEmail', () => ({ MessageId: 'm' }));
    world.aws.calls.length = 0;

    await redeliver();
    await redeliver();

    expect(mailsTo(one, name)).toHaveLength(1);
  });

  it('that the mail service refuses for good is tried no more, and keeps nobody from their turn', async () => {
    const one = await invoiced();
    world.aws.on('SendEmail', () => {
      throw new ServiceError('MessageRejected', 'stub', 400);
    });
    expect((await waive(one)).status).toBe(202);
    await redeliver();
    world.aws.calls.length = 0;
    await redeliver();
    expect(world.aws.of('SendEmail')).toEqual([]);
  });

  it('is owed by nobody once it has left', async () => {
    const one = await invoiced();
    await waive(one);
    world.aws.calls.length = 0;

    await redeliver();

    expect(world.aws.of('SendEmail')).toEqual([]);
  });
});

describe('an application that ends after a part was paid', () => {
  const end = ({ applicationId, link }: Invoiced) =>
    world
      .call('WithdrawApplication', { link, now: NOW })
      .then(() =>
        world.task('applications/close-application', { applicationId, outcome: 'withdrawn', reason: null, now: NOW }),
      );

  it('has the invoice cancelled in whole and the part held, to be paid back', async () => {
    const before = await accounts();
    const one = await invoicedCompany(world, NOW);
    await pay(one, 100_00);

    await end(one);
    await end(one);

    expect(await receivableOf(one)).toMatchObject({ status: 'cancelled', paidCents: 0, creditedCents: 300_00 });
    const { listPayments } = await import('../../../functions/data/payments.ts');
    const held = await listPayments(one.applicationId);
    expect(held).toMatchObject([{ cents: 100_00, heldCents: 100_00, allocations: [] }]);
    const after = await accounts();
    expect((after['411000'] ?? 0) - (before['411000'] ?? 0)).toBe(0);
    expect((after['419100'] ?? 0) - (before['419100'] ?? 0)).toBe(-100_00);

    const refund = { cents: null, reason: 'La demande a pris fin.' };
    const params = { id: held[0]?.paymentId ?? '' };
    expect((await world.call('RefundCredit', { staff, params, body: refund, now: NOW })).status).toBe(202);
    expect(((await accounts())['419100'] ?? 0) - (before['419100'] ?? 0)).toBe(0);
  });
});

describe('an invoice whose payment the bank takes back', () => {
  const paidAndTakenBack = async (): Promise<Invoiced> => {
    const one = await invoiced();
    const endToEndId = `E2E-${one.number}`;
    await reconcile(world, bankFile([credit(`P-${one.number}`, 300_00, { endToEndId, text: [one.number] })]));
    expect((await receivableOf(one)).status).toBe('paid');
    await reconcile(
      world,
      bankFile([
        credit(`R-${one.number}`, 300_00, { endToEndId }, { credit: false, reversal: true, bookedOn: '2026-10-09' }),
      ]),
    );
    return one;
  };
  const started = ({ applicationId }: Invoiced) =>
    world.aws.of('StartExecution').filter(({ name }) => String(name).startsWith(`${applicationId}-again-`));

  it('is collected anew, once', async () => {
    const one = await paidAndTakenBack();
    expect(await receivableOf(one)).toMatchObject({ status: 'open', reopenedAt: expect.any(String) });

    await redeliver();
    await redeliver();

    expect(started(one)).toEqual([
      expect.objectContaining({
        stateMachineArn: expect.stringMatching(/:stateMachine:dues$/),
        input: expect.stringContaining(`"duesId":"${one.applicationId}~joining"`),
      }),
    ]);
    expect((await receivableOf(one)).reopenedAt).toBeNull();
  });

  it('in the very moment that its workflow is told of it, is collected anew too', async () => {
    const one = await invoiced();
    const { applicationId, number } = one;
    await world.task('dues/await-payment', { applicationId, number, taskToken: `wait-${number}`, now: NOW });
    const { listPayments } = await import('../../../functions/data/payments.ts');
    const { reversePayment } = await import('../../../functions/payments/reverse-payment.ts');
    world.aws.on('SendTaskSuccess', async () => {
      const [payment] = await listPayments(applicationId);
      const reversal = { on: '2026-10-05', by: { kind: 'system' as const }, note: '', piece: 'R', now: NOW };
      await reversePayment(payment?.paymentId ?? '', reversal);
      return {};
    });
    expect((await pay(one, 300_00)).status).toBe(202);
    await redeliver();
    expect(started(one)).toHaveLength(1);
    expect(await receivableOf(one)).toMatchObject({ status: 'open', token: null, reopenedAt: null });
  });

  it('is left alone when it was paid again meanwhile', async () => {
    const one = await paidAndTakenBack();
    await pay(one, 300_00);

    await redeliver();

    expect(started(one)).toEqual([]);
    expect(await receivableOf(one)).toMatchObject({ status: 'paid', reopenedAt: null });
  });
});
