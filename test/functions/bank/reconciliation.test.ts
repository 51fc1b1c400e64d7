import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { invoiceReference } from '../../../domain/payment/reference.ts';
import { accounts, bankFile, credit, linesOf, matchAll, reconcile, tellAll, upload } from '../../support/bank.ts';
import { type Invoiced, invoicedCompany } from '../../support/dues.ts';
import { formOf, nextSiren } from '../../support/forms.ts';
import { type Stock, stockOf } from '../../support/made.ts';
import { type Submitted, startWorld, type World } from '../../support/world.ts';

jest.setTimeout(60_000);

const NOW = '2026-10-05T08:00:00.000Z';
const treasurer = ['treasurer'];

let world: World;
let stock: Stock<Invoiced>;
beforeAll(async () => {
  world = await startWorld();
  stock = await stockOf(world, 3, () => invoicedCompany(world, NOW));
});
beforeEach(() => stock.refill());
afterAll(() => world.close());

/** The next company with an invoice. Its dues are 300 €: 12 people, half in the first year from July on. */
const invoiced = () => stock.next();
const receivable = async (number: string) => {
  const { getReceivable } = await import('../../../functions/data/receivables.ts');
  return getReceivable(number);
};
const payments = async ({ applicationId }: Submitted) => {
  const { listPayments } = await import('../../../functions/data/payments.ts');
  return listPayments(applicationId);
};
const told = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
let count = 0;
const next = () => {
  count += 1;
  return `REF${count}`;
};
const paying = (one: { number: string }, cents: number, rest = {}) =>
  credit(next(), cents, { reference: invoiceReference(one.number), ...rest });
const queue = async () => {
  const reply = await world.call('ListUnmatchedLines', { staff: treasurer, query: { limit: '100' } });
  return z
    .array(
      z.looseObject({
        lineId: z.string(),
        state: z.string(),
        proposals: z.array(z.object({ number: z.string(), reasons: z.array(z.string()) })),
      }),
    )
    .parse(reply.body.items);
};
const match = (id: string, ...numbers: string[]) =>
  world.call('MatchBankLine', { staff: treasurer, params: { id }, body: { numbers }, now: NOW });
const dismiss = (id: string) =>
  world.call('DismissBankLine', { staff: treasurer, params: { id }, body: { reason: 'Pas à nous.' }, now: NOW });

describe('a line with a reference', () => {
  it('pays its invoice exactly, in part, or with a rest that is held', async () => {
    const [exact, part, over] = [await invoiced(), await invoiced(), await invoiced()];
    const before = await accounts();
    const id = await reconcile(
      world,
      bankFile([paying(exact, 300_00), paying(part, 100_00), paying(over, 350_00, { text: ['trop'] })]),
    );
    expect(await linesOf(world, id)).toMatchObject([
      { state: 'matched', invoices: [{ number: exact.number, cents: 300_00 }], heldCents: 0 },
      { state: 'part', invoices: [{ number: part.number, cents: 100_00 }] },
      { state: 'over', invoices: [{ number: over.number, cents: 300_00 }], heldCents: 50_00 },
    ]);
    expect((await receivable(exact.number)).status).toBe('paid');
    expect(await receivable(part.number)).toMatchObject({ status: 'part-paid', paidCents: 100_00 });
    expect(await payments(over)).toMatchObject([{ cents: 350_00, heldCents: 50_00, method: 'transfer' }]);
    expect(await told(over)).toEqual(expect.arrayContaining(['payment-received', 'credit-held']));
    const after = await accounts();
    expect((after['512000'] ?? 0) - (before['512000'] ?? 0)).toBe(750_00);
    expect((after['419100'] ?? 0) - (before['419100'] ?? 0)).toBe(-50_00);
    const reply = await world.call('GetBankStatement', { staff: treasurer, params: { id } });
    expect(reply.body).toMatchObject({
      status: 'done',
      lines: 3,
      done: 3,
      counts: { matched: 1, part: 1, over: 1 },
      uploadedBy: 'staff-treasurer',
    });
  });

  it('is found in the text too, wherever the bank broke it, and in what the payer calls the transfer', async () => {
    const [text, name] = [await invoiced(), await invoiced()];
    const reference = invoiceReference(text.number);
    const id = await reconcile(
      world,
      bankFile([
        credit(next(), 300_00, { text: [`COTISATION ${reference.slice(0, 6)}`, reference.slice(6)] }),
        credit(next(), 300_00, { endToEndId: invoiceReference(name.number) }),
      ]),
    );
    expect((await linesOf(world, id)).map(({ state }) => state)).toEqual(['matched', 'matched']);
  });

  it('adds up parts, and holds all of what comes for a settled invoice', async () => {
    const one = await invoiced();
    const id = await reconcile(
      world,
      bankFile([paying(one, 100_00), paying(one, 200_00), paying(one, 30_00), paying(one, 12_34)]),
    );
    expect((await linesOf(world, id)).map(({ state, heldCents }) => [state, heldCents])).toEqual([
      ['part', 0],
      ['matched', 0],
      ['over', 30_00],
      ['over', 12_34],
    ]);
    expect(await payments(one)).toHaveLength(4);
  });

  it('pays several invoices, each company with a payment of its own, and holds the rest for the first', async () => {
    const [a, b] = [await invoiced(), await invoiced()];
    const text = [`${invoiceReference(a.number)} ${invoiceReference(b.number)}`];
    const id = await reconcile(world, bankFile([credit(next(), 700_00, { text })]));
    expect(await linesOf(world, id)).toMatchObject([{ state: 'over', heldCents: 100_00 }]);
    expect(await payments(a)).toMatchObject([{ cents: 400_00, heldCents: 100_00 }]);
    expect(await payments(b)).toMatchObject([{ cents: 300_00, heldCents: 0 }]);
    expect(await told(b)).toContain('payment-received');
  });
});

describe('a line without one', () => {
  it('is paid by the number of the invoice only when the amount is the very one', async () => {
    const [exact, other] = [await invoiced(), await invoiced()];
    const id = await reconcile(
      world,
      bankFile([
        credit(next(), 300_00, { text: [`Facture ${exact.number}`] }),
        credit(next(), 299_00, { text: [`Facture ${other.number}`] }),
      ]),
    );
    expect((await linesOf(world, id)).map(({ state }) => state)).toEqual(['matched', 'unknown']);
    expect((await receivable(other.number)).status).toBe('open');
  });

  it('waits with proposals, each with why, until a person confirms; its money waits in suspense', async () => {
    const one = await invoicedCompany(world, NOW, formOf({ company: { legalName: 'Les Ateliers du Furan' } }));
    const slip = invoiceReference(one.number).replace(/^RF\d\d/, 'RF00');
    const before = await accounts();
    const id = await reconcile(
      world,
      bankFile([credit(next(), 300_00, { reference: slip, payer: 'SARL ATELIERS FURAN' })]),
    );
    const [line] = await linesOf(world, id, { state: 'unknown' });
    const waiting = (await accounts())['471000'] ?? 0;
    expect(waiting - (before['471000'] ?? 0)).toBe(-300_00);
    const found = (await queue()).find(({ lineId }) => lineId === line?.lineId);
    expect(found?.proposals[0]).toMatchObject({ number: one.number });
    expect(found?.proposals[0]?.reasons).toEqual(expect.arrayContaining(['reference', 'name']));
    const reply = await match(line?.lineId ?? '', one.number);
    expect(reply.body).toMatchObject({ state: 'matched', invoices: [{ number: one.number, cents: 300_00 }] });
    expect((await receivable(one.number)).status).toBe('paid');
    expect((await accounts())['471000'] ?? 0).toBe(before['471000'] ?? 0);
    expect((await match(line?.lineId ?? '', one.number)).problem).toBe('line-closed');
    expect((await dismiss(line?.lineId ?? '')).problem).toBe('line-closed');
    const { body } = await world.call('GetBankStatement', { staff: treasurer, params: { id } });
    expect(body.counts).toMatchObject({ matched: 1, unknown: 0 });
    expect(world.mailsTo(one.form.contact.email).map(({ template }) => template)).toContain('test-dues-settled-fr');
  });

  it('is set aside with a reason, and leaves the books', async () => {
    const before = await accounts();
    const id = await reconcile(world, bankFile([credit(next(), 77_00, { text: ['Subvention'] })]));
    const [line] = await linesOf(world, id);
    expect(line).toMatchObject({ state: 'unknown' });
    const reply = await dismiss(line?.lineId ?? '');
    expect(reply.body).toMatchObject({ state: 'dismissed', note: expect.stringContaining('Pas à nous.') });
    expect(await accounts()).toEqual(before);
    expect((await dismiss(line?.lineId ?? '')).problem).toBe('line-closed');
  });

  it('pays nothing that is settled, and no invoice there is not', async () => {
    const one = await invoiced();
    await reconcile(world, bankFile([paying(one, 300_00)]));
    const id = await reconcile(world, bankFile([credit(next(), 300_00, { text: ['rien'] })]));
    const [line] = await linesOf(world, id);
    expect((await match(line?.lineId ?? '', one.number)).problem).toBe('invoice-settled');
    const refused = await match(line?.lineId ?? '', 'F2026-999999');
    expect([refused.problem, refused.errors]).toEqual(['invalid-fields', { 'numbers.0': 'invoice.unknown' }]);
    expect((await match('nothing', one.number)).problem).toBe('not-found');
    expect((await linesOf(world, id))[0]).toMatchObject({ state: 'unknown' });
  });

  it('is not ours when it left or is in another currency', async () => {
    const before = await accounts();
    const one = await invoicedCompany(world, NOW);
    const reference = invoiceReference(one.number);
    const issued = await accounts();
    const id = await reconcile(
      world,
      bankFile([
        credit(next(), 300_00, { reference }, { credit: false }),
        credit(next(), 300_00, { reference, currency: 'USD' }),
        credit(next(), 300_00, { reference }, { status: 'PDNG' }),
      ]),
    );
    expect((await linesOf(world, id)).map(({ state, cents }) => [state, cents])).toEqual([
      ['debit', -300_00],
      ['other-currency', 300_00],
    ]);
    expect(await accounts()).toEqual(issued);
    expect(before).not.toEqual(issued);
    expect((await receivable(one.number)).status).toBe('open');
  });
});

describe('a file that comes again', () => {
  it('is the same file, packed or not, and changes nothing', async () => {
    const one = await invoiced();
    const xml = bankFile([paying(one, 100_00), credit(next(), 10_00)]);
    const id = await reconcile(world, xml);
    const [before, balance] = [await accounts(), await receivable(one.number)];
    const again = await world.call('UploadBankStatement', {
      staff: treasurer,
      rawBody: xml,
      headers: { 'content-type': 'application/xml' },
      now: NOW,
    });
    expect(again.body).toEqual({ statementId: id, lines: 2, known: true });
    await matchAll(world, id);
    expect([await accounts(), await receivable(one.number)]).toEqual([before, balance]);
  });

  it('overlapping another, pays only what is new', async () => {
    const [one, two] = [await invoiced(), await invoiced()];
    const [first, second, third] = [paying(one, 100_00), credit(next(), 10_00), paying(two, 300_00)];
    await reconcile(world, bankFile([first, second]));
    const id = await reconcile(world, bankFile([second, first, third], { id: 'S2' }));
    expect((await linesOf(world, id)).map(({ state }) => state)).toEqual(['known', 'known', 'matched']);
    expect(await payments(one)).toHaveLength(1);
  });

  it('may hold one line in two of its statements', async () => {
    const one = await invoiced();
    const line = paying(one, 100_00);
    const { writeCamt } = await import('../../../local/bank/camt.ts');
    const { SAMPLE_SELLER } = await import('../../../domain/dues/policies.ts');
    const statement = { id: 'A', from: '2026-10-01', to: '2026-10-05', entries: [line] };
    const xml = writeCamt({ iban: SAMPLE_SELLER.iban, statements: [statement, { ...statement, id: 'B' }] });
    const id = await reconcile(world, xml);
    expect((await linesOf(world, id)).map(({ state }) => state).sort()).toEqual(['known', 'part']);
  });

  it('twice at once, or overlapping at once, pays once', async () => {
    const ones = [await invoiced(), await invoiced(), await invoiced()];
    const lines = ones.map((one) => paying(one, 300_00));
    const files = [bankFile(lines), bankFile(lines), bankFile([...lines].reverse(), { id: 'S9' })];
    const ids = await Promise.all(files.map((xml) => reconcile(world, xml)));
    expect(new Set(ids).size).toBe(2);
    for (const one of ones) {
      expect(await payments(one)).toHaveLength(1);
      expect((await receivable(one.number)).status).toBe('paid');
    }
    const states = (await Promise.all([...new Set(ids)].map((id) => linesOf(world, id)))).flat().map((l) => l.state);
    expect(states.filter((state) => state === 'matched')).toHaveLength(3);
    expect(states.filter((state) => state === 'known')).toHaveLength(3);
  });
});

describe('one transfer for the invoices of many companies', () => {
  /** So many more like one, each of a dossier of its own. */
  const like = async ({ applicationId, number, form }: Invoiced, more: number): Promise<string[]> => {
    const numbers = Array.from({ length: more }, (_, at) => `F2026-9${String(at).padStart(5, '0')}`);
    await world.copy(
      numbers.map(
        (copy) =>
          new Map([
            [applicationId, randomUUID()],
            [number, copy],
            [invoiceReference(number), invoiceReference(copy)],
            [form.company.siren, nextSiren()],
          ]),
      ),
    );
    return [number, ...numbers];
  };

  it('is shared out by hand among sixteen at most, and by the machine no further either', async () => {
    const numbers = await like(await invoiced(), 16);
    const text = [numbers.map(invoiceReference).join(' ')];
    const id = await reconcile(world, bankFile([credit(next(), 5_100_00, { text })]));
    const [line] = await linesOf(world, id);
    expect(line?.state).toBe('unknown');
    expect((await match(line?.lineId ?? '', ...numbers)).errors).toEqual({ numbers: 'too-many' });
    const shared = await match(line?.lineId ?? '', ...numbers.slice(0, 16));
    expect(shared.body).toMatchObject({ state: 'over', heldCents: 300_00, invoices: { length: 16 } });
    expect((await receivable(numbers[15] ?? '')).status).toBe('paid');
  });
});

describe('a payment that the bank takes back', () => {
  const takenBack = (cents: number, rest = {}) =>
    credit(next(), cents, rest, { credit: false, reversal: true, bookedOn: '2026-10-09' });

  it('reopens its invoice, found by what the payer calls the transfer', async () => {
    const one = await invoiced();
    const before = await accounts();
    await reconcile(world, bankFile([paying(one, 350_00, { endToEndId: 'E2E-77' })]));
    const id = await reconcile(world, bankFile([takenBack(350_00, { endToEndId: 'E2E-77' })]));
    expect(await linesOf(world, id)).toMatchObject([{ state: 'reversal', cents: -350_00 }]);
    expect(await receivable(one.number)).toMatchObject({ status: 'open', paidCents: 0 });
    expect(await payments(one)).toMatchObject([{ reversedOn: '2026-10-09', heldCents: 0 }]);
    expect(await accounts()).toEqual(before);
    expect(await told(one)).toContain('payment-reversed');
    await tellAll(world, id);
    await tellAll(world, id);
    const mails = world.mailsTo(one.form.contact.email).map(({ template }) => template);
    expect(mails.filter((template) => template === 'test-payment-reversed-fr')).toHaveLength(1);
  });

  it('in the same file, after it, found by the invoice', async () => {
    const one = await invoiced();
    const reference = invoiceReference(one.number);
    const id = await reconcile(world, bankFile([paying(one, 300_00), takenBack(300_00, { reference })]));
    expect((await linesOf(world, id)).map(({ state }) => state)).toEqual(['matched', 'reversal']);
    expect((await receivable(one.number)).status).toBe('open');
  });

  it('is never another company’s that calls its transfer alike: a person says whose it was', async () => {
    const [one, other] = [await invoiced(), await invoiced()];
    const alike = { endToEndId: 'COTISATION 2026' };
    const paid = [paying(one, 300_00, { ...alike, payer: 'UN' }), paying(other, 300_00, { ...alike, payer: 'AUTRE' })];
    await reconcile(world, bankFile(paid));
    const id = await reconcile(world, bankFile([takenBack(300_00, alike)]));
    const [line] = await linesOf(world, id);
    expect(line).toMatchObject({ state: 'unknown', cents: -300_00 });
    const statuses = async () => [(await receivable(one.number)).status, (await receivable(other.number)).status];
    expect(await statuses()).toEqual(['paid', 'paid']);
    // One that names its invoice says it itself, whichever came last.
    await dismiss(line?.lineId ?? '');
    const named = takenBack(300_00, { ...alike, reference: invoiceReference(one.number) });
    await reconcile(world, bankFile([named]));
    expect(await statuses()).toEqual(['open', 'paid']);
  });

  it('is not found by a number that the bank merely counts its entries by', async () => {
    const one = await invoiced();
    const counted = { bankReference: undefined, entryReference: '3' };
    const first = [{ ...paying(one, 300_00), ...counted }];
    await reconcile(world, bankFile(first));
    const back = [{ ...takenBack(300_00, { text: ['rejet'] }), ...counted }];
    const id = await reconcile(world, bankFile(back, { id: 'S2', from: '2026-11-01', to: '2026-11-30' }));
    const [line] = await linesOf(world, id);
    expect([line?.state, (await receivable(one.number)).status]).toEqual(['unknown', 'paid']);
    await dismiss(line?.lineId ?? '');
  });

  it('that nobody had matched yet, leaves suspense with it', async () => {
    const before = await accounts();
    await reconcile(world, bankFile([credit(next(), 55_00, { endToEndId: 'E2E-55' })]));
    const id = await reconcile(world, bankFile([takenBack(55_00, { endToEndId: 'E2E-55' })]));
    expect((await linesOf(world, id)).map(({ state }) => state)).toEqual(['reversal']);
    expect({ ...(await accounts()), '471000': 0 }).toEqual({ ...before, '471000': 0 });
    expect((await accounts())['471000'] ?? 0).toBe(before['471000'] ?? 0);
  });

  it('that is not recognised, waits for a person, who says which invoice it was', async () => {
    const one = await invoiced();
    await reconcile(world, bankFile([paying(one, 300_00)]));
    const id = await reconcile(world, bankFile([takenBack(300_00, { text: ['reprise'] })]));
    const [line] = await linesOf(world, id);
    expect(line).toMatchObject({ state: 'unknown', cents: -300_00 });
    const reply = await match(line?.lineId ?? '', one.number);
    expect(reply.body).toMatchObject({ state: 'reversal' });
    expect((await receivable(one.number)).status).toBe('open');
    const other = await reconcile(world, bankFile([takenBack(300_00, { text: ['encore'] })]));
    const [second] = await linesOf(world, other);
    expect((await match(second?.lineId ?? '', one.number)).errors).toEqual({ numbers: 'reversal.no-payment' });
    await dismiss(second?.lineId ?? '');
  });
});

describe('what is refused', () => {
  it.each([
    ['a file that is no XML', 'IBAN;Montant', 'not-xml'],
    ['another message', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>', 'not-camt053'],
    ['a bomb', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'not-camt053'],
    ['another account', bankFile([], {}, 'FR7630006000011234567890189'), 'other-account'],
    ['an amount of nothing', bankFile([credit('Z', 0)]), 'invalid-fields'],
    ['a file of 50 MB', bankFile([]).replace('</Stmt>', `${' '.repeat(50_000_000)}</Stmt>`), 'body-too-large'],
  ])('%s', async (_, xml, problem) => expect((await upload(world, xml)).problem).toBe(problem));

  it('another kind of content', async () => {
    const reply = await world.call('UploadBankStatement', {
      staff: treasurer,
      rawBody: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.problem).toBe('unsupported-media-type');
  });
});
