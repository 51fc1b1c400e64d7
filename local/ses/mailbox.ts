import * as z from 'zod';
import { AppendLog } from '../data-folder/append-log.ts';

export const Mail = z.object({
  id: z.string(),
  /** ISO 8601 instant, of the runtime's clock. */
  at: z.string(),
  from: z.string(),
  /** Addresses, separated by commas. */
  to: z.string(),
  subject: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  /** Name of the template; null for a mail without one. */
  template: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;

/** Every mail sent on this machine, kept on disk: none leaves it. */
export class Mailbox {
  readonly #log: AppendLog<Mail>;
  readonly #mails: Mail[];

  constructor(path: string) {
    const { log, entries } = AppendLog.open(path, Mail);
    this.#log = log;
    this.#mails = entries;
  }

  add(mail: Mail): void {
    this.#log.append(mail);
    this.#mails.push(mail);
  }

  /** The newest last; those to one address, when it is given. */
  all(to: string | null = null): readonly Mail[] {
    return to === null ? this.#mails : this.#mails.filter((mail) => mail.to === to);
  }

  find(id: string): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }
}
