import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  advanced,
  audienceOf,
  leftOutCounts,
  type Mailing,
  MailingForm,
  readersOf,
} from '../../../domain/mailing/mailing.ts';
import type { Member } from '../../../domain/member/member.ts';
import { sampleMember } from '../member/samples.ts';

const member = (n: number, email: string, language: 'fr' | 'en' = 'fr'): Member => {
  const one = sampleMember({ number: `M${String(n).padStart(6, '0')}` });
  return { ...one, contact: { ...one.contact, email, language } };
};

describe('whom a mailing goes to', () => {
  const members = [
    member(1, 'a@exemple.fr'),
    member(2, 'A@Exemple.fr'),
    member(3, 'out@exemple.fr', 'en'),
    member(4, 'b@exemple.fr', 'en'),
    member(5, 'OUT@exemple.fr'),
    { ...member(6, 'c@exemple.fr'), status: 'resigned' as const },
  ];
  const audience = audienceOf(members, (email) => email === 'out@exemple.fr');

  it('is each address once, and none that unsubscribed, with why', () => {
    expect(audience.recipients.map(({ number }) => number)).toEqual(['M000001', 'M000004']);
    expect(audience.leftOut.map(({ member: { number }, reason }) => [number, reason])).toEqual([
      ['M000002', 'same-address'],
      ['M000003', 'unsubscribed'],
      ['M000005', 'unsubscribed'],
      ['M000006', 'left'],
    ]);
    expect(leftOutCounts(audience)).toEqual({ unsubscribed: 2, 'same-address': 1, left: 1 });
    expect(readersOf(audience)).toEqual({ fr: 1, en: 1 });
  });

  it('leaves nobody out without a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.constantFrom('a', 'z'), (names, out) => {
        const all = names.map((name, n) => member(n + 1, `${name}@exemple.fr`));
        const { recipients, leftOut } = audienceOf(all, (email) => email.startsWith(out));
        expect(recipients.length + leftOut.length).toBe(all.length);
        expect(new Set(recipients.map(({ contact }) => contact.email)).size).toBe(recipients.length);
      }),
    );
  });
});

describe('how far a mailing is', () => {
  const texts = { fr: { subject: 'Réunion', body: 'Jeudi.' }, en: { subject: 'Meeting', body: 'Thursday.' } };
  const mailing: Mailing = {
    mailingId: 'm',
    at: '2027-03-01T08:00:00.000Z',
    by: { id: 'one', name: 'Claire' },
    antennas: null,
    form: { filter: {}, texts },
    recipients: 50,
    leftOut: { unsubscribed: 0, 'same-address': 0, left: 0 },
    done: 0,
    sent: 0,
    skipped: 0,
    status: 'sending',
    started: true,
    revision: 0,
  };

  it('counts a round once, however often it runs, and ends with the last recipient', () => {
    const one = advanced(mailing, 0, { sent: 39, skipped: 1 });
    expect(one).toMatchObject({ done: 40, sent: 39, skipped: 1, status: 'sending' });
    expect(advanced(one ?? mailing, 0, { sent: 40, skipped: 0 })).toBeNull();
    expect(advanced(one ?? mailing, 40, { sent: 10, skipped: 0 })).toMatchObject({
      done: 50,
      sent: 49,
      status: 'sent',
    });
  });

  it('begins with both languages written', () => {
    const wrong = MailingForm.safeParse({ filter: {}, texts: { ...texts, en: { subject: ' ', body: '' } } });
    expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['texts.en.subject', 'required'],
      ['texts.en.body', 'required'],
    ]);
  });
});
