import { comment, line } from './fields.ts';
import { hello, message, reader } from './message.ts';

/** What the cluster tells its members, in the words of its staff; none of the texts here is about one membership. */
export const MAILING_MESSAGES = {
  'member-news': message(
    { ...reader, subject: line, body: comment, unsubscribe: line },
    {
      fr: {
        subject: '{{subject}}',
        preview: 'À {{companyName}}, membre du cluster.',
        paragraphs: [hello.fr, '{{body}}'],
        to: 'member',
      },
      en: {
        subject: '{{subject}}',
        preview: 'To {{companyName}}, member of the cluster.',
        paragraphs: [hello.en, '{{body}}'],
        to: 'member',
      },
    },
  ),
};
