import type { Language } from '../application/form.ts';
import { comment, legalName, line, type MailField, moment } from './fields.ts';
import { hello, message, reader } from './message.ts';

/** A sentence that is there in both languages. */
const both: MailField<Record<Language, string>> = { write: (value, language) => value[language] };
/** Several, a line each. */
const sentences: MailField<readonly Record<Language, string>[]> = {
  write: (values, language) => values.map((value) => `• ${value[language]}`).join('\n'),
};

const privately = {
  fr: 'Ce lien est privé : il ouvre votre dossier. Ne le transmettez pas.',
  en: 'This link is private: it opens your file. Do not pass it on.',
};
/** A juror, a candidate, until when, and where to go. */
const juror = { name: line, companyName: legalName, dueAt: moment, link: line };

/** Mails of a screening, of the jury and of the programme. */
export const GROWTH_MAILS = {
  'growth-not-eligible': message(
    { ...reader, reasons: sentences },
    {
      fr: {
        subject: 'Programme de croissance : votre entreprise n’est pas éligible pour le moment',
        preview: 'Le score {{ofCompanyName}}, critère par critère.',
        paragraphs: [
          hello.fr,
          'Nous avons examiné {{companyName}} pour le programme de croissance du cluster. Aucun critère n’est rempli ni approché. Voici ce que chacun a donné :',
        ],
        quote: '{{reasons}}',
        after: [
          'Si des chiffres manquent ou ont changé, corrigez-les depuis votre lien privé, puis demandez un nouvel examen.',
        ],
      },
      en: {
        subject: 'Growth programme: your company is not eligible for now',
        preview: '{{companyName}}’s score, criterion by criterion.',
        paragraphs: [
          hello.en,
          'We have screened {{companyName}} for the growth programme of the cluster. No criterion is met or nearly met. This is what each of them gave:',
        ],
        quote: '{{reasons}}',
        after: [
          'If figures are missing or have changed, correct them through your private link, then ask to be screened again.',
        ],
      },
    },
  ),
  'growth-before-jury': message(
    { ...reader, dueAt: moment },
    {
      fr: {
        subject: 'Programme de croissance : un jury examine votre candidature',
        preview: 'La candidature {{ofCompanyName}} est devant le jury.',
        paragraphs: [
          hello.fr,
          'La candidature {{ofCompanyName}} au programme de croissance est devant le jury du cluster, qui vote jusqu’au {{dueAt}}.',
          'Vous pouvez compléter votre dossier depuis votre lien privé tant que le vote est ouvert.',
        ],
      },
      en: {
        subject: 'Growth programme: a jury examines your candidacy',
        preview: '{{companyName}}’s candidacy is before the jury.',
        paragraphs: [
          hello.en,
          '{{companyName}}’s candidacy for the growth programme is before the jury of the cluster, which votes until {{dueAt}}.',
          'You may complete your file through your private link while the vote is open.',
        ],
      },
    },
  ),
  'growth-more-asked': message(
    { ...reader, comment, link: line, dueAt: moment },
    {
      fr: {
        subject: 'Le jury du programme de croissance vous demande des précisions',
        preview: 'Une réponse est attendue {{ofCompanyName}}.',
        paragraphs: [hello.fr, 'Avant de se prononcer sur {{companyName}}, le jury vous demande :'],
        quote: '{{comment}}',
        action: { label: 'Répondre au jury', link: '{{link}}' },
        after: ['Répondez avant le {{dueAt}} : passé ce délai, le jury se prononcera sur ce qu’il a.', privately.fr],
      },
      en: {
        subject: 'The jury of the growth programme asks you for more',
        preview: 'An answer is awaited from {{companyName}}.',
        paragraphs: [hello.en, 'Before it decides on {{companyName}}, the jury asks you:'],
        quote: '{{comment}}',
        action: { label: 'Answer the jury', link: '{{link}}' },
        after: ['Answer before {{dueAt}}: after that the jury decides on what it has.', privately.en],
      },
    },
  ),
  'growth-declined': message(
    { ...reader, verdict: both, comment, link: line, dueAt: moment },
    {
      fr: {
        subject: 'Programme de croissance : votre candidature n’est pas retenue',
        preview: 'La décision du jury sur {{companyName}}, ses raisons, et votre recours.',
        paragraphs: [
          hello.fr,
          'Le jury n’a pas retenu la candidature {{ofCompanyName}}. {{verdict}}',
          'Voici les raisons que ses membres ont données :',
        ],
        quote: '{{comment}}',
        action: { label: 'Accepter ou former un recours', link: '{{link}}' },
        after: ['Vous pouvez former un recours, une fois, jusqu’au {{dueAt}} : un autre jury statuera.', privately.fr],
      },
      en: {
        subject: 'Growth programme: your candidacy was declined',
        preview: 'The jury’s decision on {{companyName}}, its reasons, and your appeal.',
        paragraphs: [
          hello.en,
          'The jury has declined {{companyName}}’s candidacy. {{verdict}}',
          'These are the reasons its members gave:',
        ],
        quote: '{{comment}}',
        action: { label: 'Accept or appeal', link: '{{link}}' },
        after: ['You may appeal, once, until {{dueAt}}: another jury will decide.', privately.en],
      },
    },
  ),
  'growth-appeal-declined': message(
    { ...reader, verdict: both, comment },
    {
      fr: {
        subject: 'Programme de croissance : votre recours n’est pas retenu',
        preview: 'La décision du second jury sur {{companyName}} et ses raisons.',
        paragraphs: [
          hello.fr,
          'Un second jury n’a pas retenu la candidature {{ofCompanyName}}. {{verdict}}',
          'Voici les raisons que ses membres ont données :',
        ],
        quote: '{{comment}}',
        after: [
          'Cette décision est définitive. Vous pourrez être candidat de nouveau avec les chiffres d’une nouvelle année.',
        ],
      },
      en: {
        subject: 'Growth programme: your appeal was declined',
        preview: 'The second jury’s decision on {{companyName}}, and its reasons.',
        paragraphs: [
          hello.en,
          'A second jury has declined {{companyName}}’s candidacy. {{verdict}}',
          'These are the reasons its members gave:',
        ],
        quote: '{{comment}}',
        after: ['This decision is final. You may be a candidate again with the figures of another year.'],
      },
    },
  ),
  'growth-enrolled': message(
    { ...reader, verdict: both, cohort: line },
    {
      fr: {
        subject: 'Votre entreprise entre au programme de croissance',
        preview: '{{companyName}} rejoint la promotion {{cohort}}.',
        paragraphs: [
          hello.fr,
          'Le jury a retenu la candidature {{ofCompanyName}}. {{verdict}}',
          'Vous rejoignez la promotion « {{cohort}} ». L’équipe du cluster vous présentera votre mentor et les étapes.',
        ],
      },
      en: {
        subject: 'Your company joins the growth programme',
        preview: '{{companyName}} joins the cohort {{cohort}}.',
        paragraphs: [
          hello.en,
          'The jury has admitted {{companyName}}. {{verdict}}',
          'You join the cohort “{{cohort}}”. The team of the cluster will introduce your mentor and the milestones.',
        ],
      },
    },
  ),
  'growth-waiting': message(
    { ...reader, verdict: both },
    {
      fr: {
        subject: 'Programme de croissance : votre entreprise est en liste d’attente',
        preview: 'La candidature {{ofCompanyName}} est retenue ; une place est attendue.',
        paragraphs: [
          hello.fr,
          'Le jury a retenu la candidature {{ofCompanyName}}. {{verdict}}',
          'Aucune place n’est libre pour le moment : vous êtes en liste d’attente, et nous vous écrirons dès qu’une place se libère.',
        ],
      },
      en: {
        subject: 'Growth programme: your company is on the waiting list',
        preview: '{{companyName}} is admitted, and waits for a place.',
        paragraphs: [
          hello.en,
          'The jury has admitted {{companyName}}. {{verdict}}',
          'No place is free for now: you are on the waiting list, and we shall write as soon as there is one.',
        ],
      },
    },
  ),
  'growth-moved-up': message(
    { ...reader, cohort: line },
    {
      fr: {
        subject: 'Une place s’est libérée au programme de croissance',
        preview: '{{companyName}} rejoint la promotion {{cohort}}.',
        paragraphs: [
          hello.fr,
          'Une place s’est libérée : {{companyName}} rejoint la promotion « {{cohort}} » du programme de croissance.',
          'L’équipe du cluster vous présentera votre mentor et les étapes.',
        ],
      },
      en: {
        subject: 'A place is free in the growth programme',
        preview: '{{companyName}} joins the cohort {{cohort}}.',
        paragraphs: [
          hello.en,
          'A place became free: {{companyName}} joins the cohort “{{cohort}}” of the growth programme.',
          'The team of the cluster will introduce your mentor and the milestones.',
        ],
      },
    },
  ),
  'growth-undecided': message(reader, {
    fr: {
      subject: 'Programme de croissance : le jury n’a pas pu se prononcer',
      preview: 'La candidature {{ofCompanyName}} se termine sans décision.',
      paragraphs: [
        hello.fr,
        'Malgré plusieurs séances, le jury n’a pas réuni le nombre de voix nécessaire sur {{companyName}}, ce dont nous vous prions de nous excuser. Aucune décision n’est prise contre vous.',
        'Vous pouvez demander un nouvel examen à tout moment depuis votre lien privé.',
      ],
    },
    en: {
      subject: 'Growth programme: the jury could not decide',
      preview: '{{companyName}}’s candidacy ends without a decision.',
      paragraphs: [
        hello.en,
        'In several sessions the jury did not reach the number of votes it needs on {{companyName}}, for which we apologise. Nothing was decided against you.',
        'You may ask to be screened again at any time through your private link.',
      ],
    },
  }),
  'growth-closed': message(reader, {
    fr: {
      subject: 'Programme de croissance : votre candidature est close',
      preview: 'La candidature {{ofCompanyName}} prend fin.',
      paragraphs: [
        hello.fr,
        'La candidature {{ofCompanyName}} au programme de croissance est close, et vous n’avez rien d’autre à faire.',
      ],
    },
    en: {
      subject: 'Growth programme: your candidacy is closed',
      preview: '{{companyName}}’s candidacy ends.',
      paragraphs: [
        hello.en,
        '{{companyName}}’s candidacy for the growth programme is closed, and there is nothing else for you to do.',
      ],
    },
  }),
  'jury-invited': message(juror, {
    fr: {
      to: 'jury',
      subject: 'Jury : votre voix est attendue',
      preview: 'Un dossier attend votre vote.',
      paragraphs: [
        'Bonjour {{name}},',
        'Vous siégez au jury qui examine la candidature {{ofCompanyName}} au programme de croissance. Dites d’abord si vous avez un lien d’intérêts avec cette entreprise : le dossier s’ouvre ensuite.',
      ],
      action: { label: 'Ouvrir mes dossiers', link: '{{link}}' },
      after: ['Votez avant le {{dueAt}} : passé ce délai, votre voix ne compte plus.'],
    },
    en: {
      to: 'jury',
      subject: 'Jury: your vote is awaited',
      preview: 'A case awaits your vote.',
      paragraphs: [
        'Dear {{name}},',
        'You sit on the jury that examines {{companyName}}’s candidacy for the growth programme. First say whether you have a conflict of interest with this company: the file opens after that.',
      ],
      action: { label: 'Open my cases', link: '{{link}}' },
      after: ['Vote before {{dueAt}}: after that your vote does not count.'],
    },
  }),
  'jury-reminded': message(juror, {
    fr: {
      to: 'jury',
      subject: 'Jury : rappel, votre voix est attendue',
      preview: 'Un dossier attend encore votre vote.',
      paragraphs: ['Bonjour {{name}},', 'Votre vote sur la candidature {{ofCompanyName}} n’est pas encore parvenu.'],
      action: { label: 'Ouvrir mes dossiers', link: '{{link}}' },
      after: ['Votez avant le {{dueAt}} : sans le quorum, une autre séance serait nécessaire.'],
    },
    en: {
      to: 'jury',
      subject: 'Jury: reminder, your vote is awaited',
      preview: 'A case still awaits your vote.',
      paragraphs: ['Dear {{name}},', 'Your vote on {{companyName}}’s candidacy has not come yet.'],
      action: { label: 'Open my cases', link: '{{link}}' },
      after: ['Vote before {{dueAt}}: without a quorum another session would be needed.'],
    },
  }),
  'jury-chair-asked': message(juror, {
    fr: {
      to: 'jury',
      subject: 'Jury : partage des voix, votre voix tranche',
      preview: 'Les voix sont partagées sur un dossier que vous présidez.',
      paragraphs: [
        'Bonjour {{name}},',
        'Les voix sont partagées sur la candidature {{ofCompanyName}}. Vous présidez ce jury : votre voix tranche.',
      ],
      action: { label: 'Ouvrir mes dossiers', link: '{{link}}' },
      after: ['Votez avant le {{dueAt}} : sans votre voix, une autre séance serait nécessaire.'],
    },
    en: {
      to: 'jury',
      subject: 'Jury: a tie, and your vote settles it',
      preview: 'Votes are even on a case you chair.',
      paragraphs: [
        'Dear {{name}},',
        'Votes are even on {{companyName}}’s candidacy. You chair this jury: your vote settles it.',
      ],
      action: { label: 'Open my cases', link: '{{link}}' },
      after: ['Vote before {{dueAt}}: without your vote another session would be needed.'],
    },
  }),
} as const;
