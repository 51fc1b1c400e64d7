import { Refusal } from '../../domain/errors.ts';
import { findUnsubscribeLink } from '../data/unsubscriptions.ts';
import { sha256 } from '../shared/tokens.ts';

/** The address a link to unsubscribe is for, by its hash. @throws Refusal `not-found` */
export const addressOf = async ({ token }: { token: string }, now: string): Promise<string> => {
  const emailSha256 = await findUnsubscribeLink(sha256(token), now);
  if (emailSha256 === null) throw new Refusal('not-found');
  return emailSha256;
};
