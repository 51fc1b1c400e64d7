import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { linkKey } from './keys.ts';
import { get, transact, type Write } from './table.ts';

/** A private link. The token itself is kept nowhere. */
const Link = z.object({
  applicationId: z.string(),
  /** How it reached the applicant: in the answer to the form, or by mail to the address given. */
  via: z.enum(['response', 'mail']),
  /** The address it was mailed to, hashed: a link proves the address it went to and no later one. */
  emailSha256: z.string().nullable(),
  /** It is refused from this instant on. */
  validUntil: z.iso.datetime(),
});
export type Link = z.infer<typeof Link>;

/** Days an expired link is still known as such: "expired" is not "unknown", and a new one can be offered. */
const REMEMBERED_DAYS = 90;

/** The write of a new link. @param tokenSha256 hex SHA-256 of the token */
export const linkWrite = (tokenSha256: string, link: Link): Write => ({
  put: {
    ...linkKey(tokenSha256),
    ...link,
    expiresAt:
      Math.floor(Temporal.Instant.from(link.validUntil).epochMilliseconds / 1000) + REMEMBERED_DAYS * 24 * 60 * 60,
  },
  condition: 'attribute_not_exists(PK)',
});

export const storeLink = (tokenSha256: string, link: Link): Promise<void> => transact([linkWrite(tokenSha256, link)]);

/** The link of a token; null when it is unknown. The caller compares `validUntil` with its own instant. */
export const findLink = (tokenSha256: string): Promise<Link | null> => get(linkKey(tokenSha256), Link);
