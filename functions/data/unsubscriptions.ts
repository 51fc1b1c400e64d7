import * as z from 'zod';
import { UNSUBSCRIBED, unsubscribedKey, unsubscribeLinkKey } from './keys.ts';
import { get, list, transact } from './table.ts';

// Who wants no mailings: addresses by their SHA-256, so that the list itself tells nobody's name. It is kept as long as
// the address may be written to; it is what keeps it from being written to.

const Unsubscribed = z.object({ emailSha256: z.string(), at: z.iso.datetime() });
const Link = z.object({ emailSha256: z.string(), expiresAt: z.int() });

/** Hashes of all addresses that want no mailings. */
export const listUnsubscribed = async (): Promise<Set<string>> =>
  new Set((await list({ pk: UNSUBSCRIBED }, Unsubscribed)).map(({ emailSha256 }) => emailSha256));

export const isUnsubscribed = async (emailSha256: string): Promise<boolean> =>
  (await get(unsubscribedKey(emailSha256), Unsubscribed)) !== null;

/** Notes that an address wants no mailings; noted again, nothing changes but the moment. */
export const unsubscribe = (emailSha256: string, at: string): Promise<void> =>
  transact([{ put: { ...unsubscribedKey(emailSha256), emailSha256, at } }]);

/** Notes that an address wants them again. */
export const resubscribe = (emailSha256: string): Promise<void> => transact([{ remove: unsubscribedKey(emailSha256) }]);

/** Seconds a link in a mail unsubscribes for: three years, as contacts are kept. */
const VALID = 3 * 366 * 24 * 60 * 60;
const secondsOf = (now: string): number => Math.floor(Date.parse(now) / 1000);

/** Keeps a link that was made for a mail, by the hash of its token. */
export const storeUnsubscribeLink = (tokenSha256: string, emailSha256: string, now: string): Promise<void> =>
  transact([{ put: { ...unsubscribeLinkKey(tokenSha256), emailSha256, expiresAt: secondsOf(now) + VALID } }]);

/** The address that a link is for, by its hash; null when there is no such link any more. */
export const findUnsubscribeLink = async (tokenSha256: string, now: string): Promise<string | null> => {
  const link = await get(unsubscribeLinkKey(tokenSha256), Link);
  return link === null || link.expiresAt <= secondsOf(now) ? null : link.emailSha256;
};
