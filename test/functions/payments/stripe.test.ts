import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Stripe from 'stripe';
import { accounts } from '../../support/bank.ts';
import { type Invoiced, invoicedCompany } from '../../support/dues.ts';
import { type Stock, stockOf } from '../../support/made.ts';
import { type StripeStub, startStripeStub } from '../../support/stripe.ts';
import { type Submitted, startWorld, type World } from '../../support/world.ts';

jest.setTimeout(60_000);

// Cards, with what Stripe's own library signs.

const NOW = '2026-10-05T08:00:00.000Z';
const SECRET = 'whsec_test';
const stripe = new Stripe('sk_test_x');

let world: World;
let service: StripeStub;
let stock: Stock<Invoiced>;
beforeAll(async () => {
  [world, service] = await Promise.all([startWorld(), startStripeStub()]);
  process.env.STRIPE_URL = service.url;
  process.env.STRIPE_KEYS = JSON.stringify({ secretKey: 'sk_test_x', webhookSecret: SECRET });
  stock = await stockOf(world, 2, () => invoicedCompany(world, NOW));
});
beforeEach(() => stock.refill());
afterAll(async () => {
  await service.close();
  await world.close();
});

const invoiced = () => stock.next();
const checkout = ({ link }: Submitted, number: string, now = NOW) =>
  world.call('StartCheckout', { link, params: { number }, now });
const sessionOf = (reply: { body: Record<string, unknown> }) => String(reply.body.url).split('/').at(-1) ?? '';

const event = (session: Record<string, unknown>, type = 'checkout.session.completed') =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type,
    data: { object: { object: 'checkout.session', payment_status: 'paid', currency: 'eur', ...session } },
  });
/** Delivers an event as Stripe does, signed when it is sent. */
const deliver = (payload: string, options: { secret?: string; at?: string; header?: string; sent?: string } = {}) => {
  const timestamp = Math.floor(Date.parse(options.at ?? NOW) / 1000);
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret: options.secret ?? SECRET, timestamp });
  return world.call('TakeStripeEvent', {
    rawBody: options.sent ?? payload,
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': options.header ?? header },
    now: NOW,
  });
};
const receivable = async (number: string) => {
  const { getReceivable } = await import('../../../functions/data/receivables.ts');
  return getReceivable(number);
};
const payments = async ({ applicationId }: Submitted) => {
  const { listPayments } = await import('../../../functions/data/payments.ts');
  return listPayments(applicationId);
};

describe('a payment page', () => {
  it('asks for what is left of the invoice, in cents of euros, under our key', async () => {
    const one = await invoiced();
    const reply = await checkout(one, one.number);
    expect(reply.status).toBe(202);
    expect(reply.body.url).toMatch(/^https:\/\/checkout\.stripe\.com\//);
    expect(service.asked.at(-1)).toMatchObject({
      authorization: 'Bearer sk_test_x',
      form: {
        mode: 'payment',
        'line_items[0][price_data][currency]': 'eur',
        'line_items[0][price_data][unit_amount]': '30000',
        client_reference_id: one.number,
        customer_email: one.form.contact.email,
        success_url: 'https://traboule.example/application',
      },
    });
    // Who clicks twice gets one page.
    expect(sessionOf(await checkout(one, one.number))).toBe(sessionOf(reply));
  });

  it('is made for the company’s own invoices alone, while something is owed', async () => {
    const [one, other] = [await invoiced(), await invoiced()];
    expect((await checkout(one, other.number)).problem).toBe('not-found');
    expect((await checkout(one, 'F2026-999999')).problem).toBe('not-found');
    const body = { method: 'cheque', cents: 300_00, receivedOn: '2026-10-05' };
    await world.call('PayInvoice', { staff: ['treasurer'], params: { number: one.number }, body, now: NOW });
    expect((await checkout(one, one.number)).problem).toBe('invoice-settled');
  });

  it('is asked for again later when Stripe does not answer', async () => {
    const one = await invoiced();
    for (const status of [429, 500]) {
      service.fail(status);
      expect((await checkout(one, one.number)).problem).toBe('unavailable');
    }
    service.fail();
    expect((await checkout(one, one.number)).status).toBe(202);
  });
});

describe('what Stripe says of it', () => {
  const paidFor = async (one: Invoiced) => {
    const id = sessionOf(await checkout(one, one.number));
    return { id, amount_total: 300_00, customer_details: { name: 'Zoé Martin' } };
  };

  it('pays the invoice, once, however often it is delivered', async () => {
    const one = await invoiced();
    const payload = event(await paidFor(one));
    const before = await accounts();
    const replies = await Promise.all([deliver(payload), deliver(payload), deliver(payload)]);
    expect((await deliver(payload)).body).toEqual({ received: true });
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await receivable(one.number)).status).toBe('paid');
    expect(await payments(one)).toMatchObject([{ method: 'online-card', cents: 300_00, payer: 'Zoé Martin' }]);
    expect(((await accounts())['511200'] ?? 0) - (before['511200'] ?? 0)).toBe(300_00);
  });

  it('is not taken when it is forged, changed, late, from the future, or not signed', async () => {
    const one = await invoiced();
    const payload = event(await paidFor(one));
    const refusals = await Promise.all([
      deliver(payload, { secret: 'whsec_other' }),
      deliver(payload, { sent: payload.replace('30000', '30001') }),
      deliver(payload, { at: '2026-10-05T07:54:59.000Z' }),
      deliver(payload, { at: '2026-10-05T08:05:01.000Z' }),
      deliver(payload, { header: '' }),
      deliver(payload, { header: 't=1,v1=zz' }),
      deliver(payload, { header: `t=${Date.parse(NOW) / 1000}` }),
    ]);
    expect(refusals.map(({ problem }) => problem)).toEqual(Array.from({ length: 7 }, () => 'invalid-signature'));
    expect(await payments(one)).toEqual([]);
    // Stripe says v0 beside v1, and signs with two secrets while one is being replaced.
    const at = Math.floor(Date.parse(NOW) / 1000);
    const good = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET, timestamp: at });
    const header = `t=${at},v1=${'0'.repeat(64)},${good.split(',')[1]},v0=abc`;
    expect((await deliver(payload, { header, at: '2026-10-05T07:55:01.000Z' })).status).toBe(200);
    expect(await payments(one)).toHaveLength(1);
  });

  it('is held where the invoice was paid meanwhile', async () => {
    const one = await invoiced();
    const session = await paidFor(one);
    const body = { method: 'cheque', cents: 200_00, receivedOn: '2026-10-05' };
    await world.call('PayInvoice', { staff: ['treasurer'], params: { number: one.number }, body, now: NOW });
    await deliver(event(session));
    expect(await payments(one)).toMatchObject([{ method: 'cheque' }, { method: 'online-card', heldCents: 200_00 }]);
  });

  it.each([
    ['an expired page', 'checkout.session.expired', {}],
    ['a refund', 'charge.refunded', {}],
    ['a page that is not paid yet', 'checkout.session.completed', { payment_status: 'unpaid' }],
    ['a page of another product', 'checkout.session.completed', { id: 'cs_test_unknown' }],
  ])('is passed over: %s', async (_, type, change) => {
    const one = await invoiced();
    const reply = await deliver(event({ ...(await paidFor(one)), ...change }, type));
    expect(reply.body).toEqual({ received: true });
    expect(await payments(one)).toEqual([]);
  });

  it.each([
    ['another amount', { amount_total: 299_99 }],
    ['another currency', { currency: 'usd' }],
    ['no amount', { amount_total: null }],
  ])('is refused, and nothing booked, with %s than was asked for', async (_, change) => {
    const one = await invoiced();
    const reply = await deliver(event({ ...(await paidFor(one)), ...change }));
    expect(reply.problem).toBe('invalid-body');
    expect(await payments(one)).toEqual([]);
  });

  it('is refused when it is no event', async () => {
    for (const payload of ['{}', 'nonsense', '[]']) expect((await deliver(payload)).problem).toBe('invalid-body');
  });
});
