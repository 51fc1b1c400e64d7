import { comment, line } from './fields.ts';
import { message } from './message.ts';

/** Mails to those who work for the cluster. */
export const STAFF_MESSAGES = {
  'weekly-digest': message(
    { name: line, place: line, waiting: line, late: line, lines: comment, link: line },
    {
      fr: {
        to: 'staff',
        subject: 'Le point de la semaine : {{place}}',
        preview: 'En attente : {{waiting}}. En retard : {{late}}.',
        paragraphs: ['Bonjour {{name}},', 'Voici ce qui attend ({{waiting}}), dont ce qui est en retard ({{late}}).'],
        quote: '{{lines}}',
        action: { label: 'Ouvrir les tâches', link: '{{link}}' },
        after: [
          'Vous recevez ce point chaque lundi, quand quelque chose attend. Le siège tient la liste des destinataires.',
        ],
      },
      en: {
        to: 'staff',
        subject: 'This week: {{place}}',
        preview: 'Waiting: {{waiting}}. Late: {{late}}.',
        paragraphs: ['Dear {{name}},', 'This is what waits ({{waiting}}), and of it what is late ({{late}}).'],
        quote: '{{lines}}',
        action: { label: 'Open the tasks', link: '{{link}}' },
        after: ['You get this digest on Mondays, when something waits. The head office keeps the list of its readers.'],
      },
    },
  ),
} as const;
