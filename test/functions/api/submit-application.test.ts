import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CURRENT_CHARTER } from '../../../domain/charter/charter.ts';
import { ServiceError } from '../../support/aws-stub.ts';
import { claimsOf, NOW } from '../../support/events.ts';
import { formOf, nextSiren } from '../../support/forms.ts';
import { startWorld, submit, tokenOf, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.aws.reset());

const staff = claimsOf(['admin']);
const applicationsOf = async (siren: string) => {
  const { body } = await world.call('ListStaffApplications', { staff, query: { limit: '100' } });
  return (body.items as { siren: string }[]).filter((item) => item.siren === siren);
};

describe('submitting an application', () => {
  it('stores it, starts its workflow under its name, and answers with its private link', async () => {
    const form = formOf();
    const reply = await world.call('SubmitApplication', { body: form });
    expect(reply.status).toBe(202);
    const { applicationId, trackingUrl } = reply.body as { applicationId: string; trackingUrl: string };
    expect(trackingUrl).toMatch(/^https:\/\/traboule\.example\/application#[\w-]{43}$/);
    expect(world.aws.of('StartExecution')).toEqual([
      expect.objectContaining({ name: applicationId, input: JSON.stringify({ applicationId }) }),
    ]);

    const tracked = await world.call('GetLinkApplication', { link: tokenOf(trackingUrl) });
    expect(tracked.status).toBe(200);
    expect(tracked.body).toMatchObject({ applicationId, status: 'received', form, withdrawable: true, openTasks: [] });
    expect(tracked.headers['cache-control']).toBe('no-store');
  });

  it('gives the workflow the id alone: no form, no name, no address', async () => {
    const { form } = await submit(world);
    const told = JSON.stringify(world.aws.of('StartExecution'));
    expect(told).not.toContain(form.company.siren);
    expect(told).not.toContain(form.contact.email);
  });

  it('keeps the evidence of consent: document, signer, instant, address and browser', async () => {
    const form = formOf({ contact: { language: 'en' } });
    const reply = await world.call('SubmitApplication', {
      body: form,
      sourceIp: '2001:db8::7',
      userAgent: 'x'.repeat(5000),
    });
    const { body } = await world.call('GetStaffApplication', {
      staff,
      params: { id: String(reply.body.applicationId) },
    });
    expect(body.consent).toEqual({
      document: { version: '2026-01', sha256: CURRENT_CHARTER.sha256.en, language: 'en' },
      signer: { firstName: 'Zoé', lastName: 'Martin', role: 'Gérante', email: form.contact.email },
      acceptedAt: NOW,
      sourceIp: '2001:db8::7',
      userAgent: 'x'.repeat(400),
      confirmation: null,
    });
  });

  it('answers the same, byte for byte, to the same key and body, with one effect', async () => {
    const form = formOf();
    const first = await world.call('SubmitApplication', { body: form, idempotencyKey: 'key-of-mine-0001' });
    const second = await world.call('SubmitApplication', {
      body: form,
      idempotencyKey: 'key-of-mine-0001',
      now: '2026-10-05T09:00:00.000Z',
    });
    expect(second.status).toBe(202);
    expect(second.text).toBe(first.text);
    expect(world.aws.of('StartExecution')).toHaveLength(1);
    expect((await world.call('GetLinkApplication', { link: tokenOf(String(second.body.trackingUrl)) })).status).toBe(
      200,
    );
  });

  it('refuses the same key with another body, and another key with the same company', async () => {
    const form = formOf();
    await world.call('SubmitApplication', { body: form, idempotencyKey: 'key-of-mine-0002' });
    const other = await world.call('SubmitApplication', { body: formOf(), idempotencyKey: 'key-of-mine-0002' });
    expect([other.status, other.problem]).toEqual([422, 'idempotency-key-reused']);
    const again = await world.call('SubmitApplication', { body: form, idempotencyKey: 'key-of-mine-0003' });
    expect([again.status, again.problem]).toEqual([409, 'duplicate-company']);
    expect((await world.call('SubmitApplication', { body: form })).problem).toBe('duplicate-company');
    expect(await applicationsOf(form.company.siren)).toHaveLength(1);
  });

  it.each(['', 'é', 'a b', 'x'.repeat(201)])('refuses the key %p', async (idempotencyKey) => {
    const reply = await world.call('SubmitApplication', { body: formOf(), idempotencyKey });
    expect(reply.problem).toBe('invalid-fields');
    expect(Object.keys(reply.errors)).toEqual(['Idempotency-Key']);
  });

  it('is one application when posted twenty times at once with one key', async () => {
    const form = formOf();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => world.call('SubmitApplication', { body: form, idempotencyKey: 'twenty-times' })),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([202]));
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    expect(await applicationsOf(form.company.siren)).toHaveLength(1);
    expect(new Set(world.aws.of('StartExecution').map((input) => input.name)).size).toBe(1);
  });

  it('is one application when posted twenty times at once with twenty keys', async () => {
    const form = formOf();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world.call('SubmitApplication', { body: form, idempotencyKey: `key-no-${n}` }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 202)).toHaveLength(1);
    expect(replies.filter((reply) => reply.problem === 'duplicate-company')).toHaveLength(19);
    expect(await applicationsOf(form.company.siren)).toHaveLength(1);
    expect(world.aws.of('StartExecution')).toHaveLength(1);
  });

  it.each([
    ['does not answer', 'ThrottlingException'],
    ['refuses', 'AccessDeniedException'],
  ])(
    'takes the application although Step Functions %s, and starts it when posted again',
    async (_, refusal) => {
      const form = formOf();
      const idempotencyKey = `start-${refusal}`;
      world.aws.on('StartExecution', () => {
        throw new ServiceError(refusal, 'no');
      });
      const first = await world.call('SubmitApplication', { body: form, idempotencyKey });
      expect(first.status).toBe(202);
      world.aws.reset();
      const second = await world.call('SubmitApplication', { body: form, idempotencyKey });
      expect(second.text).toBe(first.text);
      expect(world.aws.of('StartExecution')).toHaveLength(1);
    },
    30_000,
  );

  it('says nothing of a fault of ours but that it is one', async () => {
    world.aws.on('SendEmail', () => {
      throw new ServiceError('MessageRejected', 'the identity secret-name is not verified');
    });
    const { form } = await submit(world);
    const reply = await world.call('RequestLink', { body: { siren: form.company.siren, email: form.contact.email } });
    expect([reply.status, reply.problem]).toEqual([500, 'about:blank']);
    expect(reply.text).not.toContain('secret-name');
  });
});

type Case = [what: string, body: unknown, errors: Record<string, string>];
const good = formOf();
const withCompany = (company: Record<string, unknown>) => ({ ...good, company: { ...good.company, ...company } });
const withPlace = (establishment: Record<string, unknown>) => ({
  ...good,
  establishment: { ...good.establishment, ...establishment },
});
const withContact = (contact: Record<string, unknown>) => ({ ...good, contact: { ...good.contact, ...contact } });
const figure = (change: Record<string, unknown>) => ({
  ...good,
  figures: [{ year: 2025, employees: 12, turnover: 1000, ...change }],
});

const REFUSED: Case[] = [
  ['a SIREN with a slip', withCompany({ siren: '331518499' }), { 'company.siren': 'siren.checksum' }],
  ['a SIREN of eight digits', withCompany({ siren: '33151849' }), { 'company.siren': 'siren.format' }],
  ['a foreign company number', withCompany({ siren: 'BE0403170701' }), { 'company.siren': 'siren.foreign' }],
  ['a SIRET with a slip', withPlace({ siret: '20003452800041' }), { 'establishment.siret': 'siret.checksum' }],
  ['a SIRET of another SIREN', withPlace({ siret: '20003452800014' }), { 'establishment.siret': 'siret.other-siren' }],
  ['an unknown commune', withPlace({ communeCode: '42999' }), { 'establishment.communeCode': 'commune.unknown' }],
  [
    'a postcode of another commune',
    withPlace({ postcode: '69001' }),
    { 'establishment.postcode': 'postcode.not-of-commune' },
  ],
  ['a foreign postcode', withPlace({ postcode: '1204' }), { 'establishment.postcode': 'postcode.format' }],
  ['negative figures', figure({ turnover: -1 }), { 'figures.0.turnover': 'number.negative' }],
  ['half a person', figure({ employees: 1.5 }), { 'figures.0.employees': 'number.whole' }],
  ['figures in the future', figure({ year: 2027 }), { 'figures.0.year': 'figures.future' }],
  ['figures before the foundation', figure({ year: 2014 }), { 'figures.0.year': 'figures.before-foundation' }],
  ['no figures', { ...good, figures: [] }, { figures: 'figures.required' }],
  [
    'a company founded tomorrow',
    { ...withCompany({ foundedOn: '2026-10-06' }), figures: [{ year: 2026, employees: 1, turnover: 0 }] },
    { 'company.foundedOn': 'date.future' },
  ],
  ['a malformed address', withContact({ email: 'zoe@' }), { 'contact.email': 'email.format' }],
  ['a line break in a name', withContact({ firstName: 'Zoé\r\nBcc: x' }), { 'contact.firstName': 'text.control' }],
  ['an unknown field', { ...good, admin: true }, { admin: 'unknown-field' }],
  ['an unknown field within', withCompany({ status: 'admitted' }), { 'company.status': 'unknown-field' }],
  ['a number for a text', withCompany({ legalName: 42 }), { 'company.legalName': 'wrong-type' }],
  ['a list for an object', { ...good, contact: [] }, { contact: 'wrong-type' }],
  ['nothing', {}, { company: 'required' }],
  ['null', null, { '': 'required' }],
  ['a text', 'hello', { '': 'wrong-type' }],
  [
    'a charter that never was',
    { ...good, charter: { version: '1999', accepted: true } },
    { 'charter.version': 'charter.version' },
  ],
  [
    'a charter not accepted',
    { ...good, charter: { version: '2026-01', accepted: false } },
    { 'charter.accepted': 'charter.required' },
  ],
];

describe('bad input', () => {
  it.each(REFUSED)('refuses %s, says where, and keeps nothing', async (_, body, errors) => {
    const reply = await world.call('SubmitApplication', { body, idempotencyKey: 'refused-then-right' });
    expect([reply.status, reply.problem]).toEqual([422, 'invalid-fields']);
    expect(reply.errors).toMatchObject(errors);
    expect(world.aws.calls).toEqual([]);
  });

  it('explains in the reader’s language', async () => {
    const body = withCompany({ siren: '331518499' });
    const [fr, en] = await Promise.all([
      world.call('SubmitApplication', { body }),
      world.call('SubmitApplication', { body, headers: { 'accept-language': 'en' } }),
    ]);
    expect(fr.body.title).toBe('Champs à corriger');
    expect(en.body.title).toBe('Fields to correct');
    expect(fr.headers['content-type']).toBe('application/problem+json');
  });

  it.each([
    ['a body of 1 MB', { rawBody: JSON.stringify({ ...good, padding: 'x'.repeat(1_000_000) }) }, 413, 'body-too-large'],
    ['a body of 1 MB in base64', { rawBody: 'x'.repeat(1_000_000), base64: true }, 413, 'body-too-large'],
    ['a body that is not JSON', { rawBody: '{"company":' }, 400, 'invalid-body'],
    ['no body', { headers: { 'content-type': 'application/json' } }, 400, 'invalid-body'],
    [
      'a form as browsers send it',
      { rawBody: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    ['no type of content', { rawBody: '{}', headers: { 'content-type': '' } }, 415, 'unsupported-media-type'],
  ] as const)('refuses %s', async (_, options, status, problem) => {
    const reply = await world.call('SubmitApplication', options);
    expect([reply.status, reply.problem]).toEqual([status, problem]);
  });

  it('loses nothing by a refusal: the corrected form may use the same key', async () => {
    const reply = await world.call('SubmitApplication', { body: good, idempotencyKey: 'refused-then-right' });
    expect(reply.status).toBe(202);
  });

  it('takes what people type around a number', async () => {
    const siren = nextSiren();
    const spaced = `${siren.slice(0, 3)} ${siren.slice(3, 6)} ${siren.slice(6)}`;
    const reply = await world.call('SubmitApplication', {
      body: formOf({ company: { siren: spaced }, contact: { email: 'a@b.fr' } }),
    });
    expect(reply.status).toBe(202);
    expect(await applicationsOf(siren)).toHaveLength(1);
  });
});
