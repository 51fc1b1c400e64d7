import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accounts } from '../../support/bank.ts';
import { type Invoiced, invoicedCompany } from '../../support/dues.ts';
import { type Stock, stockOf } from '../../support/made.ts';
import { type Submitted, startWorld, type World } from '../../support/world.ts';

jest.setTimeout(60_000);

const NOW = '2026-10-05T08:00:00.000Z';

let world: World;
let stock: Stock<Invoiced>;
beforeAll(async () => {
  world = await startWorld();
  stock = await stockOf(world, 3, () => invoicedCompany(world, NOW));
});
beforeEach(() => stock.refill());
afterAll(() => world.close());

const invoiced = () => stock.next();
const cheque = { method: 'cheque', cents: 300_00, receivedOn: '2026-10-05', note: 'Chèque nº 12' };
const pay = (number: string, body: object = cheque, idempotencyKey?: string) =>
  world.call('PayInvoice', {
    staff: ['treasurer'],
    params: { number },
    body,
    now: NOW,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
const refund = (id: string, body: object, idempotencyKey?: string) =>
  world.call('RefundCredit', {
    staff: ['treasurer'],
    params: { id },
    body: { reason: 'À sa demande.', ...body },
    now: NOW,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
const spend = (id: string, number: string, idempotencyKey?: string) =>
  world.call('UseCredit', {
    staff: ['treasurer'],
    params: { id },
    body: { number },
    now: NOW,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
const payments = async ({ applicationId }: Submitted) => {
  const { listPayments } = await import('../../../functions/data/payments.ts');
  return listPayments(applicationId);
};
const held = async () => {
  const reply = await world.call('ListHeldCredits', { staff: ['treasurer'], query: { limit: '100' } });
  return reply.body.items as { paymentId: string; heldCents: number; companyName: string }[];
};
const move = async (account: string, act: () => Promise<unknown>) => {
  const before = (await accounts())[account] ?? 0;
  await act();
  return ((await accounts())[account] ?? 0) - before;
};

describe('a payment by hand', () => {
  it('says who entered it and why, pays, and tells the company', async () => {
    const one = await invoiced();
    expect(await move('511200', () => pay(one.number))).toBe(300_00);
    expect(await payments(one)).toMatchObject([
      { method: 'cheque', cents: 300_00, note: 'Chèque nº 12', by: { kind: 'staff', name: 'staff-treasurer' } },
    ]);
    expect(world.mailsTo(one.form.contact.email).map(({ template }) => template)).toContain('test-dues-settled-fr');
  });

  it('answers with what is left, and is taken once for one key', async () => {
    const one = await invoiced();
    const body = { ...cheque, cents: 100_00 };
    const replies = await Promise.all([1, 2, 3].map(() => pay(one.number, body, 'key-1')));
    for (const reply of replies) {
      expect([reply.status, reply.body]).toEqual([
        202,
        { number: one.number, status: 'part-paid', balanceCents: 200_00 },
      ]);
    }
    expect(await payments(one)).toHaveLength(1);
    expect((await pay(one.number, { ...body, cents: 1 }, 'key-1')).problem).toBe('idempotency-key-reused');
    await pay(one.number, body, 'key-2');
    expect(await payments(one)).toHaveLength(2);
  });

  it.each([
    [{ cents: 0 }, { cents: 'amount.zero' }],
    [{ cents: -1 }, { cents: 'amount.zero' }],
    [{ cents: 1.5 }, { cents: 'number.whole' }],
    [{ cents: undefined }, { cents: 'required' }],
    [{ receivedOn: '2026-10-06' }, { receivedOn: 'payment.future' }],
    [{ method: 'online-card' }, { method: expect.any(String) }],
  ])('is refused with %j', async (change, errors) => {
    const one = await invoiced();
    const reply = await pay(one.number, { ...cheque, ...change });
    expect([reply.problem, reply.errors]).toEqual(['invalid-fields', errors]);
    expect(await payments(one)).toEqual([]);
  });

  it('on a cancelled or settled invoice is refused, and nothing is lost', async () => {
    const one = await invoiced();
    const { creditInvoice } = await import('../../../functions/data/invoices.ts');
    await creditInvoice(one.number, { cents: null, reason: 'Erreur', by: { kind: 'system' }, now: NOW });
    expect((await pay(one.number)).problem).toBe('invoice-settled');
    expect(await payments(one)).toEqual([]);
    const two = await invoiced();
    await pay(two.number);
    expect((await pay(two.number)).problem).toBe('invoice-settled');
    expect((await pay('F2026-999999')).problem).toBe('not-found');
  });
});

describe('what is held', () => {
  const overpaid = async (cents = 350_00) => {
    const one = await invoiced();
    await pay(one.number, { ...cheque, cents });
    const [payment] = await payments(one);
    return { one, id: payment?.paymentId ?? '' };
  };

  it('is listed until it is paid back, in parts', async () => {
    const { one, id } = await overpaid();
    expect(await held()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ paymentId: id, heldCents: 50_00, companyName: one.form.company.legalName }),
      ]),
    );
    expect(await move('419100', () => refund(id, { cents: 20_00 }, 'r1'))).toBe(20_00);
    expect((await refund(id, { cents: 20_00 }, 'r1')).body).toEqual({ paymentId: id, heldCents: 30_00 });
    const tooMuch = await refund(id, { cents: 30_01 });
    expect([tooMuch.problem, tooMuch.errors]).toEqual(['invalid-fields', { cents: 'amount.above-held' }]);
    expect(await move('512000', () => refund(id, { cents: null }))).toBe(-30_00);
    expect((await refund(id, { cents: null })).problem).toBe('nothing-held');
    expect((await held()).map(({ paymentId }) => paymentId)).not.toContain(id);
  });

  it('pays an invoice of the same company, and no other’s', async () => {
    const { one, id } = await overpaid(400_00);
    const other = await invoiced();
    const foreign = await spend(id, other.number);
    expect([foreign.problem, foreign.errors]).toEqual(['invalid-fields', { number: 'credit.other-company' }]);
    expect((await spend(id, one.number)).problem).toBe('invoice-settled');
    const { reversePayment } = await import('../../../functions/payments/reverse-payment.ts');
    const second = await overpaid(300_00 + 1);
    expect((await spend(second.id, one.number)).errors).toEqual({ number: 'credit.other-company' });
    // What was held goes back with the payment.
    expect(
      await move('411000', () =>
        reversePayment(id, { on: '2026-10-05', by: { kind: 'system' }, note: '', piece: 'x', now: NOW }),
      ),
    ).toBe(300_00);
    expect((await held()).map(({ paymentId }) => paymentId)).not.toContain(id);
  });

  it('pays a later invoice of the company once, and goes back with the payment it came with', async () => {
    const { one, id } = await overpaid(500_00);
    const { duesWrite, issueInvoiceOf, findDues } = await import('../../../functions/data/invoices.ts');
    const { transact } = await import('../../../functions/data/table.ts');
    const { holderOf } = await import('../../../functions/dues/holder.ts');
    const { DUES_POLICIES } = await import('../../../domain/dues/policies.ts');
    const first = await findDues(one.applicationId, `${one.applicationId}~joining`);
    if (first === null) throw new Error('There are no dues.');
    const later = { ...first, duesId: `${one.applicationId}~renewal`, number: null };
    await transact([duesWrite(null, later)]);
    const [policy] = DUES_POLICIES;
    if (policy === undefined) throw new Error('There is no policy.');
    const { number } = await issueInvoiceOf(later, policy, NOW, holderOf);
    const replies = await Promise.all([spend(id, number, 'u1'), spend(id, number, 'u1')]);
    expect(replies.map(({ body }) => body)).toEqual(Array.from({ length: 2 }, () => ({ paymentId: id, heldCents: 0 })));
    const { getReceivable } = await import('../../../functions/data/receivables.ts');
    expect(await getReceivable(number)).toMatchObject({ paidCents: 200_00, status: 'part-paid' });
    const { reversePayment } = await import('../../../functions/payments/reverse-payment.ts');
    const before = await accounts();
    await reversePayment(id, { on: '2026-10-05', by: { kind: 'system' }, note: '', piece: 'x', now: NOW });
    expect(await getReceivable(number)).toMatchObject({ paidCents: 0, status: 'open' });
    expect(((await accounts())['411000'] ?? 0) - (before['411000'] ?? 0)).toBe(500_00);
  });
});
