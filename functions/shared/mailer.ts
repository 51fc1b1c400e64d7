import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Application } from '../../domain/application/application.ts';
import { TransientMailError } from '../../domain/errors.ts';
import { mailData, templateName } from '../../domain/mail/mail.ts';
import type { MailValues, MessageName } from '../../domain/mail/messages.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { isPassing } from '../data/errors.ts';
import { recordSent, wasSent } from '../data/mails.ts';
import { readEnvironment } from './environment.ts';
import { logger } from './observability.ts';

const { mailFrom, mailTemplates, mailConfigurationSet } = readEnvironment(
  'mailFrom',
  'mailTemplates',
  'mailConfigurationSet',
);
const client = new SESv2Client({});

/** What SES answers while it is over its rate or in trouble, beside what passes with every service. */
const PASSING = ['TooManyRequestsException', 'LimitExceededException'];

/** The mail service refuses a mail for good. Its own message is left out: it may hold the address. */
export class MailRefusedError extends Error {
  override name = 'MailRefusedError';
  /** @param reason name of the service's error, such as `MessageRejected` */
  constructor(message: MessageName, reason: string) {
    super(`The mail service refuses the mail ${message}: ${reason}.`);
  }
}

/** Where a mail goes, and in which language. */
type Addressee = Pick<Application['form']['contact'], 'email' | 'language'>;

const send = async <Name extends MessageName>(
  name: Name,
  { language, email }: Addressee,
  values: MailValues[Name],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> => {
  try {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: mailFrom,
        Destination: { ToAddresses: [email] },
        ConfigurationSetName: mailConfigurationSet,
        Content: {
          Template: {
            TemplateName: templateName(mailTemplates, name, language),
            TemplateData: JSON.stringify(mailData(name, language, values)),
            Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
          },
        },
      }),
    );
  } catch (error) {
    if (isPassing(error) || (error instanceof Error && PASSING.includes(error.name))) {
      throw new TransientMailError('The mail service does not answer.', { cause: error });
    }
    throw new MailRefusedError(name, error instanceof Error ? error.name : 'unknown');
  }
};

/** Whom a mail goes to, and the dossier whose timeline tells of it: an application, or the member it became. */
export type Correspondent = Pick<Application, 'applicationId' | 'version'> & {
  form: Pick<Application['form'], 'contact'>;
};

/** A mail to the contact of an application. */
export type Mail<Name extends MessageName> = {
  name: Name;
  application: Correspondent;
  /** What it is sent once for, such as a task's id: repeated, it does not leave again. */
  naturalKey: string;
  /** Made only when the mail is sent: a link made for a mail that has left already would be lost. */
  values: () => Promise<MailValues[Name]> | MailValues[Name];
  /** ISO 8601 instant. */
  now: string;
};

/**
 * Sends a mail once, and adds it to the timeline. A crash between SES's answer and the record sends it twice rather
 * than never.
 * @throws TransientMailError, TransientStoreError
 */
export const sendMail = async <Name extends MessageName>(mail: Mail<Name>): Promise<void> => {
  const { name, application, now } = mail;
  // The people of the dossier were erased.
  if (isErased(application.form.contact)) return;
  const naturalKey = `${mail.naturalKey}#${name}`;
  if (await wasSent(naturalKey)) return;
  await send(name, application.form.contact, await mail.values());
  await recordSent(naturalKey, application, name, now);
};

/**
 * Sends a mail that is owed. One that the mail service refuses for good is owed no more: trying again for ever would help
 * nobody, and keep its address for ever. The log tells of it.
 */
export const unlessRefused = async (send: () => Promise<void>): Promise<void> => {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof MailRefusedError)) throw error;
    logger.error('mail refused for good', error);
  }
};

/** A mail to somebody who is no contact of a dossier, such as a juror: no timeline tells of it. */
export type PersonalMail<Name extends MessageName> = Omit<Mail<Name>, 'application'> & {
  to: Addressee;
  /** Headers beside those every mail has. */
  headers?: (values: MailValues[Name]) => Record<string, string>;
};

/**
 * Sends a mail once, as {@link sendMail} does.
 * @returns whether it left now
 * @throws TransientMailError, TransientStoreError
 */
export const sendPersonalMail = async <Name extends MessageName>(mail: PersonalMail<Name>): Promise<boolean> => {
  const { name, to, now } = mail;
  const naturalKey = `${mail.naturalKey}#${name}`;
  if (await wasSent(naturalKey)) return false;
  const values = await mail.values();
  await send(name, to, values, mail.headers?.(values));
  await recordSent(naturalKey, null, name, now);
  return true;
};
