import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DUES_POLICIES } from '../../../domain/dues/policies.ts';
import { invoiceFor, payInvoice } from '../../support/dues.ts';
import { formOf } from '../../support/forms.ts';
import { type Submitted, startWorld, submit, type World } from '../../support/world.ts';

jest.setTimeout(60_000);

// What companies, the treasurer and an administrator do about dues, through the real handlers on a real table.

const T0 = '2026-03-05T08:00:00.000Z';
const LATER = '2026-05-05T08:00:00.000Z';
const treasurer = ['treasurer'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const invoiced = async (form = formOf()): Promise<Submitted & { number: string; totalCents: number }> => {
  const one = await submit(world, form, T0);
  const { number, totalCents } = await invoiceFor(one, T0);
  return { ...one, number, totalCents };
};
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const onInvoice = (number: string, body: unknown, more: object = {}) => ({
  staff: treasurer,
  params: { number },
  body,
  now: T0,
  ...more,
});
const key = (value: string) => ({ headers: { 'idempotency-key': value } });
const waive = (number: string, body: unknown, more: object = {}) =>
  world.call('WaiveInvoice', onInvoice(number, body, more));
const credit = (number: string, body: unknown, more: object = {}) =>
  world.call('CreditInvoice', onInvoice(number, body, more));

describe('a quote', () => {
  it('is for anybody, explained', async () => {
    const query = { category: 'company', foundedOn: '1985-02-01', employees: '12', turnover: '1', year: '2025' };
    const { body } = await world.call('QuoteDues', { query, now: T0 });
    expect(body).toMatchObject({ totalCents: 600_00, purpose: 'joining', lines: [{ code: 'band' }] });
    expect((await world.call('QuoteDues', { query: { ...query, employees: '-1' }, now: T0 })).problem).toBe(
      'invalid-query',
    );
  });
});

describe('what a company sees', () => {
  it('is what it owes, how to pay it, and no other’s', async () => {
    const one = await invoiced();
    const other = await invoiced();
    const { body } = await world.call('GetLinkDues', { link: one.link, now: T0 });
    expect(body).toMatchObject({
      quote: { totalCents: one.totalCents },
      invoices: [
        {
          number: one.number,
          status: 'open',
          transfer: { cents: one.totalCents, qr: expect.stringMatching(/^BCD\n002\n1\nSCT\n/) },
          delayableUntil: '2026-06-03',
        },
      ],
    });
    const mine = await world.call('GetLinkInvoice', { link: one.link, params: { number: one.number }, now: T0 });
    expect(mine.body).toMatchObject({ number: one.number, buyer: { siren: one.form.company.siren } });
    const foreign = await world.call('GetLinkInvoice', { link: one.link, params: { number: other.number }, now: T0 });
    expect(foreign.problem).toBe('not-found');
  });
});

describe('a waiver', () => {
  it('has one effect for one key, however often it is sent, and at once', async () => {
    const one = await invoiced();
    const body = { cents: 100, reason: 'Partenaire.' };
    const replies = await Promise.all([1, 2, 3].map(() => waive(one.number, body, key('w1'))));
    for (const reply of replies)
      expect(reply.body).toEqual({ number: one.number, status: 'open', balanceCents: one.totalCents - 100 });
    expect((await linesOf(one)).filter((type) => type === 'invoice-waived')).toHaveLength(1);
    expect(
      world.mailsTo(one.form.contact.email).filter(({ template }) => template.startsWith('test-invoice-waived')),
    ).toHaveLength(1);
    expect((await waive(one.number, { ...body, cents: 200 }, key('w1'))).problem).toBe('idempotency-key-reused');
  });

  it('of all that is left settles; of more, or of what is settled, is refused', async () => {
    const one = await invoiced();
    const tooMuch = await waive(one.number, { cents: one.totalCents + 1, reason: 'x' });
    expect(tooMuch.errors).toEqual({ cents: 'amount.above-balance' });
    expect((await waive(one.number, { cents: null, reason: 'Partenaire.' })).body).toMatchObject({
      status: 'waived',
      balanceCents: 0,
    });
    expect((await waive(one.number, { cents: null, reason: 'Encore.' })).problem).toBe('invoice-settled');
    expect((await waive('F2026-999999', { cents: null, reason: 'x' })).problem).toBe('not-found');
    for (const cents of [0, -5, 1.5])
      expect((await waive(one.number, { cents, reason: 'x' })).problem).toBe('invalid-fields');
    expect((await waive(one.number, { cents: 1, reason: ' ' })).errors).toEqual({ reason: 'required' });
  });
});

describe('a credit note', () => {
  it('cancels a part, then the rest, under numbers of its own; once for one key', async () => {
    const one = await invoiced();
    const body = { cents: 100, reason: 'Effectif corrigé.' };
    const [first, again] = [await credit(one.number, body, key('c1')), await credit(one.number, body, key('c1'))];
    expect(first.body).toMatchObject({
      status: 'open',
      balanceCents: one.totalCents - 100,
      creditNote: expect.stringMatching(/^A2026-/),
    });
    expect(again.body).toEqual(first.body);
    const whole = await credit(one.number, { cents: null, reason: 'Doublon.' });
    expect(whole.body).toMatchObject({ status: 'cancelled', balanceCents: 0 });
    const detail = await world.call('GetInvoice', { staff: treasurer, params: { number: one.number }, now: T0 });
    expect(detail.body).toMatchObject({
      creditNotes: [
        { totalCents: 100, reason: 'Effectif corrigé.' },
        { totalCents: one.totalCents - 100, reason: 'Doublon.' },
      ],
      may: { waive: false, credit: false, pay: false, decideDelay: false },
    });
    expect(JSON.stringify(detail.body)).not.toContain('token');
    expect((await credit(one.number, body)).problem).toBe('invoice-settled');
    expect((await credit(String(whole.body.creditNote), body)).problem).toBe('not-found');
  });

  it('above what is left is refused', async () => {
    const one = await invoiced();
    await payInvoice(one.number, T0, one.totalCents - 50);
    expect((await credit(one.number, { cents: 51, reason: 'x' })).errors).toEqual({ cents: 'amount.above-balance' });
  });
});

describe('a delay', () => {
  it('is asked for by the company, and decided by the treasurer, once', async () => {
    const one = await invoiced();
    const ask = (until: string) =>
      world.call('AskDelay', {
        link: one.link,
        params: { number: one.number },
        body: { until, reason: 'Trésorerie.' },
        now: T0,
      });
    expect((await ask('2026-04-01')).errors).toEqual({ until: 'delay.not-later' });
    expect((await ask('2026-05-04')).status).toBe(202);
    expect((await ask('2026-05-04')).problem).toBe('delay-already-asked');
    const decide = () => world.call('DecideDelay', onInvoice(one.number, { decision: 'grant' }));
    expect((await decide()).status).toBe(202);
    expect((await decide()).problem).toBe('no-delay-asked');
    const detail = await world.call('GetInvoice', { staff: treasurer, params: { number: one.number }, now: T0 });
    expect(detail.body).toMatchObject({ receivable: { dueOn: '2026-05-04', delayAsked: null } });
    expect(await linesOf(one)).toEqual(expect.arrayContaining(['delay-asked', 'delay-granted']));
    expect(world.mailsTo(one.form.contact.email).at(-1)?.template).toBe('test-delay-granted-fr');
  });
});

describe('the list of invoices', () => {
  it('is searched by number, company and SIREN, and filtered by status and by being late', async () => {
    const one = await invoiced(formOf({ company: { legalName: 'Société Générale des Électrons' } }));
    const found = async (query: Record<string, string>, now = T0) => {
      const { body } = await world.call('ListInvoices', { staff: ['admin'], query, now });
      return (body.items as { number: string }[]).map(({ number }) => number);
    };
    expect(await found({ q: 'generale des elec' })).toEqual([one.number]);
    expect(await found({ q: one.form.company.siren.slice(0, 8) })).toContain(one.number);
    expect(await found({ q: one.number.toLowerCase() })).toEqual([one.number]);
    expect(await found({ q: one.number, late: 'true' })).toEqual([]);
    expect(await found({ q: one.number, late: 'true' }, LATER)).toEqual([one.number]);
    await payInvoice(one.number, T0);
    expect(await found({ q: one.number, status: 'paid' })).toEqual([one.number]);
    expect(await found({ q: one.number, status: 'open' })).toEqual([]);
  });
});

describe('the scale', () => {
  const policy = (version: string, from: string) => ({
    ...DUES_POLICIES[0],
    version,
    from,
    bands: [{ from: 0, to: null, cents: 1_000_00 }],
  });
  const publish = (body: unknown) => world.call('PublishDuesPolicy', { staff: ['admin'], body, now: T0 });

  it('with a gap is refused, with where it is', async () => {
    const gap = {
      ...policy('gap', '2027-01-01'),
      bands: [
        { from: 0, to: 5, cents: 1 },
        { from: 7, to: null, cents: 1 },
      ],
    };
    expect((await publish({ policy: gap })).errors).toEqual({ 'policy.bands.1.from': 'bands.gap' });
    const { body } = await world.call('PreviewDuesPolicy', { staff: ['admin'], body: { policy: gap }, now: T0 });
    expect(body).toMatchObject({ faults: [{ path: 'bands.1.from', code: 'bands.gap' }], members: 0 });
  });

  it('is published from a day to come on, once; what is quoted on that day follows it', async () => {
    expect((await publish({ policy: policy('2027-01', '2026-03-05') })).errors).toEqual({
      'policy.from': 'date.not-to-come',
    });
    const both = await Promise.all([1, 2].map(() => publish({ policy: policy('2027-01', '2027-01-01') })));
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const query = { category: 'company', foundedOn: '1985-02-01', employees: '12', turnover: '1', year: '2025' };
    expect((await world.call('QuoteDues', { query, now: '2026-12-31T12:00:00.000Z' })).body.policyVersion).toBe(
      '2017-01',
    );
    expect((await world.call('QuoteDues', { query, now: '2027-01-01T12:00:00.000Z' })).body).toMatchObject({
      policyVersion: '2027-01',
      totalCents: 1_000_00,
    });
    const { body } = await world.call('ListDuesPolicies', { staff: treasurer, now: T0 });
    expect(body).toMatchObject({ inForce: '2017-01', items: [{ version: '2017-01' }, { version: '2027-01' }] });
  });
});
