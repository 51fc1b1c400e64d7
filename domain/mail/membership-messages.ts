import { comment, day, line, moment } from './fields.ts';
import { hello, message, reader } from './message.ts';

/** Mails of the membership year, each sent once for its step. */
export const MEMBERSHIP_MESSAGES = {
  'confirm-figures': message(
    { ...reader, from: day, to: day, link: line, dueAt: moment },
    {
      fr: {
        subject: 'Renouvellement de votre adhésion : confirmez vos chiffres',
        preview: 'L’adhésion {{ofCompanyName}} se renouvelle pour la période du {{from}} au {{to}}.',
        paragraphs: [
          hello.fr,
          'L’adhésion {{ofCompanyName}} se renouvelle pour la période du {{from}} au {{to}} inclus. La cotisation dépend de votre effectif et de votre chiffre d’affaires : confirmez-les, ou corrigez-les.',
        ],
        action: { label: 'Confirmer mes chiffres', link: '{{link}}' },
        after: [
          'Sans réponse avant le {{dueAt}}, vos derniers chiffres connus valent, et la cotisation est calculée sur eux.',
          'Pour ne pas renouveler, démissionnez depuis votre dossier, ou par écrit, avant la fin de la période en cours.',
        ],
      },
      en: {
        subject: 'Renewal of your membership: confirm your figures',
        preview: '{{companyName}}’s membership is renewed for the period from {{from}} to {{to}}.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s membership is renewed for the period from {{from}} to {{to}}, both days included. Dues depend on your headcount and turnover: confirm them, or correct them.',
        ],
        action: { label: 'Confirm my figures', link: '{{link}}' },
        after: [
          'Without an answer before {{dueAt}}, your last known figures stand, and dues are worked out from them.',
          'If you do not wish to renew, resign from your file, or in writing, before the present period ends.',
        ],
      },
    },
  ),
  'membership-renewed': message(
    { ...reader, memberNumber: line, from: day, to: day },
    {
      fr: {
        subject: 'Votre adhésion est renouvelée',
        preview: '{{companyName}} est membre du {{from}} au {{to}}.',
        paragraphs: [
          hello.fr,
          'La cotisation {{ofCompanyName}} est réglée : l’adhésion {{memberNumber}} est renouvelée du {{from}} au {{to}} inclus.',
          'Merci de votre confiance.',
        ],
      },
      en: {
        subject: 'Your membership is renewed',
        preview: '{{companyName}} is a member from {{from}} to {{to}}.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s dues are settled: membership {{memberNumber}} is renewed from {{from}} to {{to}}, both days included.',
          'Thank you for staying with us.',
        ],
      },
    },
  ),
  'membership-suspended': message(
    { ...reader, lapseOn: day, link: line },
    {
      fr: {
        subject: 'Votre adhésion est suspendue',
        preview: 'La cotisation {{ofCompanyName}} n’est pas réglée.',
        paragraphs: [
          hello.fr,
          'La cotisation {{ofCompanyName}} n’est pas réglée malgré nos rappels : son adhésion est suspendue.',
          'Le règlement la rétablit aussitôt, pour toute la période appelée. Sans lui, l’entreprise sera radiée le {{lapseOn}}.',
        ],
        action: { label: 'Régler ma cotisation', link: '{{link}}' },
      },
      en: {
        subject: 'Your membership is suspended',
        preview: '{{companyName}}’s dues are not paid.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s dues are not paid in spite of our reminders: its membership is suspended.',
          'Payment restores it at once, for the whole period asked for. Without it, the company is struck off on {{lapseOn}}.',
        ],
        action: { label: 'Pay my dues', link: '{{link}}' },
      },
    },
  ),
  'membership-lapsed': message(
    { ...reader, memberNumber: line, link: line },
    {
      fr: {
        subject: 'Votre adhésion a pris fin',
        preview: '{{companyName}} est radiée : sa cotisation n’est pas réglée.',
        paragraphs: [
          hello.fr,
          'La cotisation {{ofCompanyName}} n’étant toujours pas réglée, son adhésion {{memberNumber}} a pris fin. La somme reste due ; son règlement, même tardif, rétablit l’adhésion pour la période appelée.',
          'Vous pouvez aussi adhérer de nouveau à tout moment, sous le même numéro.',
        ],
        action: { label: 'Régler ma cotisation', link: '{{link}}' },
      },
      en: {
        subject: 'Your membership has ended',
        preview: '{{companyName}} is struck off: its dues are not paid.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s dues still not being paid, its membership {{memberNumber}} has ended. The amount remains owed; payment, however late, restores the membership for the period asked for.',
          'You may also join again at any time, under the same number.',
        ],
        action: { label: 'Pay my dues', link: '{{link}}' },
      },
    },
  ),
  'contact-changed': message(
    { ...reader, email: line },
    {
      fr: {
        subject: 'L’adresse de contact de votre entreprise a changé',
        preview: 'Le cluster écrira désormais à une autre adresse.',
        paragraphs: [
          hello.fr,
          'L’adresse de contact {{ofCompanyName}} vient d’être changée depuis son lien privé : le cluster écrira désormais à {{email}}.',
          'Si ce n’est pas voulu, répondez à ce message : votre antenne rétablira l’adresse.',
        ],
      },
      en: {
        subject: 'Your company’s contact address has changed',
        preview: 'The cluster will write to another address from now on.',
        paragraphs: [
          hello.en,
          'The contact address of {{companyName}} has just been changed through its private link: from now on the cluster writes to {{email}}.',
          'If this was not meant, answer this message: your antenna will put the address back.',
        ],
      },
    },
  ),
  'resignation-received': message(
    { ...reader, receivedOn: day, effectiveOn: day },
    {
      fr: {
        subject: 'Votre démission est enregistrée',
        preview: 'L’adhésion {{ofCompanyName}} prend fin le {{effectiveOn}}.',
        paragraphs: [
          hello.fr,
          'Nous avons reçu le {{receivedOn}} la démission {{ofCompanyName}}. Son adhésion prend fin le {{effectiveOn}} au soir ; les cotisations des périodes qui s’achèvent ce jour-là ou avant restent dues.',
          'Vous pourrez adhérer de nouveau à tout moment : {{companyName}} retrouvera son numéro d’adhérent.',
        ],
      },
      en: {
        subject: 'Your resignation is recorded',
        preview: '{{companyName}}’s membership ends on {{effectiveOn}}.',
        paragraphs: [
          hello.en,
          'We received {{companyName}}’s resignation on {{receivedOn}}. Its membership ends at the close of {{effectiveOn}}; dues for periods that end on that day or before remain owed.',
          'You may join again at any time: {{companyName}} will have its membership number back.',
        ],
      },
    },
  ),
  'member-excluded': message(
    { ...reader, comment },
    {
      fr: {
        subject: 'Votre adhésion au cluster prend fin',
        preview: 'La décision sur l’adhésion {{ofCompanyName}} et sa raison.',
        paragraphs: [
          hello.fr,
          'Le cluster a décidé de mettre fin à l’adhésion {{ofCompanyName}}, à compter de ce jour. Voici la raison donnée :',
        ],
        quote: '{{comment}}',
      },
      en: {
        subject: 'Your membership of the cluster ends',
        preview: 'The decision on {{companyName}}’s membership, and its reason.',
        paragraphs: [
          hello.en,
          'The cluster has decided to end {{companyName}}’s membership, from today on. This is the reason given:',
        ],
        quote: '{{comment}}',
      },
    },
  ),
} as const;
