import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ErrorName } from '../../domain/errors.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { plusDays } from '../../domain/member/period.ts';
import { renewalName } from '../../domain/renewal/names.ts';
import { renewal } from '../../workflows/renewal.ts';
import { renewalCampaign } from '../../workflows/renewal-campaign.ts';
import { payInvoice } from '../support/dues.ts';
import { formOf } from '../support/forms.ts';
import { type Joining, startJoiningWorld } from '../support/joining.ts';
import type { KeptTable } from '../support/kept-table.ts';
import { holderOf, linesOf, memberOf } from '../support/members.ts';
import { type Submitted, tokenOf } from '../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(120_000);

// Every way through a renewal and its campaign: on the interpreter, with the real handlers and a real table, on a clock
// that is told to move. Most begin with the same member, asked for its figures; the others join their own companies, in a
// year of their own.

let joining: Joining;
let first: { member: Joined; from: string };
let begun: KeptTable;
beforeAll(async () => {
  joining = await startJoiningWorld('2026-03-02T08:00:00.000Z');
  const { members, from } = await toRenew();
  const [member] = members;
  if (member === undefined) throw new Error('Nobody.');
  first = { member, from };
  begun = await joining.keep();
});
afterAll(() => {
  begun.close();
  return joining.close();
});
const FUNCTIONS = ['OpenRenewal', 'ConfirmFigures', 'RenewMember', 'SuspendMember', 'FindWhoIsDue'];
afterEach(() => {
  for (const name of FUNCTIONS) joining.break(name, '', 0);
});

type Joined = Submitted & { number: string };
const year = () => Number(joining.now().slice(0, 4));
const NEXT = () => `${year() + 1}-01-01`;
const renewalOf = ({ applicationId }: Submitted, from: string) =>
  joining.pathOf('renewal', renewalName(applicationId, from));
const mailsOf = ({ form }: Submitted) =>
  joining.world.mailsTo(form.contact.email).map(({ template }) => template.replace(/^test-(.*)-(fr|en)$/, '$1'));
/** Mails of the membership, without those of its invoices and of joining. */
const membershipMails = (one: Submitted) =>
  mailsOf(one).filter((name) => /^(confirm-figures|membership-|resignation|member-excluded)/.test(name));

/** Moves to eight in the morning of a day. */
const goTo = async (day: string): Promise<void> => {
  await joining.advance({ minutes: (Date.parse(`${day}T07:00:00Z`) - Date.parse(joining.now())) / 60_000 });
};
const campaign = () => joining.job('renewal/start-renewal-campaign');

/** A form that may be sent in any year from 2026 on. */
const newForm = () => formOf({ company: { activity: { code: '62.10Y', nomenclature: 'NAF2025' } } });

/** A member that joined and paid in spring. */
const joined = async (form = newForm()): Promise<Joined> => {
  const one = await joining.apply(form);
  await joining.confirm(one);
  await joining.decide(one, 'review-application', { decision: 'approve' });
  await joining.pay(one);
  const { getApplication } = await import('../../functions/data/applications.ts');
  const { memberNumber } = await getApplication(one.applicationId);
  return { ...one, number: memberNumber ?? 'none' };
};
/** Members in the renewal of the next year, opened by the campaign of 2 November. */
const toRenew = async (count = 1): Promise<{ members: Joined[]; from: string }> => {
  const spring = `${year() + (joining.now().slice(5) > '04' ? 1 : 0)}-03-02`;
  await goTo(spring);
  const members: Joined[] = [];
  for (let n = 0; n < count; n += 1) members.push(await joined());
  const from = NEXT();
  await goTo(`${year()}-11-02`);
  await campaign();
  return { members, from };
};
/** The member of the start, in the renewal of the next year; nothing else has happened yet. */
const one = async (): Promise<{ member: Joined; from: string }> => {
  await begun.bringBack();
  return first;
};
const invoices = async ({ applicationId }: Submitted, from: string) => {
  const { listReceivables } = await import('../../functions/data/receivables.ts');
  return (await listReceivables(applicationId)).filter(({ duesId }) => duesId.endsWith(`renewal-${from}`));
};
const pay = async (member: Joined, from: string): Promise<void> => {
  const [owed] = await invoices(member, from);
  if (owed === undefined) throw new Error('Nothing was invoiced.');
  await payInvoice(owed.number, joining.now());
  await joining.advance({ minutes: 1 });
};
const figures = (employees: number) => ({ figures: { year: year() - 1, employees, turnover: 900_000 } });
const confirm = async (member: Joined, body: Record<string, unknown> = figures(25)) => {
  const { taskId } = await joining.task(member, 'confirm-figures');
  const mail = joining.world
    .mailsTo(member.form.contact.email)
    .findLast(({ template }) => template.startsWith('test-confirm-figures'));
  return joining.call('AnswerLinkTask', { params: { id: taskId }, link: tokenOf(mail?.data.link ?? ''), body });
};
/** The latest figures that its growth is judged by. */
const growthFigures = async ({ applicationId }: Joined) => {
  const { getApplication } = await import('../../functions/data/applications.ts');
  const { readProfile } = await import('../../functions/data/growth-profiles.ts');
  return (await readProfile(await getApplication(applicationId))).figures.at(-1);
};

describe('a member that renews', () => {
  it('confirms its figures, pays what they come to, and has the next year', async () => {
    const { member, from } = await one();
    expect(await memberOf(member)).toMatchObject({ status: 'to-renew', renewal: { period: { from } } });
    expect((await confirm(member)).status).toBe(202);
    expect(await growthFigures(member)).toMatchObject({
      year: year() - 1,
      current: { employees: 25, turnover: 900_000 },
    });
    const [owed] = await invoices(member, from);
    // 25 people: the band of 20 to 49.
    expect(owed?.totalCents).toBe(110_000);
    await pay(member, from);
    expect(await memberOf(member)).toMatchObject({ status: 'active', period: { from }, renewal: null });
    const { states, status } = await renewalOf(member, from);
    expect([states[0], states[1], states[2], states.at(-2), states.at(-1), status]).toEqual([
      'Open renewal',
      'Confirm figures',
      'Collect dues',
      'Renew member',
      'Membership renewed',
      'SUCCEEDED',
    ]);
    expect(membershipMails(member)).toEqual(['confirm-figures', 'membership-renewed']);
  });

  it('and says nothing of its figures is asked for dues by the last known ones', async () => {
    const { member, from } = await one();
    await joining.advance({ days: 30 });
    expect(await invoices(member, from)).toEqual([]);
    // An answer past the due date is refused, in the minutes that the state still waits for one on its way.
    expect((await confirm(member)).problem).toBe('task-closed');
    await joining.advance({ minutes: 15 });
    expect(await invoices(member, from)).toHaveLength(1);
    expect((await memberOf(member)).renewal?.figuresAt).toEqual(expect.any(String));
    expect(await linesOf(member)).toContain('figures-stand');
    await pay(member, from);
    expect((await memberOf(member)).status).toBe('active');
    expect((await renewalOf(member, from)).states).toContain('Keep figures');
  });

  it('is refused figures that cannot be, and an answer given twice; the same post again is one', async () => {
    const { member } = await one();
    expect((await confirm(member, { figures: { year: year() + 1, employees: 3, turnover: 1 } })).errors).toEqual({
      'figures.year': 'figures.future',
    });
    expect((await confirm(member, { figures: { year: year(), employees: -3, turnover: 1 } })).problem).toBe(
      'invalid-fields',
    );
    expect((await confirm(member)).status).toBe(202);
    expect((await confirm(member)).problem).toBe('task-already-answered');
  });
});

describe('a member that does not pay', () => {
  it('is suspended, then struck off, each told once; a payment long after gives the year that was asked for', async () => {
    const { member, from } = await one();
    await confirm(member);
    await goTo(plusDays(from, 59));
    expect((await memberOf(member)).status).toBe('to-renew');
    await goTo(plusDays(from, 60));
    expect((await memberOf(member)).status).toBe('suspended');
    await goTo(plusDays(from, 179));
    expect((await memberOf(member)).status).toBe('suspended');
    await goTo(plusDays(from, 180));
    expect((await memberOf(member)).status).toBe('lapsed');
    expect(await holderOf(member.form.company.siren)).toBeNull();
    await goTo(`${year()}-09-15`);
    await pay(member, from);
    expect(await memberOf(member)).toMatchObject({
      status: 'active',
      period: { from, to: `${year()}-12-31` },
      leftAt: null,
    });
    expect(await holderOf(member.form.company.siren)).toMatchObject({ owner: 'member', id: member.number });
    expect(membershipMails(member)).toEqual([
      'confirm-figures',
      'membership-suspended',
      'membership-lapsed',
      'membership-renewed',
    ]);
    expect((await linesOf(member)).at(-2)).toBe('membership-restored');
    const { states } = await renewalOf(member, from);
    expect(states.filter((state) => /^(Suspend|Lapse|Renew) member$/.test(state))).toEqual([
      'Suspend member',
      'Lapse member',
      'Renew member',
    ]);
  });

  it('but does while it is suspended, has its year at once', async () => {
    const { member, from } = await one();
    await goTo(`${year() + 1}-04-10`);
    expect((await memberOf(member)).status).toBe('suspended');
    await pay(member, from);
    expect(await memberOf(member)).toMatchObject({ status: 'active', period: { from } });
    await goTo(`${year()}-07-15`);
    expect((await memberOf(member)).status).toBe('active');
    await renewalOf(member, from);
  });

  it('and never does, stays struck off; what it owes stays owed', async () => {
    const { member, from } = await one();
    await goTo(`${year() + 1}-10-25`);
    expect(await memberOf(member)).toMatchObject({ status: 'lapsed', renewal: { period: { from } } });
    const { states, status } = await renewalOf(member, from);
    expect([states.at(-1), status]).toEqual(['Membership lapsed', 'SUCCEEDED']);
    expect((await invoices(member, from)).map(({ status: owed }) => owed)).toEqual(['unpaid']);
    // Nobody waits for the money any more: it is taken, gives no period, and leaves nothing to deliver.
    await pay(member, from);
    expect((await invoices(member, from)).map(({ status: owed, token }) => [owed, token])).toEqual([['paid', null]]);
    expect(await memberOf(member)).toMatchObject({ status: 'lapsed', period: { to: `${year() - 1}-12-31` } });
    expect(membershipMails(member).at(-1)).toBe('membership-lapsed');
  });

  it('until another application has its SIREN, has paid too late', async () => {
    const { member, from } = await one();
    await goTo(`${year() + 1}-07-01`);
    const again = await joining.apply({ ...newForm(), company: member.form.company });
    await pay(member, from);
    expect((await memberOf(member)).status).toBe('lapsed');
    expect((await renewalOf(member, from)).states.at(-1)).toBe('Paid too late');
    expect(await holderOf(member.form.company.siren)).toMatchObject({ owner: 'application', id: again.applicationId });
    await joining.call('WithdrawApplication', { link: again.link });
  });
});

describe('a member that leaves', () => {
  const resign = (member: Joined, receivedOn: string, late = false) =>
    joining.call('TakeResignation', {
      params: { id: member.number },
      staff: ['admin'],
      body: { receivedOn, late, comment: '' },
    });

  it('by resigning while it is asked for its figures is asked no more, and owes nothing', async () => {
    const { member, from } = await one();
    expect((await resign(member, `${year()}-11-02`)).body.endsOn).toBe(`${year()}-12-31`);
    expect((await renewalOf(member, from)).states.at(-1)).toBe('Nothing to renew');
    expect(await joining.task(member, 'confirm-figures')).toMatchObject({ status: 'cancelled' });
    expect(await invoices(member, from)).toEqual([]);
    await campaign();
    expect((await memberOf(member)).status).toBe('active');
    await goTo(`${year() + 1}-01-01`);
    await joining.job('membership/end-memberships');
    expect((await memberOf(member)).status).toBe('resigned');
    expect(membershipMails(member)).toEqual(['confirm-figures', 'resignation-received']);
  });

  it('by resigning once its invoice is out has it cancelled by a credit note', async () => {
    const { member, from } = await one();
    await confirm(member);
    await resign(member, `${year()}-11-02`);
    expect((await renewalOf(member, from)).states.at(-1)).toBe('Nothing to renew');
    const [owed] = await invoices(member, from);
    expect([owed?.status, owed === undefined ? null : balanceOf(owed)]).toEqual(['cancelled', 0]);
    expect(mailsOf(member).filter((name) => name === 'credit-note-issued')).toHaveLength(1);
  });

  it('by resigning once a part is paid has that part held for it, and the whole invoice cancelled', async () => {
    const { member, from } = await one();
    await confirm(member);
    const [asked] = await invoices(member, from);
    const body = { method: 'transfer', cents: 400_00, receivedOn: joining.now().slice(0, 10), note: '' };
    const part = { params: { number: asked?.number ?? '' }, staff: ['treasurer'], body };
    expect((await joining.call('PayInvoice', part)).body.status).toBe('part-paid');
    await resign(member, `${year()}-11-02`);
    const [owed] = await invoices(member, from);
    expect(owed).toMatchObject({ status: 'cancelled', paidCents: 0, creditedCents: 110_000 });
    const { listPayments } = await import('../../functions/data/payments.ts');
    const held = (await listPayments(member.applicationId)).filter(({ heldCents }) => heldCents > 0);
    expect(held.map(({ cents, heldCents, allocations }) => [cents, heldCents, allocations])).toEqual([
      [400_00, 400_00, []],
    ]);
    expect((await renewalOf(member, from)).states.at(-1)).toBe('Nothing to renew');
  });

  it('too late is told so, and owes the next year', async () => {
    const { member, from } = await one();
    await confirm(member);
    await goTo(`${year() + 1}-01-10`);
    expect((await resign(member, `${year()}-01-05`)).problem).toBe('resignation-too-late');
    expect((await resign(member, `${year()}-01-05`, true)).body.endsOn).toBe(`${year()}-12-31`);
    await pay(member, from);
    expect(await memberOf(member)).toMatchObject({ status: 'active', period: { from } });
    await renewalOf(member, from);
  });

  it('by being excluded while it is suspended is waited for no more', async () => {
    const { member, from } = await one();
    await goTo(`${year() + 1}-04-01`);
    const body = { reason: 'Manquement à la charte.' };
    await joining.call('ExcludeMember', { params: { id: member.number }, staff: ['admin'], body });
    expect((await memberOf(member)).status).toBe('excluded');
    await goTo(`${year()}-07-01`);
    expect((await renewalOf(member, from)).states.at(-1)).toBe('Nothing to renew');
    expect((await invoices(member, from)).map(({ status }) => status)).toEqual(['cancelled']);
    expect((await memberOf(member)).status).toBe('excluded');
  });
});

describe('a member that comes back', () => {
  const rejoin = (member: Joined) =>
    joining.call('RejoinMember', { params: { id: member.number }, staff: ['admin'], body: { comment: '' } });

  it('has its number, and a period of its own once it has paid; what it owed gives none', async () => {
    const { member, from } = await one();
    await goTo(`${year() + 1}-08-01`);
    expect((await memberOf(member)).status).toBe('lapsed');
    const today = joining.now().slice(0, 10);
    expect((await rejoin(member)).status).toBe(202);
    await joining.advance({ minutes: 1 });
    const { renewal: back, status } = await memberOf(member);
    expect([status, back?.period, back?.started]).toEqual(['to-renew', { from: today, to: `${year()}-12-31` }, true]);
    expect(await holderOf(member.form.company.siren)).toMatchObject({ owner: 'member', id: member.number });
    await pay(member, from);
    expect((await memberOf(member)).status).toBe('to-renew');
    await confirm(member);
    await pay(member, back?.key ?? '');
    expect(await memberOf(member)).toMatchObject({ number: member.number, status: 'active', since: today });
    const { listPeriods } = await import('../../functions/data/members.ts');
    expect((await listPeriods(member.number)).map((period) => period.from)).toEqual([expect.any(String), today]);
    expect((await rejoin(member)).problem).toBe('still-member');
    await joining.pathOf('renewal', renewalName(member.applicationId, from));
  });

  it('is started by the next campaign when a crash kept its renewal from starting', async () => {
    await goTo(`${year() + 1}-03-02`);
    const member = await joined();
    const body = { reason: 'Manquement.' };
    await joining.call('ExcludeMember', { params: { id: member.number }, staff: ['admin'], body });
    const { changeMember } = await import('../../functions/data/members.ts');
    const { rejoin: back } = await import('../../domain/member/lifecycle.ts');
    // What a process leaves that died after its transaction.
    await changeMember(member.number, (before) => {
      const step = back(before, '', joining.now());
      return step && { member: step.member, at: joining.now(), events: [] };
    });
    await campaign();
    expect((await memberOf(member)).renewal?.started).toBe(true);
    expect(membershipMails(member)).toEqual(['member-excluded', 'confirm-figures']);
  });
});

describe('a member that moves', () => {
  const move = (member: Joined, postcode: string, communeCode: string) =>
    joining.call('MoveMember', {
      params: { id: member.number },
      staff: ['admin'],
      body: { establishment: { siret: null, street: '1 rue de la Paix', postcode, communeCode }, comment: '' },
    });

  it('is placed anew by the workflow; within its commune it stays where it is', async () => {
    await goTo(`${year() + 1}-03-02`);
    const member = await joined();
    expect((await move(member, '42000', '42218')).body.consequences).toEqual([{ code: 'antenna-kept', params: {} }]);
    expect((await memberOf(member)).antenna).toBe('STE');
    const moved = await move(member, '69100', '69266');
    expect([moved.status, moved.body.consequences]).toEqual([202, [{ code: 'antenna-reassigned', params: {} }]]);
    expect(await memberOf(member)).toMatchObject({ antenna: 'LYO', commune: { code: '69266' }, status: 'active' });
    expect((await move(member, '42000', '69266')).errors).toEqual({
      'establishment.postcode': 'postcode.not-of-commune',
    });
  });

  it('into a contested territory is placed by staff', async () => {
    await goTo(`${year() + 1}-03-02`);
    const member = await joined();
    await move(member, '38200', '38544');
    expect((await memberOf(member)).antenna).toBe('STE');
    const asked = await joining.call('ListStaffTasks', { staff: ['antenna:GRE'], query: {} });
    expect(asked.body.items).toMatchObject([{ kind: 'choose-antenna', communeName: 'Vienne' }]);
    expect((await joining.decide(member, 'choose-antenna', { antenna: 'GRE', comment: 'Proche.' })).status).toBe(202);
    expect((await memberOf(member)).antenna).toBe('GRE');
    const { getApplication } = await import('../../functions/data/applications.ts');
    expect((await getApplication(member.applicationId)).status).toBe('admitted');

    // Twice within days: what is asked, or would stand, of the place in between is nobody's any more.
    await move(member, '01170', '01173');
    await move(member, '69100', '69266');
    const late = await joining.decide(member, 'choose-antenna', { antenna: 'ANN', comment: '' });
    expect(late.problem).toBe('task-closed');
    await joining.advance({ days: 11 });
    expect(await memberOf(member)).toMatchObject({ antenna: 'LYO', commune: { code: '69266' } });
    const { listReceivables } = await import('../../functions/data/receivables.ts');
    expect((await listReceivables(member.applicationId)).map(({ antenna }) => antenna)).toEqual(['LYO']);
  });
});

describe('the campaign', () => {
  it('starts each renewal once, however often it runs, and makes up for days that were missed', async () => {
    const { members, from } = await toRenew(3);
    await campaign();
    await joining.advance({ days: 1 });
    await campaign();
    for (const member of members) expect(membershipMails(member)).toEqual(['confirm-figures']);
    const late = await joined();
    await goTo(`${year() + 1}-01-20`);
    await campaign();
    expect(await memberOf(late)).toMatchObject({ status: 'to-renew', renewal: { period: { from } } });
    const { findLastRun } = await import('../../functions/data/schedule-runs.ts');
    expect(await findLastRun('renewal-campaign')).toMatchObject({ outcome: 'done', at: joining.now() });
  });

  it('that dies in the middle starts none twice when it runs again', async () => {
    await goTo(`${year() + 1}-03-02`);
    const members = [await joined(), await joined()];
    await goTo(`${year()}-11-02`);
    // One of them is started, and its workflow has not taken it up yet.
    joining.break('OpenRenewal', 'TypeError', 1);
    joining.break('RecordCampaign', 'TypeError', 1);
    await campaign();
    await joining.advance({ days: 1 });
    await campaign();
    const asked = members.map((member) => membershipMails(member).length);
    expect(asked.filter((count) => count === 1)).toHaveLength(1);
    expect((await joining.pathOf('renewal-campaign', `campaign-${Date.parse(joining.now())}`)).states).toContain(
      'Started before',
    );
  });
});

describe('passing faults', () => {
  it('are tried again; a renewal that failed for good goes on where it stopped', async () => {
    await goTo(`${year() + 1}-03-02`);
    const member = await joined();
    const from = NEXT();
    await goTo(`${year()}-11-02`);
    joining.break('ConfirmFigures', ErrorName.TransientMail, 2);
    joining.break('OpenRenewal', 'TypeError');
    await campaign();
    expect((await renewalOf(member, from)).status).toBe('FAILED');
    joining.break('OpenRenewal', '', 0);
    const redriven = await joining.call('RedriveWorkflowExecution', {
      staff: ['admin'],
      params: { workflow: 'renewal', name: renewalName(member.applicationId, from) },
      body: { reason: 'Corrigé.' },
    });
    expect(redriven.status).toBe(202);
    await joining.advance({ minutes: 2 });
    expect(membershipMails(member)).toEqual(['confirm-figures']);
    await confirm(member);
    await pay(member, from);
    expect((await memberOf(member)).status).toBe('active');
  });
});

it('went through every state of both workflows', () => {
  const seen = joining.everEntered();
  const all = [...Object.keys(renewal.States), ...Object.keys(renewalCampaign.States)];
  expect(all.filter((state) => !seen.has(state)).sort()).toEqual(['Hand over', 'Handed over']);
});
