import { storeUnsubscribeLink } from '../data/unsubscriptions.ts';
import { readEnvironment } from '../shared/environment.ts';
import { emailSha256, newToken, sha256 } from '../shared/tokens.ts';

const { site } = readEnvironment('site');

/** A page that unsubscribes an address, for one mail: its token opens nothing else. */
export const newUnsubscribeLink = async (email: string, now: string): Promise<string> => {
  const token = newToken();
  await storeUnsubscribeLink(sha256(token), emailSha256(email), now);
  return `${site}/unsubscribe/${token}`;
};

/** By which a mail program unsubscribes at one press, without opening a page (RFC 2369, RFC 8058). */
export const unsubscribeHeaders = (page: string): Record<string, string> => ({
  'List-Unsubscribe': `<${site}/api/subscriptions/${page.slice(page.lastIndexOf('/') + 1)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
