import { Refusal } from '../../../domain/errors.ts';
import type { LinkVia } from '../../../domain/task/rules.ts';
import { findLink } from '../../data/links.ts';
import { emailSha256, sha256 } from '../tokens.ts';
import type { Identify, LinkHolder } from './caller.ts';
import { header } from './request.ts';

/** 128 bits at least, as base64url. The name of a scheme may be written either way (RFC 9110, 11.1). */
const LINK = /^[Ll][Ii][Nn][Kk] ([A-Za-z0-9_-]{22,128})$/;

/**
 * The holder of a private link.
 * @throws Refusal `invalid-link`, `expired-link`; TransientStoreError
 */
export const linkHolder: Identify<'link'> = async (event, now) => {
  const token = LINK.exec(header(event, 'authorization') ?? '')?.[1];
  if (token === undefined) throw new Refusal('invalid-link');
  const tokenSha256 = sha256(token);
  const link = await findLink(tokenSha256);
  if (link === null) throw new Refusal('invalid-link');
  if (Date.parse(link.validUntil) <= Date.parse(now)) throw new Refusal('expired-link');
  return { applicationId: link.applicationId, tokenSha256, link };
};

/** How the link came, as far as this address goes: a link mailed to an earlier address proves nothing of a later one. */
export const viaOf = ({ link }: LinkHolder, email: string): LinkVia =>
  link.via === 'mail' && link.emailSha256 === emailSha256(email) ? 'mail' : 'response';
