import { comment, day } from './fields.ts';
import { hello, message, reader } from './message.ts';

/** Mails of the membership year, each sent once for its step. */
export const MEMBERSHIP_MESSAGES = {
  'resignation-received': message(
    { ...reader, receivedOn: day, effectiveOn: day },
    {
      fr: {
        subject: 'Votre démission est enregistrée',
        preview: 'L’adhésion de {{companyName}} prend fin le {{effectiveOn}}.',
        paragraphs: [
          hello.fr,
          'Nous avons reçu le {{receivedOn}} la démission de {{companyName}}. Son adhésion prend fin le {{effectiveOn}} au soir ; les cotisations des périodes qui s’achèvent ce jour-là ou avant restent dues.',
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
        preview: 'La décision sur l’adhésion de {{companyName}} et sa raison.',
        paragraphs: [
          hello.fr,
          'Le cluster a décidé de mettre fin à l’adhésion de {{companyName}}, à compter de ce jour. Voici la raison donnée :',
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
