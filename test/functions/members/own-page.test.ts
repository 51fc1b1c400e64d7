import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LinkMember } from '../../../domain/contract/link-member-routes.ts';
import { madeOnce } from '../../support/made.ts';
import { type Joined, joinMember, linesOf, memberOf } from '../../support/members.ts';
import { startWorld, tokenOf, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// What a member does on its own page, through the API.

const T0 = '2027-03-15T08:00:00.000Z';
const T1 = '2027-06-01T08:00:00.000Z';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The first member, with a link that was mailed to its contact; nothing else has happened yet. */
const member = madeOnce(
  () => world,
  async (): Promise<Joined & { mailed: string }> => {
    const one = await joinMember(world, T0);
    const { siren } = one.form.company;
    await world.call('RequestLink', { body: { siren, email: one.form.contact.email }, now: T1 });
    const mail = world.mailsTo(one.form.contact.email).find(({ template }) => template.includes('link-requested'));
    return { ...one, mailed: tokenOf(mail?.data.link ?? '') };
  },
);
const own = async (link: string, now = T1) => LinkMember.parse((await world.call('GetLinkMember', { link, now })).body);

describe('the certificate of membership', () => {
  const certificate = (link: string, now: string, language = 'fr') =>
    world.call('GetLinkCertificate', { link, query: { language }, now });
  const hash = (file: Buffer | null) =>
    createHash('sha256')
      .update(file ?? '')
      .digest('hex');

  it('has the same bytes each time it is asked for, in each language', async () => {
    const { link, mailed, number } = await member();
    const [first, again] = [await certificate(link, T1), await certificate(mailed, '2027-08-29T20:00:00.000Z')];
    expect(first.headers['content-disposition']).toContain(`attestation-${number}-2027-03-15.pdf`);
    expect(first.file?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(hash(again.file)).toBe(hash(first.file));
    expect(hash((await certificate(link, T1, 'en')).file)).not.toBe(hash(first.file));
  });

  it('is refused out of its period, and once the membership is over', async () => {
    const one = await member();
    expect((await certificate(one.link, '2027-03-14T08:00:00.000Z')).problem).toBe('not-in-good-standing');
    await world.call('ExcludeMember', {
      params: { id: one.number },
      staff: ['admin'],
      body: { reason: 'Manquement.' },
      now: T1,
    });
    expect((await certificate(one.link, T1)).problem).toBe('not-in-good-standing');
    expect((await own(one.link)).certified).toBe(false);
    // Taken back, it begins anew after the year it was excluded in, once it has paid: until then it certifies nothing.
    await world.call('RejoinMember', { params: { id: one.number }, staff: ['admin'], body: { comment: '' }, now: T1 });
    expect((await own(one.link)).certified).toBe(false);
  });
});

describe('the contact', () => {
  it('is corrected in the membership and in the dossier; the address only through a link mailed to it', async () => {
    const one = await member();
    const before = (await own(one.link)).contact;
    const correct = (link: string, change: object) =>
      world.call('CorrectContact', { link, body: { contact: { ...before, ...change } }, now: T1 });
    expect((await correct(one.link, { phone: '04 77 12 34 56' })).status).toBe(200);
    expect((await correct(one.link, { email: 'neuve@example.org' })).problem).toBe('mailed-link-required');
    expect((await correct(one.mailed, { email: 'pas une adresse' })).errors).toEqual({
      'contact.email': 'email.format',
    });
    for (let time = 0; time < 2; time += 1) await correct(one.mailed, { email: 'neuve@example.org' });
    expect((await memberOf(one)).contact.email).toBe('neuve@example.org');
    const told = world.mailsTo(before.email).filter(({ template }) => template.includes('contact-changed'));
    expect(told.map(({ data }) => data.email)).toEqual(['neuve@example.org']);
    const { getApplication } = await import('../../../functions/data/applications.ts');
    expect((await getApplication(one.applicationId)).form.contact.email).toBe('neuve@example.org');
    // The link went to an address that is none of the member's any more.
    expect((await correct(one.mailed, { email: 'autre@example.org' })).problem).toBe('mailed-link-required');
    expect((await linesOf(one)).filter((type) => type === 'member-changed')).toHaveLength(2);
  });
});

describe('a resignation by the company itself', () => {
  const resign = (link: string, body: object, now = T1) => world.call('ResignMembership', { link, body, now });

  it('says beforehand what it comes to, and ends the membership with its period, once', async () => {
    const one = await member();
    expect((await own(one.link)).notice).toEqual({ deadline: '2027-12-31', effectiveOn: '2027-12-31', late: false });
    expect((await resign(one.link, {})).problem).toBe('mailed-link-required');
    for (let time = 0; time < 2; time += 1) {
      expect((await resign(one.mailed, { comment: 'Nous partons.' })).body).toMatchObject({ endsOn: '2027-12-31' });
    }
    expect((await linesOf(one)).filter((type) => type === 'resignation-given')).toHaveLength(1);
    const told = world
      .mailsTo(one.form.contact.email)
      .filter(({ template }) => template.includes('resignation-received'));
    expect(told).toHaveLength(1);
    expect((await own(one.link)).endsOn).toBe('2027-12-31');
  });
});
