import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RouteName } from '../../../domain/contract/routes.ts';
import { changeCategory } from '../../../domain/member/change.ts';
import { invoiceFor } from '../../support/dues.ts';
import { claimsOf, type EventOptions } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { type Joined, joinMember } from '../../support/members.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests before the first test, on a machine that may be busy with others.
jest.setTimeout(60_000);

const T0 = '2027-03-15T08:00:00.000Z';
const T1 = '2027-06-01T08:00:00.000Z';
const LYON = { establishment: { postcode: '69003', communeCode: '69383', street: '1 rue de la Part-Dieu' } };
const named = (legalName: string, changes: object = {}) => formOf({ company: { legalName }, ...changes });

let world: World;
let esker: Joined;
let zinc: Joined;
let eclat: Joined;
let gone: Joined;

beforeAll(async () => {
  world = await startWorld();
  esker = await joinMember(world, T0, named('ESKER', LYON));
  zinc = await joinMember(
    world,
    T0,
    named('Zinc Données', { figures: [{ year: 2026, employees: 60, turnover: 9_000_000 }] }),
  );
  eclat = await joinMember(world, T0, named('Éclat Numérique', { growthProgramme: true }));
  gone = await joinMember(world, T0, named('Partie Ailleurs'));
  await world.call('ExcludeMember', {
    params: { id: gone.number },
    staff: ['admin'],
    body: { reason: 'Décision du bureau.' },
    now: T0,
  });
  await invoiceFor(zinc, T0);
}, 60_000);
afterAll(() => world.close());

const ask = (name: RouteName, query: Record<string, string>, staff: EventOptions['staff'] = ['admin']) =>
  world.call(name, { query, staff, now: T1 });
const namesOf = async (query: Record<string, string>, staff: EventOptions['staff'] = ['admin']) => {
  const { body } = await ask('ListMembers', query, staff);
  return (body.items as { companyName: string }[]).map(({ companyName }) => companyName);
};

const written = ({ file }: { file: Buffer | null }): string => file?.toString('utf8') ?? '';

describe('the directory', () => {
  it('is searched with typos and without accents, and sorted', async () => {
    expect(await namesOf({ q: 'eclat numerqiue' })).toEqual(['Éclat Numérique']);
    expect(await namesOf({ q: esker.form.company.siren })).toEqual(['ESKER']);
    expect(await namesOf({ q: '(a+)+$' })).toEqual([]);
    expect(await namesOf({ sort: 'name' })).toEqual(['Éclat Numérique', 'ESKER', 'Zinc Données']);
    expect(await namesOf({ sort: '-name' })).toEqual(['Zinc Données', 'ESKER', 'Éclat Numérique']);
  });

  it('is filtered by all it shows, with or without an order', async () => {
    const orders: Record<string, string>[] = [{}, { sort: 'name' }];
    for (const sort of orders) {
      expect(await namesOf({ antenna: 'LYO', ...sort })).toEqual(['ESKER']);
      expect(await namesOf({ size: 'medium', ...sort })).toEqual(['Zinc Données']);
      expect(await namesOf({ growth: 'interested', ...sort })).toEqual(['Éclat Numérique']);
      expect(await namesOf({ dues: 'late', ...sort })).toEqual(['Zinc Données']);
      expect(await namesOf({ dues: 'owed', ...sort })).toEqual([]);
      expect(await namesOf({ status: 'excluded', ...sort })).toEqual(['Partie Ailleurs']);
    }
  });

  it('says of each what it owes, without being asked', async () => {
    const { body } = await ask('ListMembers', { sort: 'name' });
    expect(body).toMatchObject({
      total: 3,
      items: [{ dues: 'settled', growth: 'interested' }, { dues: 'settled' }, { dues: 'late', size: 'medium' }],
    });
    expect((await ask('ListMembers', {})).body).toMatchObject({ total: null, items: [{}, { dues: 'late' }, {}] });
  });

  it('comes in pages in every order', async () => {
    for (const query of [{ sort: 'turnover' }, { sort: '-city' }, { q: 'num' }] as Record<string, string>[]) {
      const whole = await namesOf(query);
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Record<string, string> = { ...query, limit: '1', ...(cursor === null ? {} : { cursor }) };
        const { body } = await ask('ListMembers', page);
        read.push(...(body.items as { companyName: string }[]).map(({ companyName }) => companyName));
        cursor = body.nextCursor as string | null;
      } while (cursor !== null);
      expect(read).toEqual(whole);
    }
  });

  it('shows an antenna its own members alone, whatever it asks for', async () => {
    const own = claimsOf(['antenna:LYO']);
    for (const query of [{}, { sort: 'name' }, { q: 'numerique' }, { status: 'excluded' }, { dues: 'late' }]) {
      for (const name of await namesOf(query as Record<string, string>, own)) expect(name).toBe('ESKER');
    }
    expect(await namesOf({ sort: 'name' }, own)).toEqual(['ESKER']);
    expect((await ask('ListMembers', { antenna: 'STE', sort: 'name' }, own)).problem).toBe('wrong-antenna');
    const file = await ask('ExportMembers', { format: 'csv', columns: 'name' }, own);
    expect(written(file)).toBe('\ufeffEntreprise\r\nESKER\r\n');
  });

  it('refuses ten kilobytes of search, and a cursor of another list', async () => {
    const refused = await ask('ListMembers', { q: '(a+)+$'.repeat(1_700) });
    expect([refused.problem, refused.errors]).toEqual(['invalid-query', { q: 'too-long' }]);
    const { body } = await ask('ListMembers', { limit: '1' });
    expect((await ask('ListMembers', { sort: 'name', cursor: String(body.nextCursor) })).problem).toBe('invalid-query');
  });
});

describe('the export', () => {
  it('is a table in French form, in the order and with the columns asked for', async () => {
    const reply = await ask('ExportMembers', {
      format: 'csv',
      sort: 'name',
      columns: 'name,number,antenna,status,dues,admitted,employees',
    });
    const [text, { headers }] = [written(reply), reply];
    expect(headers['content-disposition']).toBe('attachment; filename="membres-2027-06-01.csv"');
    expect(text.split('\r\n')[0]).toBe('\ufeffEntreprise;Numéro;Antenne;État;Cotisation;Admis le;Effectif');
    expect(text).toContain(`Zinc Données;${zinc.number};Saint-Étienne – Roanne;Actif;En retard;15/03/2027;60\r\n`);
  });

  it('refuses columns that are none', async () => {
    expect((await ask('ExportMembers', { format: 'csv', columns: 'name,password' })).problem).toBe('invalid-query');
    expect((await ask('ExportMembers', { format: 'pdf', columns: 'name' })).problem).toBe('invalid-query');
  });

  it('has each member once while members change and move between antennas', async () => {
    const { changeMember } = await import('../../../functions/data/members.ts');
    const changing = (async () => {
      for (let turn = 0; turn < 12; turn += 1) {
        const antenna = turn % 2 === 0 ? 'GRE' : 'STE';
        await changeMember(eclat.number, (member) => {
          const { step } = changeCategory(member, turn % 2 === 0 ? 'startup' : 'company', '');
          return { member: { ...(step?.member ?? member), antenna }, at: T1, events: [] };
        });
      }
    })();
    for (let turn = 0; turn < 8; turn += 1) {
      const numbers = written(await ask('ExportMembers', { format: 'csv', columns: 'number,antenna' }))
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(';')[0]);
      expect(numbers).toEqual([esker.number, zinc.number, eclat.number]);
    }
    await changing;
  });
});

describe('views', () => {
  const view = { filter: { antenna: 'STE', dues: 'late' }, sort: '-turnover', columns: ['name', 'dues'] };
  const save = (name: string, staff: EventOptions['staff']) =>
    world.call('SaveDirectoryView', { staff, body: { name, view } });

  it('are each person’s own, and follow them', async () => {
    const [one, two] = [
      { ...claimsOf(['admin']), sub: 'one' },
      { ...claimsOf(['admin']), sub: 'two' },
    ];
    await Promise.all([save('Retards', one), save('Loire', one), save('Retards', one)]);
    await save('Autre', two);
    const { body } = await world.call('ListDirectoryViews', { staff: one });
    const items = body.items as { viewId: string; name: string; view: unknown }[];
    expect(items.map(({ name }) => name).sort()).toEqual(['Loire', 'Retards']);
    expect(items[0]?.view).toEqual(view);
    await world.call('DropDirectoryView', { staff: one, params: { id: items[0]?.viewId ?? '' } });
    expect((await world.call('ListDirectoryViews', { staff: one })).body.items).toHaveLength(1);
    expect((await world.call('ListDirectoryViews', { staff: two })).body.items).toHaveLength(1);
  });

  it('are refused without a name, or with columns that are none', async () => {
    expect((await save(' ', ['admin'])).errors).toEqual({ name: 'required' });
    const body = { name: 'X', view: { ...view, columns: ['password'] } };
    expect((await world.call('SaveDirectoryView', { staff: ['admin'], body })).problem).toBe('invalid-fields');
  });
});

describe('a member’s page', () => {
  const NADIA = {
    firstName: 'Nadia',
    lastName: 'Perrin',
    role: 'Comptable',
    email: 'compta@exemple.fr',
    phone: null,
    language: 'en',
    roles: ['billing'],
  };
  const on = (name: RouteName, body: object, options: EventOptions = {}) =>
    world.call(name, { params: { id: zinc.number }, staff: ['antenna:STE'], body, now: T1, ...options });

  it('has the periods and what is owed', async () => {
    const { body } = await world.call('GetMember', { params: { id: zinc.number }, staff: ['antenna:STE'], now: T1 });
    expect(body).toMatchObject({
      periods: [{ from: '2027-03-15', to: '2027-12-31' }],
      participation: null,
      notes: [],
    });
    const { balanceCents, lateCents, invoices } = body.dues as {
      balanceCents: number;
      lateCents: number;
      invoices: [];
    };
    expect(balanceCents).toBeGreaterThan(0);
    expect([lateCents, invoices.length]).toEqual([balanceCents, 1]);
  });

  it('keeps contacts by role, each once, and invoices go to whoever deals with them', async () => {
    await Promise.all([on('AddMemberContact', NADIA), on('AddMemberContact', NADIA)]);
    const { body } = await on('AddMemberContact', NADIA);
    expect(body.contacts).toMatchObject([{ email: NADIA.email, roles: ['billing'] }]);
    const [{ contactId }] = body.contacts as [{ contactId: string }];
    const { sendInvoiceIssued } = await import('../../../functions/dues/mails.ts');
    const { getInvoice } = await import('../../../functions/data/invoices.ts');
    const { listReceivables } = await import('../../../functions/data/receivables.ts');
    const [receivable] = await listReceivables(zinc.applicationId);
    if (receivable === undefined) throw new Error('There is no invoice.');
    await sendInvoiceIssued(await getInvoice(receivable.number), { receivable, now: T1 });
    expect(world.mailsTo(NADIA.email)).toMatchObject([
      { template: expect.stringMatching(/invoice-issued-en$/), data: { firstName: 'Nadia' } },
    ]);
    const removed = await world.call('RemoveMemberContact', {
      params: { id: zinc.number, contactId },
      staff: ['antenna:STE'],
      now: T1,
    });
    expect(removed.body.contacts).toEqual([]);
  });

  it('is reached through its new main contact alone: who held the place before can ask for no link any more', async () => {
    const { applicationId, form } = esker;
    const { siren } = form.company;
    const NEXT = { ...form.contact, firstName: 'Ines', email: 'ines@exemple.fr', roles: [] };
    const changed = await world.call('ChangeMemberContact', {
      params: { id: esker.number, contactId: 'main' },
      staff: ['admin'],
      body: NEXT,
      now: T1,
    });
    expect(changed.body.contact).toMatchObject({ email: NEXT.email });
    const before = world.mailsTo(form.contact.email).length;
    for (const email of [form.contact.email, NEXT.email]) {
      await world.call('RequestLink', { body: { siren, email }, now: T1 });
    }
    expect(world.mailsTo(form.contact.email)).toHaveLength(before);
    expect(world.mailsTo(NEXT.email).map(({ template }) => template)).toEqual([
      expect.stringMatching(/link-requested-fr$/),
    ]);
    const { getApplication } = await import('../../../functions/data/applications.ts');
    expect((await getApplication(applicationId)).form.contact).toMatchObject({ firstName: 'Ines' });
  });

  it('keeps notes: once a post, put right by their author alone', async () => {
    const author = { ...claimsOf(['antenna:STE']), sub: 'author' };
    const post = { staff: author, headers: { 'idempotency-key': 'note-1' } };
    await on('AddMemberNote', { text: 'Appelé : règle en fin de mois.' }, post);
    const later = { ...post, now: '2027-06-01T08:00:05.000Z' };
    const { body } = await on('AddMemberNote', { text: 'Appelé : règle en fin de mois.' }, later);
    const [note, ...others] = body.items as [{ noteId: string }];
    expect(others).toEqual([]);
    expect(note).toMatchObject({ text: 'Appelé : règle en fin de mois.', mine: true, editedAt: null });
    const params = { id: zinc.number, noteId: note.noteId };
    const edit = (staff: EventOptions['staff']) =>
      on('EditMemberNote', { text: 'Rappeler en juin.' }, { params, staff });
    expect((await edit({ ...claimsOf(['admin']), sub: 'other' })).problem).toBe('forbidden');
    expect((await edit(author)).body.items).toMatchObject([{ text: 'Rappeler en juin.', editedAt: T1 }]);
    expect((await on('AddMemberNote', { text: ' ' })).errors).toEqual({ text: 'required' });
  });
});
