import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { policyAt } from '../../domain/dues/policies.ts';
import { ErrorName } from '../../domain/errors.ts';
import { grantDelay } from '../../domain/invoice/delay.ts';
import { reopenReceivable } from '../../domain/invoice/moves.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { dues } from '../../workflows/dues.ts';
import { payInvoice } from '../support/dues.ts';
import { formOf } from '../support/forms.ts';
import { type Joining, startJoiningWorld } from '../support/joining.ts';
import type { KeptTable } from '../support/kept-table.ts';
import type { Submitted } from '../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// Every way through the dues of a company that joins: on the interpreter, with the real handlers and a real table, on a
// clock that is told to move.

const { terms } = policyAt('2026-01-05');
const by = { kind: 'staff', id: 's1', name: 'Camille' } as const;

let joining: Joining;
/** The first company that was approved, and the world as it was then. */
let first: Submitted;
let begun: KeptTable;
beforeAll(async () => {
  joining = await startJoiningWorld('2026-01-05T08:00:00.000Z');
  first = await joining.apply();
  await joining.confirm(first);
  await joining.decide(first, 'review-application', { decision: 'approve' });
  expect((await applicationOf(first)).status).toBe('awaiting-payment');
  begun = await joining.keep();
});
afterAll(() => {
  begun.close();
  return joining.close();
});
const FUNCTIONS = ['DrawUpQuote', 'IssueInvoice', 'PlanCollection', 'AwaitPayment', 'RemindCompany', 'MarkUnpaid'];
afterEach(() => {
  for (const name of FUNCTIONS) joining.break(name, '', 0);
});

const applicationOf = async ({ applicationId }: Submitted) => {
  const { getApplication } = await import('../../functions/data/applications.ts');
  return getApplication(applicationId);
};
const owed = async ({ applicationId }: Submitted) => {
  const { listReceivables } = await import('../../functions/data/receivables.ts');
  const [receivable, ...others] = await listReceivables(applicationId);
  if (receivable === undefined || others.length > 0) throw new Error('One invoice was expected.');
  return receivable;
};
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const mailsOf = ({ form }: Submitted) =>
  joining.world.mailsTo(form.contact.email).map(({ template }) => template.replace(/^test-(.*)-(fr|en)$/, '$1'));
const duesMails = (one: Submitted) => mailsOf(one).slice(1);
const states = async (one: Submitted) => (await joining.path(one)).states;
const endOf = async (one: Submitted) => {
  const { states: entered, status } = await joining.path(one);
  return [entered.at(-1), status];
};

const all: Submitted[] = [];
// Before the executions are forgotten, which they are 90 days after their end.
afterEach(async () => {
  for (const one of all.splice(0)) await joining.path(one);
});
/** Approved, and asked for its dues; nothing else has happened yet. */
const approved = async (): Promise<Submitted> => {
  await begun.bringBack();
  all.push(first);
  return first;
};
/** Moves to a day relative to the due date of the invoice, past the hour at which steps are due. */
const goTo = async (one: Submitted, days: number): Promise<void> => {
  const at = Date.parse(`${(await owed(one)).dueOn}T08:00:00Z`) + days * 86_400_000;
  await joining.advance({ minutes: Math.ceil((at - Date.parse(joining.now())) / 60_000) });
};
const withdraw = (one: Submitted) => joining.call('WithdrawApplication', { link: one.link });

/** Every entry of the dossier balances, and its account owes what the invoice says. */
const expectBooks = async (one: Submitted): Promise<void> => {
  const { ledgerOfDossier } = await import('../../functions/data/ledger.ts');
  let account = 0;
  for await (const { lines } of ledgerOfDossier(one.applicationId)) {
    expect(lines.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)).toBe(0);
    for (const line of lines) if (line.account === '411000') account += line.debitCents - line.creditCents;
  }
  expect(account).toBe(balanceOf(await owed(one)));
};

describe('a company whose bank takes its payment back', () => {
  it('is reminded again, from the step its invoice had come to, and may pay again', async () => {
    const one = await approved();
    await joining.pay(one);
    const { number } = await owed(one);
    const { changeReceivable } = await import('../../functions/data/receivables.ts');
    await changeReceivable(number, (before) => ({
      receivable: reopenReceivable(before, before.paidCents, joining.now()),
      at: joining.now(),
      events: [],
    }));

    await joining.redeliver();
    expect(await owed(one)).toMatchObject({ status: 'open', reopenedAt: null, token: expect.any(String) });
    await goTo(one, 0);
    expect(duesMails(one)).toEqual(['invoice-issued', 'member-admitted', 'payment-due', 'payment-due']);
    await payInvoice(number, joining.now());
    expect(await owed(one)).toMatchObject({ status: 'paid', token: null });
    expect((await applicationOf(one)).status).toBe('admitted');
  });
});

describe('a company that pays', () => {
  it('in time is told of its invoice, and is a member', async () => {
    const one = await approved();
    expect(await owed(one)).toMatchObject({ status: 'open', token: expect.any(String) });
    await joining.pay(one);
    expect((await applicationOf(one)).status).toBe('admitted');
    expect(await owed(one)).toMatchObject({ status: 'paid', token: null });
    expect(duesMails(one)).toEqual(['invoice-issued', 'member-admitted']);
    await expectBooks(one);
  });

  it('in parts is waited for until nothing is left', async () => {
    const one = await approved();
    await joining.pay(one, 100);
    expect(await owed(one)).toMatchObject({ status: 'part-paid', paidCents: 100 });
    expect((await applicationOf(one)).status).toBe('awaiting-payment');
    await joining.pay(one);
    expect((await applicationOf(one)).status).toBe('admitted');
    await expectBooks(one);
  });

  it('at once, before the state that waits has begun', async () => {
    const form = formOf();
    joining.before('AwaitPayment', async () => {
      const { findSirenLock } = await import('../../functions/data/siren-locks.ts');
      const lock = await findSirenLock(form.company.siren);
      const { listReceivables } = await import('../../functions/data/receivables.ts');
      const [first] = await listReceivables(lock?.id ?? '');
      await payInvoice(first?.number ?? '', joining.now());
    });
    const one = await joining.apply(form);
    await joining.confirm(one);
    await joining.decide(one, 'review-application', { decision: 'approve' });
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('is a member although the process died before it told: the redelivery job does', async () => {
    const one = await approved();
    const { number, token } = await owed(one);
    const { changeReceivable } = await import('../../functions/data/receivables.ts');
    const { payReceivable } = await import('../../domain/invoice/moves.ts');
    await changeReceivable(number, (before) => ({
      receivable: payReceivable(before, balanceOf(before)),
      at: joining.now(),
      events: [],
    }));
    await joining.advance({ minutes: 1 });
    expect((await applicationOf(one)).status).toBe('awaiting-payment');
    expect(await owed(one)).toMatchObject({ status: 'paid', token });
    await joining.redeliver();
    expect((await applicationOf(one)).status).toBe('admitted');
    expect((await owed(one)).token).toBeNull();
  });
});

describe('a company that does not pay', () => {
  it('is reminded on each day of the terms, once, and then its application ends in order', async () => {
    const one = await approved();
    const days = [...terms.reminders, terms.formalNotice];
    for (const [index, day] of days.entries()) {
      await goTo(one, day - 1);
      expect((await owed(one)).steps).toHaveLength(index);
      await goTo(one, day);
      expect((await owed(one)).steps).toHaveLength(index + 1);
    }
    expect((await owed(one)).steps.map(({ step }) => step)).toEqual([
      ...terms.reminders.map((day) => `reminder:${day}`),
      'formal-notice',
    ]);
    expect(duesMails(one)).toEqual([
      'invoice-issued',
      ...['payment-due', 'payment-due', 'payment-late', 'payment-late'],
      'formal-notice',
    ]);
    await goTo(one, terms.unpaid - 1);
    expect((await applicationOf(one)).status).toBe('awaiting-payment');
    await goTo(one, terms.unpaid);
    expect(await applicationOf(one)).toMatchObject({ status: 'expired', expiryReason: 'dues-unpaid' });
    expect(await endOf(one)).toEqual(['Application expired', 'SUCCEEDED']);
    // What was invoiced is voided, and the company may apply again.
    expect(await owed(one)).toMatchObject({ status: 'cancelled', token: null });
    expect(duesMails(one).slice(-3)).toEqual(['dues-unpaid', 'credit-note-issued', 'application-expired']);
    expect((await linesOf(one)).slice(-6)).toEqual([
      ...['invoice-unpaid', 'mail-sent', 'application-expired', 'credit-note-issued', 'mail-sent', 'mail-sent'],
    ]);
    await joining.apply(formOf({ company: { siren: one.form.company.siren } }));
    await expectBooks(one);
  });

  it('while nothing runs is sent the latest reminder alone afterwards; the others are passed over', async () => {
    const one = await approved();
    joining.break('RemindCompany', 'TypeError');
    await goTo(one, terms.reminders[0] ?? 0);
    expect((await applicationOf(one)).status).toBe('failed');
    await goTo(one, (terms.reminders.at(-1) ?? 0) + 1);
    joining.break('RemindCompany', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    const { steps } = await owed(one);
    const last = terms.reminders.length - 1;
    expect(steps.map(({ step, skipped }) => [step, skipped ?? false])).toEqual(
      terms.reminders.map((day, index) => [`reminder:${day}`, index !== last]),
    );
    expect(duesMails(one)).toEqual(['invoice-issued', 'application-failed', 'payment-late']);
    expect((await linesOf(one)).filter((type) => type === 'collection-step')).toHaveLength(terms.reminders.length);
    await joining.pay(one);
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('is not reminded of what it pays at that very moment', async () => {
    const one = await approved();
    const { number } = await owed(one);
    joining.before('RemindCompany', () => payInvoice(number, joining.now()));
    await goTo(one, terms.reminders[0] ?? 0);
    expect((await applicationOf(one)).status).toBe('admitted');
    expect(duesMails(one)).toEqual(['invoice-issued', 'member-admitted']);
    expect((await owed(one)).steps).toEqual([]);
  });

  it('but at the very end, is a member', async () => {
    const one = await approved();
    const { number } = await owed(one);
    joining.before('MarkUnpaid', () => payInvoice(number, joining.now()));
    await goTo(one, terms.unpaid);
    expect((await applicationOf(one)).status).toBe('admitted');
    expect((await linesOf(one)).includes('invoice-unpaid')).toBe(false);
  });
});

describe('a delay', () => {
  it('that is granted moves every step that is still to come', async () => {
    const one = await approved();
    await goTo(one, -7);
    const { number, dueOn } = await owed(one);
    const { changeReceivable } = await import('../../functions/data/receivables.ts');
    await changeReceivable(number, (before) => ({
      receivable: { ...before, delayAsked: { until: '2026-12-20', reason: 'Trésorerie.', at: joining.now() } },
      at: joining.now(),
      events: [],
    }));
    await changeReceivable(number, (before) => {
      const { receivable, until } = grantDelay(before);
      const happening = { type: 'delay-granted' as const, number, until, comment: '' };
      return { receivable, at: joining.now(), events: [{ actor: by, happening }] };
    });
    expect((await owed(one)).dueOn > dueOn).toBe(true);
    await goTo(one, -1);
    expect(duesMails(one)).toEqual(['invoice-issued', 'payment-due']);
    await goTo(one, 0);
    expect(duesMails(one)).toEqual(['invoice-issued', 'payment-due', 'payment-due']);
    await joining.pay(one);
    expect((await applicationOf(one)).status).toBe('admitted');
  });
});

describe('what the treasurer decides', () => {
  it('a waiver is as good as a payment', async () => {
    const one = await approved();
    const { waiveInvoice } = await import('../../functions/invoices/waive.ts');
    const { number } = await owed(one);
    await waiveInvoice(number, { cents: null, reason: 'Partenaire.', by, now: joining.now(), post: null });
    await joining.advance({ minutes: 0 });
    expect(await owed(one)).toMatchObject({ status: 'waived' });
    expect((await applicationOf(one)).status).toBe('admitted');
    expect(await states(one)).toEqual(expect.arrayContaining(['Dues waived', 'Member admitted']));
    await expectBooks(one);
  });

  it('a credit note of all that is owed ends the application in order', async () => {
    const one = await approved();
    const { creditAndTell } = await import('../../functions/invoices/credit.ts');
    const { number } = await owed(one);
    await creditAndTell(number, { cents: null, reason: 'Erreur.', by, now: joining.now(), post: null });
    await joining.advance({ minutes: 0 });
    expect(await applicationOf(one)).toMatchObject({ status: 'expired', expiryReason: 'dues-cancelled' });
    expect(await states(one)).toContain('Dues cancelled');
    await expectBooks(one);
  });
});

describe('withdrawal', () => {
  const ends = async (one: Submitted) => {
    expect(await endOf(one)).toEqual(['Application withdrawn', 'SUCCEEDED']);
    expect(await applicationOf(one)).toMatchObject({ status: 'withdrawn', closedAt: expect.any(String) });
    expect(await owed(one)).toMatchObject({ status: 'cancelled', token: null });
    expect(duesMails(one).slice(-2)).toEqual(['credit-note-issued', 'application-withdrawn']);
    await expectBooks(one);
  };

  it('while the payment is awaited voids what was invoiced', async () => {
    const one = await approved();
    expect((await withdraw(one)).status).toBe(202);
    await ends(one);
  });

  it('told to nobody as the process died: the redelivery job tells it', async () => {
    const one = await approved();
    const { withdrawApplication } = await import('../../functions/applications/withdraw.ts');
    await withdrawApplication(one.applicationId, joining.now());
    await joining.redeliver();
    await ends(one);
  });

  it.each(['IssueInvoice', 'PlanCollection', 'AwaitPayment'])('between two steps: %s finds it', async (name) => {
    const form = formOf();
    joining.before(name, async () => {
      const { findSirenLock } = await import('../../functions/data/siren-locks.ts');
      const lock = await findSirenLock(form.company.siren);
      const { withdrawApplication } = await import('../../functions/applications/withdraw.ts');
      await withdrawApplication(lock?.id ?? '', joining.now());
    });
    const one = await joining.apply(form);
    await joining.confirm(one);
    await joining.decide(one, 'review-application', { decision: 'approve' });
    expect(await endOf(one)).toEqual(['Application withdrawn', 'SUCCEEDED']);
    if (name !== 'IssueInvoice') await ends(one);
  });

  it.each(['DrawUpQuote', 'RemindCompany', 'MarkUnpaid'])('between two steps: %s finds it too', async (name) => {
    if (name === 'DrawUpQuote') {
      const one = await joining.apply();
      await joining.confirm(one);
      joining.before(name, () => withdrawNow(one));
      await joining.decide(one, 'review-application', { decision: 'approve' });
      expect(await endOf(one)).toEqual(['Application withdrawn', 'SUCCEEDED']);
      return;
    }
    const one = await approved();
    joining.before(name, () => withdrawNow(one));
    await goTo(one, terms.unpaid);
    await ends(one);
  });

  const withdrawNow = async ({ applicationId }: Submitted) => {
    const { withdrawApplication } = await import('../../functions/applications/withdraw.ts');
    await withdrawApplication(applicationId, joining.now());
  };
});

describe('faults', () => {
  it('that pass are retried, with one invoice and one mail', async () => {
    joining.break('IssueInvoice', ErrorName.TransientMail, 2);
    joining.break('AwaitPayment', 'Lambda.TooManyRequestsException', 1);
    const one = await joining.apply();
    await joining.confirm(one);
    await joining.decide(one, 'review-application', { decision: 'approve' });
    await joining.advance({ minutes: 2 });
    expect(duesMails(one)).toEqual(['invoice-issued']);
    await joining.pay(one);
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('that do not pass fail the application and keep its invoice; a restart goes on with it', async () => {
    const one = await approved();
    const { number } = await owed(one);
    joining.break('RemindCompany', 'TypeError');
    await goTo(one, terms.reminders[0] ?? 0);
    expect((await applicationOf(one)).status).toBe('failed');
    expect(await owed(one)).toMatchObject({ status: 'open' });
    joining.break('RemindCompany', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect((await applicationOf(one)).status).toBe('awaiting-payment');
    expect((await owed(one)).steps).toHaveLength(1);
    await joining.pay(one);
    expect((await owed(one)).number).toBe(number);
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('too old to be redriven: a new execution waits for the same invoice', async () => {
    const one = await approved();
    const { number } = await owed(one);
    joining.break('RemindCompany', 'TypeError');
    await goTo(one, terms.reminders[0] ?? 0);
    await joining.advance({ days: 20 });
    joining.break('RemindCompany', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect(await applicationOf(one)).toMatchObject({
      status: 'awaiting-payment',
      executionName: `${one.applicationId}-1`,
    });
    await joining.pay(one);
    expect((await owed(one)).number).toBe(number);
    expect((await applicationOf(one)).status).toBe('admitted');
  });
});

describe('nothing owed', () => {
  it('issues nothing, and admits', async () => {
    const free = policyAt('2026-01-05');
    const { publishDuesPolicy } = await import('../../functions/data/dues-policies.ts');
    const from = new Date(Date.parse(joining.now()) + 86_400_000).toISOString().slice(0, 10);
    const policy = { ...free, version: 'free', from, bands: [{ from: 0, to: null, cents: 0 }], flat: {} };
    await publishDuesPolicy(policy, { by: 'Camille', at: joining.now() });
    await joining.advance({ days: 1 });
    const one = await joining.apply();
    await joining.confirm(one);
    await joining.decide(one, 'review-application', { decision: 'approve' });
    expect((await applicationOf(one)).status).toBe('admitted');
    const { listReceivables } = await import('../../functions/data/receivables.ts');
    expect(await listReceivables(one.applicationId)).toEqual([]);
    expect(await states(one)).toEqual(expect.arrayContaining(['Nothing owed', 'Paid?', 'Admit member']));
  });
});

it('went through every state of dues', () => {
  const seen = joining.everEntered();
  expect(Object.keys(dues.States).filter((state) => !seen.has(state))).toEqual([]);
});
