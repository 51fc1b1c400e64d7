import { amount, day, inFours, line, rate, reason } from './fields.ts';
import { hello, message, reader } from './message.ts';

// The mails about money: what is owed, that it is owed still, and what became of it. Part of MESSAGES.

/** What a transfer needs, and the page that shows it with its QR code. */
const toPay = { number: line, amount, dueOn: day, reference: inFours, iban: inFours, link: line };
const pay = {
  fr: 'Réglez-la par virement sur le compte {{iban}}, en indiquant la référence {{reference}} : c’est elle qui nous permet de reconnaître votre paiement.',
  en: 'Please pay it by transfer to the account {{iban}}, quoting the reference {{reference}}: it lets us recognise your payment.',
};
const crossed = {
  fr: 'Si votre paiement est déjà parti, ne tenez pas compte de ce message.',
  en: 'If your payment has left already, please disregard this message.',
};
const see = {
  fr: { label: 'Voir la facture et payer', link: '{{link}}' },
  en: { label: 'See the invoice and pay', link: '{{link}}' },
};
const open = {
  fr: { label: 'Ouvrir mon dossier', link: '{{link}}' },
  en: { label: 'Open my file', link: '{{link}}' },
};
const privately = {
  fr: 'Ce lien est privé : il ouvre votre dossier. Ne le transmettez pas.',
  en: 'This link is private: it opens your file. Do not pass it on.',
};

export const DUES_MAILS = {
  'invoice-issued': message(
    { ...reader, ...toPay },
    {
      fr: {
        subject: 'Votre facture {{number}} : {{amount}}',
        preview: 'La cotisation {{ofCompanyName}}, à régler au plus tard le {{dueOn}}.',
        paragraphs: [
          hello.fr,
          'Voici la facture {{number}} de la cotisation {{ofCompanyName}} : {{amount}}, à régler au plus tard le {{dueOn}}.',
          pay.fr,
        ],
        action: see.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'Your invoice {{number}}: {{amount}}',
        preview: '{{companyName}}’s membership dues, to be paid by {{dueOn}}.',
        paragraphs: [
          hello.en,
          'This is invoice {{number}} for {{companyName}}’s membership dues: {{amount}}, to be paid by {{dueOn}}.',
          pay.en,
        ],
        action: see.en,
        after: [privately.en],
      },
    },
  ),
  'payment-due': message(
    { ...reader, ...toPay },
    {
      fr: {
        subject: 'Rappel : facture {{number}} à régler au plus tard le {{dueOn}}',
        preview: 'Il reste {{amount}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'La facture {{number}} {{ofCompanyName}} est à régler au plus tard le {{dueOn}}. Il reste {{amount}} à payer.',
          pay.fr,
        ],
        action: see.fr,
        after: [crossed.fr, privately.fr],
      },
      en: {
        subject: 'Reminder: invoice {{number}}, to be paid by {{dueOn}}',
        preview: '{{amount}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s invoice {{number}} is to be paid by {{dueOn}}. {{amount}} is left to pay.',
          pay.en,
        ],
        action: see.en,
        after: [crossed.en, privately.en],
      },
    },
  ),
  'payment-late': message(
    { ...reader, ...toPay },
    {
      fr: {
        subject: 'Relance : facture {{number}} échue depuis le {{dueOn}}',
        preview: 'Il reste {{amount}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'La facture {{number}} {{ofCompanyName}} était à régler au plus tard le {{dueOn}}. Sauf erreur de notre part, il reste {{amount}} à payer.',
          pay.fr,
          'S’il vous faut plus de temps, demandez un délai depuis votre dossier.',
        ],
        action: see.fr,
        after: [crossed.fr, privately.fr],
      },
      en: {
        subject: 'Reminder: invoice {{number}}, due since {{dueOn}}',
        preview: '{{amount}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s invoice {{number}} was to be paid by {{dueOn}}. Unless we are mistaken, {{amount}} is left to pay.',
          pay.en,
          'If you need more time, please ask for it from your file.',
        ],
        action: see.en,
        after: [crossed.en, privately.en],
      },
    },
  ),
  'formal-notice': message(
    { ...reader, ...toPay, penaltyRate: rate },
    {
      fr: {
        subject: 'Mise en demeure : facture {{number}}',
        preview: 'Il reste {{amount}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'Malgré nos relances, la facture {{number}} {{ofCompanyName}}, échue le {{dueOn}}, reste due à hauteur de {{amount}}. Nous vous mettons en demeure de la régler sans délai.',
          'Des pénalités de retard au taux annuel de {{penaltyRate}} courent depuis le lendemain de l’échéance, et une indemnité forfaitaire de quarante euros (40 €) est due pour frais de recouvrement (article L441-10 du code de commerce).',
          pay.fr,
        ],
        action: see.fr,
        after: [crossed.fr, privately.fr],
      },
      en: {
        subject: 'Formal notice: invoice {{number}}',
        preview: '{{amount}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          'In spite of our reminders, {{amount}} of {{companyName}}’s invoice {{number}}, due on {{dueOn}}, is still owed. We give you formal notice to pay it without delay.',
          'Late penalties at {{penaltyRate}} a year run from the day after the due date, and a fixed indemnity of forty euros (€40) is owed for the cost of recovery (article L441-10 of the French commercial code).',
          pay.en,
        ],
        action: see.en,
        after: [crossed.en, privately.en],
      },
    },
  ),
  'payment-received': message(
    { ...reader, number: line, paid: amount, left: amount, link: line },
    {
      fr: {
        subject: 'Nous avons reçu {{paid}} pour la facture {{number}}',
        preview: 'Il reste {{left}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'Nous avons reçu {{paid}} pour la facture {{number}} {{ofCompanyName}}. Merci ! Il reste {{left}} à régler.',
        ],
        action: see.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'We have received {{paid}} for invoice {{number}}',
        preview: '{{left}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          'We have received {{paid}} for {{companyName}}’s invoice {{number}}. Thank you! {{left}} is left to pay.',
        ],
        action: see.en,
        after: [privately.en],
      },
    },
  ),
  'dues-settled': message(
    { ...reader, number: line, paid: amount, link: line },
    {
      fr: {
        subject: 'Votre facture {{number}} est réglée',
        preview: 'La cotisation {{ofCompanyName}} est à jour.',
        paragraphs: [
          hello.fr,
          'Nous avons reçu {{paid}} : la facture {{number}} {{ofCompanyName}} est entièrement réglée. Merci !',
        ],
        action: open.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'Your invoice {{number}} is paid',
        preview: '{{companyName}}’s dues are up to date.',
        paragraphs: [
          hello.en,
          'We have received {{paid}}: {{companyName}}’s invoice {{number}} is paid in full. Thank you!',
        ],
        action: open.en,
        after: [privately.en],
      },
    },
  ),
  'payment-reversed': message(
    { ...reader, ...toPay, reversed: amount },
    {
      fr: {
        subject: 'Paiement de {{reversed}} repris par la banque : facture {{number}}',
        preview: 'Il reste {{amount}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'La banque a repris un paiement de {{reversed}} : la facture {{number}} {{ofCompanyName}}, échue le {{dueOn}}, reste due à hauteur de {{amount}}.',
          pay.fr,
        ],
        action: see.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'Payment of {{reversed}} taken back by the bank: invoice {{number}}',
        preview: '{{amount}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          'The bank has taken back a payment of {{reversed}}: {{amount}} of {{companyName}}’s invoice {{number}}, due on {{dueOn}}, is owed again.',
          pay.en,
        ],
        action: see.en,
        after: [privately.en],
      },
    },
  ),
  'dues-unpaid': message(
    { ...reader, number: line, amount, dueOn: day },
    {
      fr: {
        subject: 'Facture {{number}} impayée',
        preview: 'La cotisation {{ofCompanyName}} n’a pas été réglée.',
        paragraphs: [
          hello.fr,
          'La facture {{number}} {{ofCompanyName}}, échue le {{dueOn}}, n’a pas été réglée après la dernière relance : il reste {{amount}}. Nous n’attendons plus ce paiement.',
        ],
      },
      en: {
        subject: 'Invoice {{number}} unpaid',
        preview: '{{companyName}}’s dues were not paid.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s invoice {{number}}, due on {{dueOn}}, was not paid after the last reminder: {{amount}} is left. We no longer wait for this payment.',
        ],
      },
    },
  ),
  'invoice-waived': message(
    { ...reader, number: line, amount, left: amount, link: line },
    {
      fr: {
        subject: 'Remise de {{amount}} sur la facture {{number}}',
        preview: 'Il reste {{left}} à régler pour {{companyName}}.',
        paragraphs: [
          hello.fr,
          'Le trésorier du cluster renonce à {{amount}} sur la facture {{number}} {{ofCompanyName}}. Il reste {{left}} à régler.',
        ],
        action: open.fr,
        after: [privately.fr],
      },
      en: {
        subject: '{{amount}} of invoice {{number}} waived',
        preview: '{{left}} is left to pay for {{companyName}}.',
        paragraphs: [
          hello.en,
          'The treasurer of the cluster gives up {{amount}} of {{companyName}}’s invoice {{number}}. {{left}} is left to pay.',
        ],
        action: open.en,
        after: [privately.en],
      },
    },
  ),
  'credit-note-issued': message(
    { ...reader, number: line, corrects: line, amount, left: amount, reason, link: line },
    {
      fr: {
        subject: 'Votre avoir {{number}} : {{amount}}',
        preview: 'Il porte sur la facture {{corrects}} {{ofCompanyName}}.',
        paragraphs: [
          hello.fr,
          'Voici l’avoir {{number}} de {{amount}}, qui porte sur la facture {{corrects}} {{ofCompanyName}}. Il reste {{left}} à régler sur cette facture. Le motif :',
        ],
        quote: '{{reason}}',
        action: open.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'Your credit note {{number}}: {{amount}}',
        preview: 'It is for {{companyName}}’s invoice {{corrects}}.',
        paragraphs: [
          hello.en,
          'This is credit note {{number}} of {{amount}} for {{companyName}}’s invoice {{corrects}}. {{left}} of that invoice is left to pay. The reason:',
        ],
        quote: '{{reason}}',
        action: open.en,
        after: [privately.en],
      },
    },
  ),
  'delay-granted': message(
    { ...reader, number: line, amount, until: day, reason, link: line },
    {
      fr: {
        subject: 'Délai accordé pour la facture {{number}}',
        preview: '{{companyName}} a jusqu’au {{until}}.',
        paragraphs: [
          hello.fr,
          'Le délai demandé par {{companyName}} est accordé : la facture {{number}}, dont il reste {{amount}} à régler, est à payer avant le {{until}}.',
        ],
        quote: '{{reason}}',
        action: see.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'More time granted for invoice {{number}}',
        preview: '{{companyName}} has until {{until}}.',
        paragraphs: [
          hello.en,
          'The time that {{companyName}} asked for is granted: invoice {{number}}, of which {{amount}} is left, is to be paid by {{until}}.',
        ],
        quote: '{{reason}}',
        action: see.en,
        after: [privately.en],
      },
    },
  ),
  'delay-declined': message(
    { ...reader, number: line, amount, dueOn: day, reason, link: line },
    {
      fr: {
        subject: 'Délai refusé pour la facture {{number}}',
        preview: 'Elle reste à régler au plus tard le {{dueOn}}.',
        paragraphs: [
          hello.fr,
          'Le délai demandé par {{companyName}} n’a pas été accordé : la facture {{number}}, dont il reste {{amount}} à régler, garde son échéance du {{dueOn}}.',
        ],
        quote: '{{reason}}',
        action: see.fr,
        after: [privately.fr],
      },
      en: {
        subject: 'More time declined for invoice {{number}}',
        preview: 'It is still to be paid by {{dueOn}}.',
        paragraphs: [
          hello.en,
          'The time that {{companyName}} asked for was not granted: invoice {{number}}, of which {{amount}} is left, keeps its due date of {{dueOn}}.',
        ],
        quote: '{{reason}}',
        action: see.en,
        after: [privately.en],
      },
    },
  ),
} as const;
