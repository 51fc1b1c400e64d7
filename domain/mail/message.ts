import type { Language } from '../application/form.ts';
import { legalName, line, type MailField } from './fields.ts';
import type { MailText } from './layout.ts';

/** A message of the cluster: the values it needs and what it says in each language. */
export type Message<Values> = {
  fields: { [Name in keyof Values]: MailField<Values[Name]> };
  texts: Record<Language, MailText>;
};
/** Infers the values of a message from its fields. */
export const message = <Values>(
  fields: Message<Values>['fields'],
  texts: Record<Language, MailText>,
): Message<Values> => ({ fields, texts });

/** Whom a mail to a company is written to. */
export const reader = { firstName: line, companyName: legalName };
export const hello = { fr: 'Bonjour {{firstName}},', en: 'Dear {{firstName}},' };
