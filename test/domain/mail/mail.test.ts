import { describe, expect, it } from '@jest/globals';
import { afterOf, placeholdersOf } from '../../../domain/mail/layout.ts';
import { MESSAGE_NAMES, mailData, mailTemplates } from '../../../domain/mail/mail.ts';
import type { MailValues, MessageName } from '../../../domain/mail/messages.ts';

const reader = { firstName: 'Zoé', companyName: 'Dupont & Fils <Lyon>' };
const toPay = {
  ...reader,
  number: 'F2026-000042',
  amount: 600_00,
  dueOn: '2026-11-04',
  reference: 'RF022026000042',
  iban: 'FR1420041010050500013M02606',
  link: 'https://t.example/application#abc',
};
const sentence = { fr: 'Candidature retenue.', en: 'Admitted.' };
const juror = {
  name: 'Zoé',
  companyName: reader.companyName,
  dueAt: '2026-10-15T12:05:00.000Z',
  link: 'https://t.example/staff/jury',
};
const SAMPLES: { [Name in MessageName]: MailValues[Name] } = {
  'confirm-email': { ...reader, link: 'https://t.example/application#abc', dueAt: '2026-10-15T12:05:00.000Z' },
  'changes-requested': {
    ...reader,
    comment: 'Votre SIRET\r\nmanque.',
    link: 'https://t.example/application#abc',
    dueAt: '2026-12-01T08:30:00.000Z',
  },
  'application-refused': { ...reader, comment: 'Hors du <b>numérique</b>.' },
  'application-withdrawn': reader,
  'application-expired': { ...reader, reason: 'changes-not-made' },
  'application-duplicate': { ...reader, siren: '331518498' },
  'application-failed': reader,
  'member-admitted': {
    ...reader,
    memberNumber: 'M000042',
    antenna: 'STE',
    from: '2026-10-01',
    to: '2026-12-31',
    link: toPay.link,
  },
  'confirm-figures': {
    ...reader,
    from: '2028-01-01',
    to: '2028-12-31',
    link: 'https://t.example/application#abc',
    dueAt: '2027-12-02T06:00:00.000Z',
  },
  'membership-renewed': { ...reader, memberNumber: 'M000042', from: '2028-01-01', to: '2028-12-31' },
  'membership-suspended': { ...reader, lapseOn: '2028-06-29', link: 'https://t.example/application#abc' },
  'membership-lapsed': { ...reader, memberNumber: 'M000042', link: toPay.link },
  'resignation-received': { ...reader, receivedOn: '2027-12-30', effectiveOn: '2027-12-31' },
  'contact-changed': { ...reader, email: 'nouvelle@example.org' },
  'weekly-digest': {
    name: 'Zoé',
    place: 'Lyon',
    waiting: '3',
    late: '1',
    lines: `• ${reader.companyName} : examiner la demande, en retard de 2 jours`,
    link: 'https://t.example/staff',
  },
  'member-excluded': { ...reader, comment: 'Manquement à la <charte>.' },
  'link-requested': { ...reader, link: 'https://t.example/application#abc', expiresAt: '2026-12-31T23:30:00.000Z' },
  'invoice-issued': toPay,
  'payment-due': toPay,
  'payment-late': toPay,
  'formal-notice': { ...toPay, penaltyRate: 12_00 },
  'payment-received': { ...reader, number: toPay.number, paid: 100_00, left: 500_00, link: toPay.link },
  'dues-settled': { ...reader, number: toPay.number, paid: 600_00, link: toPay.link },
  'payment-reversed': { ...toPay, reversed: 600_00 },
  'dues-unpaid': { ...reader, number: toPay.number, amount: 600_00, dueOn: toPay.dueOn },
  'invoice-waived': { ...reader, number: toPay.number, amount: 600_00, left: 0, link: toPay.link },
  'credit-note-issued': {
    ...reader,
    number: 'A2026-000007',
    corrects: toPay.number,
    amount: 600_00,
    left: 0,
    reason: 'Facturée <deux fois>.',
    link: toPay.link,
  },
  'delay-granted': {
    ...reader,
    number: toPay.number,
    amount: 600_00,
    until: '2026-12-01',
    reason: '',
    link: toPay.link,
  },
  'delay-declined': {
    ...reader,
    number: toPay.number,
    amount: 600_00,
    dueOn: '2026-11-04',
    reason: 'Non.',
    link: toPay.link,
  },
  'member-news': {
    ...reader,
    subject: 'Rencontre & <b>débat</b>',
    body: 'Bonjour à tous,\n\nrendez-vous <jeudi>.',
    unsubscribe: 'https://t.example/unsubscribe/abc',
  },
  'growth-not-eligible': { ...reader, reasons: [sentence, sentence] },
  'growth-before-jury': { ...reader, dueAt: '2026-10-15T12:05:00.000Z' },
  'growth-more-asked': {
    ...reader,
    comment: 'Le carnet ?',
    link: 'https://t.example/a#b',
    dueAt: '2026-10-15T12:05:00.000Z',
  },
  'growth-declined': {
    ...reader,
    verdict: sentence,
    comment: 'Trop tôt.',
    link: 'https://t.example/a#b',
    dueAt: '2026-10-15T12:05:00.000Z',
  },
  'growth-appeal-declined': { ...reader, verdict: sentence, comment: 'Trop tôt.' },
  'growth-enrolled': { ...reader, verdict: sentence, cohort: 'Automne 2026' },
  'growth-waiting': { ...reader, verdict: sentence },
  'growth-moved-up': { ...reader, cohort: 'Automne 2026' },
  'growth-undecided': reader,
  'growth-closed': reader,
  'jury-invited': juror,
  'jury-reminded': juror,
  'jury-chair-asked': juror,
};
const TEMPLATES = mailTemplates('traboule-test');
const LANGUAGES = ['fr', 'en'] as const;

/** Fills a template as SES does: a Handlebars placeholder, without escaping. */
const fill = (template: string, data: Record<string, string>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? `[${name} is missing]`);

const rendered = (name: MessageName, language: 'fr' | 'en') => {
  const template = TEMPLATES.find((t) => t.name === `traboule-test-${name}-${language}`);
  if (template === undefined) throw new Error(`no template for ${name} in ${language}`);
  const data = mailData(name, language, SAMPLES[name]);
  return {
    subject: fill(template.subject, data),
    text: fill(template.text, data),
    html: fill(template.html, data),
  };
};

describe('mail templates', () => {
  it('has one per message and language, with names SES takes', () => {
    expect(TEMPLATES).toHaveLength(MESSAGE_NAMES.length * 2);
    for (const { name } of TEMPLATES) expect(name).toMatch(/^[\w-]{1,64}$/);
  });

  describe.each(MESSAGE_NAMES.flatMap((name) => LANGUAGES.map((language) => ({ name, language }))))(
    '$name in $language',
    ({ name, language }) => {
      it('asks for nothing its data does not hold, and says all it is told', () => {
        const data = mailData(name, language, SAMPLES[name]);
        const template = TEMPLATES.find((t) => t.name.endsWith(`-${name}-${language}`));
        const inText = new Set(placeholdersOf(`${template?.subject}${template?.text}`));
        const inHtml = new Set(placeholdersOf(template?.html ?? ''));
        for (const field of Object.keys(SAMPLES[name])) {
          expect([...inHtml].filter((known) => [`${field}Html`, `${afterOf(field)}Html`].includes(known))).not.toEqual(
            [],
          );
        }
        for (const placeholder of [...inText, ...inHtml]) expect(data).toHaveProperty(placeholder);
      });

      it('takes only escaped values into HTML', () => {
        const template = TEMPLATES.find((t) => t.name.endsWith(`-${name}-${language}`));
        for (const placeholder of placeholdersOf(template?.html ?? '')) expect(placeholder).toMatch(/Html$/);
        expect(rendered(name, language).html).not.toContain('<Lyon>');
        expect(rendered(name, language).html).toContain('Dupont &amp; Fils &lt;Lyon&gt;');
      });

      it('says its language, has a title and a heading, and fetches nothing', () => {
        const { html } = rendered(name, language);
        expect(html).toContain(`<html lang="${language}">`);
        expect(html.match(/<h1[ >]/g)).toHaveLength(1);
        expect(html).toMatch(/<title>[^<]+<\/title>/);
        expect(html).not.toMatch(/<img|<link|<script|url\(/);
      });
    },
  );
});

describe('mail data', () => {
  it('keeps the text as typed and escapes its twin', () => {
    expect(mailData('application-refused', 'fr', SAMPLES['application-refused'])).toMatchObject({
      comment: 'Hors du <b>numérique</b>.',
      commentHtml: 'Hors du &lt;b&gt;numérique&lt;/b&gt;.',
    });
  });

  it('keeps the lines of a comment, and makes one line of what stands in a sentence', () => {
    expect(mailData('changes-requested', 'fr', SAMPLES['changes-requested'])).toMatchObject({
      comment: 'Votre SIRET\nmanque.',
      commentHtml: 'Votre SIRET<br>manque.',
    });
    expect(
      mailData('application-withdrawn', 'fr', { firstName: 'Zoé\r\nBcc: x@y.fr', companyName: 'A' }).firstName,
    ).toBe('Zoé Bcc: x@y.fr');
  });

  it('writes instants in the day and hour of Paris, as each language does', () => {
    const { dueAt } = mailData('changes-requested', 'fr', SAMPLES['changes-requested']);
    expect(dueAt).toBe('1er décembre 2026 à 9 h 30 (heure de Paris)');
    expect(mailData('confirm-email', 'en', SAMPLES['confirm-email']).dueAt).toBe(
      '15 October 2026 at 14:05 (Paris time)',
    );
    expect(mailData('link-requested', 'fr', SAMPLES['link-requested']).expiresAt).toBe(
      '1er janvier 2027 à 0 h 30 (heure de Paris)',
    );
  });

  it('shortens « de » before a name that begins with a vowel', () => {
    const of = (companyName: string, language: 'fr' | 'en' = 'fr') =>
      mailData('application-failed', language, { firstName: 'Zoé', companyName }).ofCompanyName;
    expect(
      ['Ardèche Interactive', 'Écolo', 'Savoie Embarqué', 'Yonne & Cie', '3D Forez'].map((name) => of(name)),
    ).toEqual(['d’Ardèche Interactive', 'd’Écolo', 'de Savoie Embarqué', 'de Yonne & Cie', 'de 3D Forez']);
    expect(of('Ardèche Interactive', 'en')).toBe('of Ardèche Interactive');
    expect(rendered('confirm-email', 'fr').text).toContain('la demande d’adhésion de Dupont & Fils');
  });

  it('writes days and antennas by name', () => {
    expect(mailData('member-admitted', 'fr', SAMPLES['member-admitted'])).toMatchObject({
      antenna: 'Saint-Étienne – Roanne',
      from: '1er octobre 2026',
      to: '31 décembre 2026',
    });
    expect(mailData('member-admitted', 'en', SAMPLES['member-admitted']).from).toBe('1 October 2026');
  });

  it.each(['email-unconfirmed', 'changes-not-made', 'review-unanswered'] as const)(
    'explains why an application expired: %s',
    (reason) => {
      const [fr, en] = LANGUAGES.map((language) => mailData('application-expired', language, { ...reader, reason }));
      expect(fr?.reason).not.toBe(en?.reason);
      expect(fr?.reason?.length).toBeGreaterThan(20);
    },
  );
});
