import { createHash } from 'node:crypto';
import * as z from 'zod';
import { MESSAGE_NAMES } from '../../domain/mail/mail.ts';
import type { MessageName } from '../../domain/mail/messages.ts';
import { AppendLog } from '../../local/data-folder/append-log.ts';
import { MAILS } from './addresses.ts';
import { type Answer, type Call, textOf } from './last-hop.ts';

const SendEmail = z.object({
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.object({ Template: z.object({ TemplateName: z.string(), TemplateData: z.string() }) }),
});

/** A mail that left: its message, whom it went to, and what its template was filled with. */
export const Mail = z.object({
  at: z.iso.datetime(),
  to: z.string(),
  message: z.string(),
  language: z.string(),
  data: z.record(z.string(), z.string()),
});
export type Mail = z.infer<typeof Mail> & { message: MessageName };

const isMessage = (name: string): name is MessageName => MESSAGE_NAMES.some((each) => each === name);

/** What makes a mail the same as another: all of it but its private link, which is new each time it is written. */
const identityOf = ({ at, to, message, data }: z.infer<typeof Mail>): string => {
  const { link: _, linkHtml: __, ...lasting } = data;
  return createHash('sha256')
    .update(JSON.stringify([at, to, message, lasting]))
    .digest('hex');
};

/**
 * Every mail sent in this world, kept in its folder. One that was sent again at the same instant, because the process was
 * killed between sending it and noting that it had left, is one mail; how many there were is known.
 */
export class Mails {
  readonly all: Mail[] = [];
  /** Mails that left a second time. */
  again = 0;
  readonly #log: AppendLog<z.infer<typeof Mail>>;
  readonly #seen = new Set<string>();
  readonly #now: () => string;
  readonly #onMail: (mail: Mail) => void;

  /** @param onMail told of each mail once, those of a former life of the process first */
  constructor(path: string, now: () => string, onMail: (mail: Mail) => void) {
    this.#now = now;
    this.#onMail = onMail;
    const { log, entries } = AppendLog.open(path, Mail);
    this.#log = log;
    for (const mail of entries) this.#take(mail);
  }

  /** Answers `SendEmail` of SES. */
  async send(call: Call): Promise<Answer> {
    const { Destination, Content } = SendEmail.parse(JSON.parse(textOf(call)));
    const { TemplateName, TemplateData } = Content.Template;
    const [, message = '', language = ''] = new RegExp(`^${MAILS}-(.*)-(fr|en)$`).exec(TemplateName) ?? [];
    const mail = {
      at: this.#now(),
      to: Destination.ToAddresses[0] ?? '',
      message,
      language,
      data: z.record(z.string(), z.string()).parse(JSON.parse(TemplateData)),
    };
    this.#log.append(mail);
    this.#take(mail);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"MessageId":"simulation"}' };
  }

  #take(mail: z.infer<typeof Mail>): void {
    const { message } = mail;
    if (!isMessage(message)) throw new Error(`There is no mail ${message}.`);
    const identity = identityOf(mail);
    if (this.#seen.has(identity)) {
      this.again += 1;
      return;
    }
    this.#seen.add(identity);
    const taken = { ...mail, message };
    this.all.push(taken);
    this.#onMail(taken);
  }
}
