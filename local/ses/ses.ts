import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { Mailbox } from './mailbox.ts';
import { type MailTemplate, type Rendered, RenderingFailure, render } from './templates.ts';

const Part = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string().min(1),
  Destination: z.object({
    ToAddresses: z.array(z.string()).default([]),
    CcAddresses: z.array(z.string()).default([]),
    BccAddresses: z.array(z.string()).default([]),
  }),
  Content: z.object({
    Template: z.object({ TemplateName: z.string(), TemplateData: z.string().default('{}') }).optional(),
    Simple: z.object({ Subject: Part, Body: z.object({ Text: Part.optional(), Html: Part.optional() }) }).optional(),
  }),
});
type SendEmail = z.infer<typeof SendEmail>;
const TemplateData = z.record(z.string(), z.unknown());

/** Most addresses one mail goes to. */
const MOST_ADDRESSES = 50;

/** The service refuses the call. */
class SesRefusal extends Error {
  constructor(
    override readonly name: 'BadRequestException' | 'NotFoundException',
    message: string,
  ) {
    super(message);
  }
}

/** The local SES: takes SendEmail of the v2 API, fills in the template, and keeps the mail in the mailbox. */
export class Ses {
  readonly #templates: ReadonlyMap<string, MailTemplate>;
  readonly #mailbox: Mailbox;
  readonly #clock: Clock;

  constructor(templates: readonly MailTemplate[], mailbox: Mailbox, clock: Clock) {
    this.#templates = new Map(templates.map((template) => [template.TemplateName, template]));
    this.#mailbox = mailbox;
    this.#clock = clock;
  }

  /** Answers one call of the API, under `/v2/email/`. */
  handle(request: HttpRequest): HttpResponse {
    try {
      if (request.method !== 'POST' || request.path !== '/v2/email/outbound-emails') {
        throw new SesRefusal('BadRequestException', `${request.method} ${request.path} does not run on this machine.`);
      }
      return json(200, { MessageId: this.#send(parse(request.body.toString(), SendEmail)) });
    } catch (error) {
      if (!(error instanceof SesRefusal)) throw error;
      const status = error.name === 'NotFoundException' ? 404 : 400;
      return json(status, { message: error.message }, { 'x-amzn-errortype': error.name });
    }
  }

  #send(mail: SendEmail): string {
    const { ToAddresses, CcAddresses, BccAddresses } = mail.Destination;
    const addresses = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    if (addresses.length === 0 || addresses.length > MOST_ADDRESSES) {
      throw new SesRefusal('BadRequestException', `A mail goes to 1 to ${MOST_ADDRESSES} addresses.`);
    }
    const id = randomUUID();
    this.#mailbox.add({
      id,
      at: new Date(this.#clock.now()).toISOString(),
      from: mail.FromEmailAddress,
      to: addresses.join(', '),
      ...this.#content(mail.Content),
      template: mail.Content.Template?.TemplateName ?? null,
    });
    return id;
  }

  #content({ Template, Simple }: SendEmail['Content']): Rendered {
    if (Simple !== undefined) {
      const { Text, Html } = Simple.Body;
      return { subject: Simple.Subject.Data, text: Text?.Data ?? null, html: Html?.Data ?? null };
    }
    if (Template === undefined) throw new SesRefusal('BadRequestException', 'A mail has Template or Simple content.');
    const template = this.#templates.get(Template.TemplateName);
    if (template === undefined) {
      throw new SesRefusal('NotFoundException', `Template ${Template.TemplateName} does not exist.`);
    }
    try {
      return render(template, parse(Template.TemplateData, TemplateData));
    } catch (error) {
      // SES accepts such a mail, and drops it later with an event: here it is refused, so that it is noticed.
      if (error instanceof RenderingFailure) throw new SesRefusal('BadRequestException', error.message);
      throw error;
    }
  }
}

function parse<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SesRefusal('BadRequestException', reason);
  }
}
