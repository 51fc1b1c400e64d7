import Handlebars from 'handlebars';
import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';

const Properties = z.object({
  Template: z.object({
    TemplateName: z.string(),
    SubjectPart: z.string(),
    TextPart: z.string().optional(),
    HtmlPart: z.string().optional(),
  }),
});

/** A mail template: its parts are Handlebars, as SES takes them. */
export type MailTemplate = z.infer<typeof Properties>['Template'];

export const readMailTemplate = (resource: Deployed): MailTemplate => Properties.parse(resource.properties).Template;

/** The parts of a mail, filled in. */
export interface Rendered {
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
}

/** The template cannot be filled in with this data. */
export class RenderingFailure extends Error {
  override name = 'RenderingFailure';
}

/**
 * Fills in a template as SES does: Handlebars, nothing escaped (SES leaves that to the sender, HTML included), and a
 * failure when the data lacks a variable.
 * @throws RenderingFailure naming what is wrong
 */
export function render(template: MailTemplate, data: Record<string, unknown>): Rendered {
  const fill = (source: string) => {
    try {
      return Handlebars.compile(source, { noEscape: true, strict: true })(data);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RenderingFailure(`${template.TemplateName}: ${reason}`, { cause: error });
    }
  };
  return {
    subject: fill(template.SubjectPart),
    text: template.TextPart === undefined ? null : fill(template.TextPart),
    html: template.HtmlPart === undefined ? null : fill(template.HtmlPart),
  };
}
