import type { Language } from '../application/form.ts';
import { afterOf, escapeHtml, HTML_SUFFIX, layOutHtml, layOutText } from './layout.ts';
import type { Message } from './message.ts';
import { type MailValues, MESSAGES, type MessageName } from './messages.ts';

const BY_NAME: { [Name in MessageName]: Message<MailValues[Name]> } = MESSAGES;

/** Names of all messages. */
export const MESSAGE_NAMES = Object.keys(MESSAGES) as readonly MessageName[];

/** One message in one language, as SES stores it: Handlebars placeholders, filled without escaping. */
export type MailTemplate = { name: string; subject: string; text: string; html: string };

/**
 * Name of a message's template.
 * @param prefix what tells one stage from another (letters, digits, dashes; a name is 64 characters at most)
 */
export const templateName = (prefix: string, name: MessageName, language: Language): string =>
  `${prefix}-${name}-${language}`;

/** All templates, in both languages, to be stored in SES. */
export const mailTemplates = (prefix: string): MailTemplate[] =>
  MESSAGE_NAMES.flatMap((name) =>
    (['fr', 'en'] as const).map((language) => {
      const text = BY_NAME[name].texts[language];
      return {
        name: templateName(prefix, name, language),
        subject: text.subject,
        text: layOutText(text, language),
        html: layOutHtml(text, language),
      };
    }),
  );

/**
 * The data a template is filled with: each value written in the reader's language, and beside it the same value made
 * safe for HTML (`commentHtml` for `comment`), because SES does not escape; a name after « de », too.
 * @throws RangeError when a day or an instant is not ISO 8601
 */
export const mailData = <Name extends MessageName>(
  name: Name,
  language: Language,
  values: MailValues[Name],
): Record<string, string> => {
  const message: Message<MailValues[Name]> = BY_NAME[name];
  const data: Record<string, string> = {};
  const hold = (field: string, written: string): void => {
    data[field] = written;
    data[`${field}${HTML_SUFFIX}`] = escapeHtml(written);
  };
  for (const field in message.fields) {
    const { write, of } = message.fields[field];
    const written = write(values[field], language);
    hold(field, written);
    if (of !== undefined) hold(afterOf(field), of(written, language));
  }
  return data;
};
