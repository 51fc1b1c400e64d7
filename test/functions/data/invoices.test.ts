import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refusal } from '../../../domain/errors.ts';
import { payReceivable } from '../../../domain/invoice/moves.ts';
import { paymentReceived } from '../../../domain/ledger/postings.ts';
import { invoiceFor } from '../../support/dues.ts';
import { formOf } from '../../support/forms.ts';
import { type Submitted, startWorld, submit, type World } from '../../support/world.ts';

jest.setTimeout(60_000);

const T0 = '2026-10-05T08:00:00.000Z';
const by = { kind: 'staff', id: 's1', name: 'Camille' } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const data = async () => ({
  ...(await import('../../../functions/data/invoices.ts')),
  ...(await import('../../../functions/data/receivables.ts')),
  ...(await import('../../../functions/data/ledger.ts')),
  ...(await import('../../../functions/data/timeline.ts')),
});
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};
const issued = async (now = T0): Promise<{ one: Submitted; number: string }> => {
  const one = await submit(world, formOf(), now);
  return { one, number: (await invoiceFor(one, now)).number };
};
const pay = async (number: string, cents: number) => {
  const { changeReceivable } = await data();
  return changeReceivable(number, (receivable, { form }) => ({
    receivable: payReceivable(receivable, cents),
    at: T0,
    events: [
      { actor: by, happening: { type: 'payment-received', number, cents, method: 'transfer', comment: 'Relevé' } },
    ],
    ledger: [
      paymentReceived(
        {
          key: `payment:${number}:${cents}`,
          date: '2026-10-06',
          piece: 'R1',
          pieceDate: '2026-10-06',
          label: '',
          at: T0,
        },
        'transfer',
        [{ party: { code: form.company.siren, name: '' }, allocatedCents: cents, heldCents: 0 }],
      ),
    ],
  }));
};

describe('an invoice', () => {
  it('is there with what is owed, its line and its entry; asked again it is found', async () => {
    const { one, number } = await issued();
    const { findInvoice, findReceivable, findReceivableByReference, issueInvoiceOf, ledgerOfDossier, listTimeline } =
      await data();
    const { policyAt } = await import('../../../domain/dues/policies.ts');
    const dues = { applicationId: one.applicationId, duesId: `${one.applicationId}~joining` };
    const { holderOf } = await import('../../../functions/dues/holder.ts');
    const invoice = await issueInvoiceOf(dues, policyAt('2026-10-05'), '2026-11-05T08:00:00.000Z', holderOf);
    expect(invoice.number).toBe(number);
    expect(await findInvoice(number)).toEqual(invoice);
    const receivable = await findReceivable(number);
    expect(receivable).toMatchObject({ status: 'open', dueOn: '2026-11-04', siren: one.form.company.siren });
    expect(await findReceivableByReference(invoice.reference)).toEqual(receivable);
    const entries = await all(ledgerOfDossier(one.applicationId));
    expect(entries.map(({ key, journal }) => [key, journal])).toEqual([[`invoice:${number}`, 'VE']]);
    const lines = (await listTimeline(one.applicationId)).map(({ happening }) => happening.type);
    expect(lines).toEqual(['application-received', 'invoice-issued']);
  });

  it('comes back from its issue as it is kept, whoever else takes a number or writes to its dossier meanwhile', async () => {
    const { findInvoice } = await data();
    const { changeApplication } = await import('../../../functions/data/applications.ts');
    const ones = await Promise.all(Array.from({ length: 6 }, () => submit(world, formOf(), T0)));
    const touch = ({ applicationId }: Submitted) =>
      changeApplication(applicationId, (application) => ({ application, at: T0, events: [] }));
    const invoices = await Promise.all(
      ones.map(async (one) => (await Promise.all([invoiceFor(one, T0), touch(one)]))[0]),
    );
    const numbers = invoices.map(({ number }) => Number(number.slice(6))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, place) => (numbers[0] ?? 0) + place));
    for (const invoice of invoices) expect(await findInvoice(invoice.number)).toEqual(invoice);
  });

  it('is owed until it is paid in parts, and what is settled takes no more', async () => {
    const { number } = await issued();
    const { findReceivable } = await data();
    const total = (await findReceivable(number))?.totalCents ?? 0;
    expect(await pay(number, 100)).toMatchObject({ status: 'part-paid', paidCents: 100 });
    expect(await pay(number, total - 100)).toMatchObject({ status: 'paid' });
    await expect(pay(number, 1)).rejects.toEqual(new Refusal('invoice-settled'));
  });

  it('is cancelled by a credit note of another series, which finds nothing left', async () => {
    const { one, number } = await issued();
    const { creditInvoice, findReceivable, getInvoice, ledgerOfDossier } = await data();
    const { note, receivable } = await creditInvoice(number, { cents: null, reason: 'Erreur', by, now: T0 });
    expect(note).toMatchObject({ kind: 'credit-note', corrects: { number, reason: 'Erreur' } });
    expect(note.number).toMatch(/^A2026-/);
    expect(receivable).toMatchObject({ status: 'cancelled' });
    expect(await getInvoice(note.number)).toEqual(note);
    expect(await findReceivable(note.number)).toBeNull();
    await expect(creditInvoice(number, { cents: null, reason: 'x', by, now: T0 })).rejects.toEqual(
      new Refusal('invoice-settled'),
    );
    expect(await all(ledgerOfDossier(one.applicationId))).toHaveLength(2);
  });

  it('is never dated before the one before it', async () => {
    const { number } = await issued('2026-12-20T08:00:00.000Z');
    const { number: next } = await issued('2026-12-19T08:00:00.000Z');
    const { getInvoice } = await data();
    expect(Number(next.slice(6))).toBe(Number(number.slice(6)) + 1);
    expect((await getInvoice(next)).issuedOn).toBe('2026-12-20');
  });
});
