import { DUES_MAILS } from './dues-messages.ts';
import { antenna, comment, companyNumber, day, expiryReason, line, moment } from './fields.ts';
import { GROWTH_MAILS } from './growth-messages.ts';
import { MAILING_MESSAGES } from './mailing-messages.ts';
import { MEMBERSHIP_MESSAGES } from './membership-messages.ts';
import { hello, type Message, message, reader } from './message.ts';
import { STAFF_MESSAGES } from './staff-messages.ts';

/**
 * Every mail the product sends, by name. Values stand as `{{field}}`; each is written by its field's kind. A mail holds
 * no more personal data than the reader's first name and what they must know.
 */
export const MESSAGES = {
  'confirm-email': message(
    { ...reader, link: line, dueAt: moment },
    {
      fr: {
        subject: 'Confirmez votre adresse e-mail',
        preview: 'Une étape avant l’examen de la demande {{ofCompanyName}}.',
        paragraphs: [
          hello.fr,
          'Nous avons reçu la demande d’adhésion {{ofCompanyName}}. Confirmez que cette adresse est bien la vôtre, et que vous acceptez la charte du cluster, pour que la demande soit examinée.',
        ],
        action: { label: 'Confirmer mon adresse', link: '{{link}}' },
        after: [
          'Faites-le avant le {{dueAt}} : passé ce délai, la demande prendra fin.',
          'Ce lien est privé : il ouvre votre demande. Ne le transmettez pas.',
        ],
      },
      en: {
        subject: 'Confirm your e-mail address',
        preview: 'One step before {{companyName}}’s application is reviewed.',
        paragraphs: [
          hello.en,
          'We have received {{companyName}}’s application for membership. Confirm that this address is yours, and that you accept the charter of the cluster, so that the application can be reviewed.',
        ],
        action: { label: 'Confirm my address', link: '{{link}}' },
        after: [
          'Do so before {{dueAt}}: after that the application ends.',
          'This link is private: it opens your application. Do not pass it on.',
        ],
      },
    },
  ),
  'changes-requested': message(
    { ...reader, comment, link: line, dueAt: moment },
    {
      fr: {
        subject: 'Des modifications sont demandées pour votre demande d’adhésion',
        preview: 'La demande {{ofCompanyName}} doit être corrigée avant d’être acceptée.',
        paragraphs: [
          hello.fr,
          'La demande d’adhésion {{ofCompanyName}} a été examinée. Voici ce que le cluster vous demande de modifier :',
        ],
        quote: '{{comment}}',
        action: { label: 'Corriger ma demande', link: '{{link}}' },
        after: [
          'Faites-le avant le {{dueAt}} : passé ce délai, la demande prendra fin.',
          'Ce lien est privé : il ouvre votre demande. Ne le transmettez pas.',
        ],
      },
      en: {
        subject: 'Changes are requested to your application for membership',
        preview: '{{companyName}}’s application needs changes before it can be accepted.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s application for membership has been reviewed. This is what the cluster asks you to change:',
        ],
        quote: '{{comment}}',
        action: { label: 'Correct my application', link: '{{link}}' },
        after: [
          'Do so before {{dueAt}}: after that the application ends.',
          'This link is private: it opens your application. Do not pass it on.',
        ],
      },
    },
  ),
  'application-refused': message(
    { ...reader, comment },
    {
      fr: {
        subject: 'Votre demande d’adhésion n’a pas été acceptée',
        preview: 'La décision sur la demande {{ofCompanyName}} et sa raison.',
        paragraphs: [
          hello.fr,
          'La demande d’adhésion {{ofCompanyName}} n’a pas été acceptée. Voici la raison donnée par le cluster :',
        ],
        quote: '{{comment}}',
        after: ['Vous pouvez déposer une nouvelle demande quand la situation aura changé.'],
      },
      en: {
        subject: 'Your application for membership was not accepted',
        preview: 'The decision on {{companyName}}’s application, and its reason.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s application for membership was not accepted. This is the reason the cluster gives:',
        ],
        quote: '{{comment}}',
        after: ['You may apply again once circumstances have changed.'],
      },
    },
  ),
  'application-withdrawn': message(reader, {
    fr: {
      subject: 'Votre demande d’adhésion est retirée',
      preview: 'La demande {{ofCompanyName}} prend fin, comme vous l’avez souhaité.',
      paragraphs: [
        hello.fr,
        'La demande d’adhésion {{ofCompanyName}} a été retirée depuis son lien privé. Elle prend fin ici, et vous n’avez rien d’autre à faire.',
        'Vous pouvez déposer une nouvelle demande à tout moment.',
      ],
    },
    en: {
      subject: 'Your application for membership is withdrawn',
      preview: '{{companyName}}’s application ends, as you asked.',
      paragraphs: [
        hello.en,
        '{{companyName}}’s application for membership was withdrawn through its private link. It ends here, and there is nothing else for you to do.',
        'You may apply again at any time.',
      ],
    },
  }),
  'application-expired': message(
    { ...reader, reason: expiryReason },
    {
      fr: {
        subject: 'Votre demande d’adhésion a pris fin',
        preview: 'La demande {{ofCompanyName}} a dépassé un délai.',
        paragraphs: [
          hello.fr,
          'La demande d’adhésion {{ofCompanyName}} a pris fin : {{reason}}.',
          'Vous pouvez déposer une nouvelle demande à tout moment.',
        ],
      },
      en: {
        subject: 'Your application for membership has ended',
        preview: '{{companyName}}’s application passed a deadline.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s application for membership has ended: {{reason}}.',
          'You may apply again at any time.',
        ],
      },
    },
  ),
  'application-duplicate': message(
    { ...reader, siren: companyNumber },
    {
      fr: {
        subject: 'Votre entreprise a déjà une demande en cours ou une adhésion',
        preview: 'La demande {{ofCompanyName}} fait double emploi.',
        paragraphs: [
          hello.fr,
          'La demande d’adhésion {{ofCompanyName}} prend fin : une autre demande est en cours, ou une adhésion existe déjà, pour le numéro SIREN {{siren}}.',
          'Si vous avez perdu le lien de l’autre demande, demandez-en un nouveau sur notre site.',
        ],
      },
      en: {
        subject: 'Your company already has an application or a membership',
        preview: '{{companyName}}’s application is a duplicate.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s application for membership ends: another application is under way, or a membership exists already, for the SIREN number {{siren}}.',
          'If you have lost the link of the other application, ask for a new one on our site.',
        ],
      },
    },
  ),
  'application-failed': message(reader, {
    fr: {
      subject: 'Un incident technique retarde votre demande d’adhésion',
      preview: 'L’équipe du cluster est prévenue ; la demande {{ofCompanyName}} est conservée.',
      paragraphs: [
        hello.fr,
        'Un incident technique a interrompu le traitement de la demande d’adhésion {{ofCompanyName}}. La demande est conservée, et l’équipe du cluster est prévenue : elle la reprendra dès que possible.',
        'Vous n’avez rien à faire. Vous pouvez aussi déposer une nouvelle demande.',
      ],
    },
    en: {
      subject: 'A technical fault delays your application for membership',
      preview: 'The cluster team has been told; {{companyName}}’s application is kept.',
      paragraphs: [
        hello.en,
        'A technical fault stopped work on {{companyName}}’s application for membership. The application is kept, and the cluster team has been told: they will take it up again as soon as they can.',
        'There is nothing for you to do. You may also apply again.',
      ],
    },
  }),
  'member-admitted': message(
    { ...reader, memberNumber: line, antenna, from: day, to: day, link: line },
    {
      fr: {
        subject: 'Bienvenue dans le cluster',
        preview: '{{companyName}} est membre sous le numéro {{memberNumber}}.',
        paragraphs: [
          hello.fr,
          '{{companyName}} est désormais membre du cluster, sous le numéro d’adhérent {{memberNumber}}.',
          'Votre antenne est {{antenna}}. Votre période d’adhésion va du {{from}} au {{to}} inclus.',
          'L’équipe de votre antenne prendra contact avec vous.',
        ],
        action: { label: 'Ouvrir mon dossier', link: '{{link}}' },
        after: ['Vous y trouverez votre attestation d’adhésion. Ce lien est privé : ne le transmettez pas.'],
      },
      en: {
        subject: 'Welcome to the cluster',
        preview: '{{companyName}} is a member, number {{memberNumber}}.',
        paragraphs: [
          hello.en,
          '{{companyName}} is now a member of the cluster, with the membership number {{memberNumber}}.',
          'Your antenna is {{antenna}}. Your membership period runs from {{from}} to {{to}}, both days included.',
          'The team of your antenna will be in touch.',
        ],
        action: { label: 'Open my file', link: '{{link}}' },
        after: ['You will find your certificate of membership there. This link is private: do not pass it on.'],
      },
    },
  ),
  'link-requested': message(
    { ...reader, link: line, expiresAt: moment },
    {
      fr: {
        subject: 'Votre nouveau lien privé',
        preview: 'Il ouvre le dossier {{ofCompanyName}}.',
        paragraphs: [
          hello.fr,
          'Voici un nouveau lien vers le dossier {{ofCompanyName}} : sa demande, et l’adhésion qui l’a suivie.',
        ],
        action: { label: 'Ouvrir mon dossier', link: '{{link}}' },
        after: [
          'Il est valable jusqu’au {{expiresAt}}.',
          'Ce lien est privé : il ouvre votre dossier. Ne le transmettez pas.',
        ],
      },
      en: {
        subject: 'Your new private link',
        preview: 'It opens {{companyName}}’s file.',
        paragraphs: [
          hello.en,
          'This is a new link to {{companyName}}’s file: its application, and the membership that followed.',
        ],
        action: { label: 'Open my file', link: '{{link}}' },
        after: ['It is valid until {{expiresAt}}.', 'This link is private: it opens your file. Do not pass it on.'],
      },
    },
  ),
  ...MEMBERSHIP_MESSAGES,
  ...MAILING_MESSAGES,
  ...DUES_MAILS,
  ...GROWTH_MAILS,
  ...STAFF_MESSAGES,
} as const;

export type MessageName = keyof typeof MESSAGES;
/** What each message needs to be told. */
export type MailValues = {
  [Name in MessageName]: (typeof MESSAGES)[Name] extends Message<infer Values> ? Values : never;
};
