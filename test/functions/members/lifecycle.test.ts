import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { invoiceFor } from '../../support/dues.ts';
import { formOf } from '../../support/forms.ts';
import { madeOnce } from '../../support/made.ts';
import { holderOf, type Joined, joinMember, linesOf, memberOf } from '../../support/members.ts';
import { startWorld, submit, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// What staff change of a membership, through the API.

const InvoiceNumbered = z.object({ number: z.string() });
const T0 = '2027-03-15T08:00:00.000Z';
const T1 = '2027-06-01T08:00:00.000Z';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The first member; nothing else has happened yet. */
const member = madeOnce(
  () => world,
  () => joinMember(world, T0),
);
const mails = ({ form }: Joined) => world.mailsTo(form.contact.email).map(({ template }) => template);
const post = (
  name: 'ChangeMemberCategory' | 'ChangeMemberFigures' | 'TakeResignation' | 'ExcludeMember' | 'TransferMember',
  { number }: Joined,
  body: Record<string, unknown>,
  now = T1,
) => world.call(name, { params: { id: number }, staff: ['admin'], body, now });

/** What the page behind its link says of it. */
const seen = async ({ link }: Joined, now = T1) => (await world.call('GetLinkApplication', { link, now })).body;

describe('a change in the middle of the year', () => {
  it('of category counts for the dues of the next period, once', async () => {
    const one = await member();
    const reply = await post('ChangeMemberCategory', one, { category: 'startup', comment: 'Statut obtenu.' });
    expect([reply.status, reply.body.consequences]).toEqual([
      200,
      [{ code: 'dues-from', params: { from: '2028-01-01' } }],
    ]);
    const again = await post('ChangeMemberCategory', one, { category: 'startup', comment: 'Statut obtenu.' });
    expect([again.status, again.body.consequences]).toEqual([200, []]);
    expect((await memberOf(one)).company.category).toBe('startup');
    expect((await linesOf(one)).filter((type) => type === 'member-changed')).toHaveLength(1);
  });

  it('of figures keeps them; those of a year to come are refused', async () => {
    const one = await member();
    const figures = { year: 2026, employees: 30, turnover: 4_000_000 };
    expect((await post('ChangeMemberFigures', one, { figures })).status).toBe(200);
    expect((await memberOf(one)).figures).toContainEqual(figures);
    const future = await post('ChangeMemberFigures', one, { figures: { ...figures, year: 2028 } });
    expect([future.problem, future.errors]).toEqual(['invalid-fields', { 'figures.year': 'figures.future' }]);
  });
});

describe('a transfer to another company', () => {
  it('moves the membership and both SIREN together', async () => {
    const one = await member();
    const { siren } = formOf().company;
    const company = { siren, legalName: 'REPRENEUR', siret: null };
    const reply = await post('TransferMember', one, { company, reason: 'Fusion-absorption.' });
    expect(reply.status).toBe(200);
    expect(await memberOf(one)).toMatchObject({ number: one.number, company: { siren, legalName: 'REPRENEUR' } });
    expect(await holderOf(siren)).toMatchObject({ owner: 'member', id: one.number });
    expect(await holderOf(one.form.company.siren)).toBeNull();
    expect(await seen(one)).toMatchObject({ companyName: 'REPRENEUR', siren, membership: { standing: 'new' } });
    expect((await post('TransferMember', one, { company, reason: 'Encore.' })).body.consequences).toEqual([]);
  });

  it('to one that is a member, or applies, is refused, and changes nothing', async () => {
    const [one, other, applicant] = [await member(), await joinMember(world, T0), await submit(world)];
    for (const { form } of [other, applicant]) {
      const company = { siren: form.company.siren, legalName: 'X', siret: null };
      expect((await post('TransferMember', one, { company, reason: 'Rachat.' })).problem).toBe('duplicate-company');
    }
    expect((await memberOf(one)).company.siren).toBe(one.form.company.siren);
    expect(await holderOf(one.form.company.siren)).toMatchObject({ id: one.number });
  });
});

describe('the accounts of a membership that another company goes on with', () => {
  const now = '2027-11-02T08:00:00.000Z';

  it('say of each invoice who owes it and who paid it: whom it was issued to', async () => {
    const one = await member();
    const { applicationId, number: memberNumber } = one;
    const { number: first } = await invoiceFor(one, T0);
    const { siren } = formOf().company;
    await post('TransferMember', one, { company: { siren, legalName: 'REPRENEUR', siret: null }, reason: 'Fusion.' });
    const key = '2028-01-01';
    const dues = { applicationId, duesId: `${applicationId}~renewal-${key}`, now };
    await world.task('renewal/open-renewal', { applicationId, memberNumber, key, now });
    const period = { from: key, to: '2028-12-31' };
    await world.task('dues/draw-up-quote', { ...dues, purpose: 'renewal', period });
    const { number: second } = InvoiceNumbered.parse(await world.task('invoices/issue-invoice', dues));
    const { getReceivable } = await import('../../../functions/data/receivables.ts');
    for (const [number, over] of [[first, 100_00] as const, [second, 0] as const]) {
      const { totalCents } = await getReceivable(number);
      const body = { method: 'cheque', cents: totalCents + over, receivedOn: '2027-11-02', note: '' };
      await world.call('PayInvoice', { params: { number }, staff: ['treasurer'], body, now });
    }
    const { ledgerOfDossier } = await import('../../../functions/data/ledger.ts');
    const balances: Record<string, number> = {};
    for await (const { lines } of ledgerOfDossier(applicationId)) {
      for (const { account, party, debitCents, creditCents } of lines) {
        const name = `${account} ${party?.code ?? ''}`;
        balances[name] = (balances[name] ?? 0) + debitCents - creditCents;
      }
    }
    expect(balances).toMatchObject({
      [`411000 ${one.form.company.siren}`]: 0,
      [`419100 ${one.form.company.siren}`]: -100_00,
      [`411000 ${siren}`]: 0,
    });
    expect((await getReceivable(second)).siren).toBe(siren);
    const statement = await world.call('GetAccountStatement', {
      params: { id: applicationId },
      staff: ['treasurer'],
      now,
    });
    expect(statement.body).toMatchObject({ balanceCents: -100_00, items: { length: 4 } });
  });
});

describe('a resignation', () => {
  const notice = { receivedOn: '2027-05-31', comment: 'Cessation.' };

  it('is told once, and ends the membership with its year', async () => {
    const one = await member();
    const reply = await post('TakeResignation', one, notice);
    expect([reply.status, reply.body.endsOn]).toEqual([202, '2027-12-31']);
    await post('TakeResignation', one, notice);
    expect(mails(one).filter((name) => name === 'test-resignation-received-fr')).toHaveLength(1);

    await world.job('membership/end-memberships', { time: '2027-12-31T00:30:00Z' });
    expect((await memberOf(one)).status).toBe('active');
    // The day after was missed: the one after that does it.
    await world.job('membership/end-memberships', { time: '2028-01-02T00:30:00Z' });
    await world.job('membership/end-memberships', { time: '2028-01-02T00:30:00Z' });
    expect(await memberOf(one)).toMatchObject({ status: 'resigned', leftAt: expect.any(String) });
    expect(await holderOf(one.form.company.siren)).toBeNull();
    expect((await linesOf(one)).filter((type) => type === 'membership-resigned')).toHaveLength(1);
  });

  it('after the last day of notice is refused, and may be kept for the next year', async () => {
    const one = await member();
    const late = { receivedOn: '2028-01-02', comment: '' };
    const now = '2028-01-03T08:00:00.000Z';
    expect((await post('TakeResignation', one, late, now)).problem).toBe('resignation-too-late');
    expect((await memberOf(one)).resignation).toBeNull();
    expect((await post('TakeResignation', one, { ...late, late: true }, now)).body.endsOn).toBe('2028-12-31');
  });

  it('that was never given in writing on a day is refused', async () => {
    const one = await member();
    expect((await post('TakeResignation', one, { receivedOn: '2027-02-30' })).errors).toEqual({ receivedOn: 'date' });
    expect((await post('TakeResignation', one, { receivedOn: '2027-06-02' })).errors).toEqual({
      receivedOn: 'date.future',
    });
  });
});

describe('an exclusion', () => {
  it('takes effect at once, with its reason in one mail, and leaves the SIREN free and the member file, until it joins again', async () => {
    const one = await member();
    expect((await post('ExcludeMember', one, { reason: 'Manquement à la charte.' })).body.status).toBe('excluded');
    expect((await post('ExcludeMember', one, { reason: 'Manquement à la charte.' })).status).toBe(202);
    expect(await holderOf(one.form.company.siren)).toBeNull();
    expect((await seen(one)).membership).toMatchObject({ standing: 'excluded', until: '2027-06-01' });
    // It may still owe, or ask for its data: a new link is to be had.
    await world.call('RequestLink', {
      body: { siren: one.form.company.siren, email: one.form.contact.email },
      now: T1,
    });
    expect(mails(one).filter((name) => name === 'test-link-requested-fr')).toHaveLength(1);
    const [mail, ...others] = world
      .mailsTo(one.form.contact.email)
      .filter(({ template }) => template === 'test-member-excluded-fr');
    expect([mail?.data.comment, others]).toEqual(['Manquement à la charte.', []]);
    const { listMembers } = await import('../../../functions/data/members.ts');
    const listed = await listMembers(undefined, { limit: 100 });
    expect(listed.items.map(({ number }) => number)).not.toContain(one.number);
    const back = await joinMember(world, '2027-09-01T08:00:00.000Z', {
      ...formOf(),
      company: one.form.company,
    });
    // The same number; the period that was paid for is not given twice.
    expect(back.number).toBe(one.number);
    expect(await memberOf(back)).toMatchObject({
      status: 'active',
      applicationId: back.applicationId,
      period: { from: '2028-01-01', to: '2028-12-31' },
    });
    expect([(await seen(one)).membership, (await seen(back)).membership]).toMatchObject([
      { standing: 'elsewhere' },
      { standing: 'new', until: '2028-12-31' },
    ]);
    const another = await joinMember(world, T0);
    await post('ExcludeMember', another, { reason: 'Manquement.' });
    // Who applies again within a year it has paid for is asked for the next, in whole, which is the one it will have.
    const { applicationId } = await submit(world, { ...formOf(), company: another.form.company });
    const duesId = `${applicationId}~joining`;
    const now = '2027-09-01T08:00:00.000Z';
    await world.task('dues/draw-up-quote', { applicationId, duesId, purpose: 'joining', period: null, now });
    const { findDues } = await import('../../../functions/data/invoices.ts');
    const { period, quote } = (await findDues(applicationId, duesId)) ?? {};
    expect([period, quote?.lines.map(({ code }) => code)]).toEqual([
      { from: '2028-01-01', to: '2028-12-31' },
      ['band'],
    ]);
    const gone = await post('ChangeMemberCategory', another, { category: 'startup' });
    expect(gone.problem).toBe('member-left');
  });
});
