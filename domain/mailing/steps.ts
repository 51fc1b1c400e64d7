import * as z from 'zod';

// What goes in and out of the task of `mailing`. Names and addresses stay in the table, out of the execution history.

/** What the workflow is started with. */
export const MailingInput = z.strictObject({ mailingId: z.string().min(1) });

/** Sends to the next recipients, wherever the mailing stands. */
export const SendMailingInput = z.strictObject({
  mailingId: z.string().min(1),
  /** Instant the state was entered: the handler's only clock. ISO 8601 in UTC. */
  now: z.iso.datetime(),
});
export const SendMailingOutput = z.strictObject({ done: z.boolean() });
