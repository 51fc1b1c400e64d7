import * as z from 'zod';

/**
 * Evidence that a person accepted the charter (code civil, articles 1366 and 1367): what was accepted (version and hash
 * of the document), by whom, from where, and that the one-time link mailed to that address was used.
 */
export const Consent = z.object({
  document: z.object({
    version: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.enum(['fr', 'en']),
  }),
  signer: z.object({ firstName: z.string(), lastName: z.string(), role: z.string(), email: z.string() }),
  acceptedAt: z.iso.datetime(),
  sourceIp: z.string(),
  userAgent: z.string(),
  /** Proof of the one-time link: hash of the link used and when; null until the e-mail is confirmed. */
  confirmation: z.object({ linkSha256: z.string(), confirmedAt: z.iso.datetime(), sourceIp: z.string() }).nullable(),
});
export type Consent = z.infer<typeof Consent>;
