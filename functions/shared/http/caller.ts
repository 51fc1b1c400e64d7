import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '../../../domain/contract/routes.ts';
import { Refusal } from '../../../domain/errors.ts';
import { staffOf } from '../../../domain/staff/parse.ts';
import type { StaffMember } from '../../../domain/staff/staff.ts';
import type { LinkVia } from '../../../domain/task/rules.ts';
import type { Link } from '../../data/links.ts';
import { emailSha256, sha256 } from '../tokens.ts';
import { header } from './request.ts';

/** What API Gateway passes on of a request: payload format 2.0, with what its JWT authorizer found, where it has one. */
export type ApiEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & { authorizer?: { jwt?: { claims: unknown } } };
};

/** The holder of a private link: they may see and answer for its application, whoever they are. */
export type LinkHolder = { applicationId: string; tokenSha256: string; link: Link };

/** Who calls, by who may call. */
export type CallerOf<C extends Caller> = C extends 'staff' ? StaffMember : C extends 'link' ? LinkHolder : undefined;

/** 128 bits at least, as base64url. */
const LINK = /^Link ([A-Za-z0-9_-]{22,128})$/;

const linkHolder = async (event: ApiEvent, now: string): Promise<LinkHolder> => {
  const token = LINK.exec(header(event, 'authorization') ?? '')?.[1];
  if (token === undefined) throw new Refusal('invalid-link');
  const tokenSha256 = sha256(token);
  // Loaded for links alone: a public route that needs no table has no right to it, and starts without its client.
  const { findLink } = await import('../../data/links.ts');
  const link = await findLink(tokenSha256);
  if (link === null) throw new Refusal('invalid-link');
  if (Date.parse(link.validUntil) <= Date.parse(now)) throw new Refusal('expired-link');
  return { applicationId: link.applicationId, tokenSha256, link };
};

const CALLERS: { [C in Caller]: (event: ApiEvent, now: string) => Promise<CallerOf<C>> } = {
  public: async () => undefined,
  link: linkHolder,
  // The authorizer has verified the token; which of its claims count is a rule.
  staff: async (event) => staffOf(event.requestContext.authorizer?.jwt?.claims),
};

/**
 * Who calls.
 * @param now ISO 8601 instant
 * @throws Refusal `invalid-link`, `expired-link`; `unauthorized`, `forbidden`; TransientStoreError
 */
export const callerOf = <C extends Caller>(caller: C, event: ApiEvent, now: string): Promise<CallerOf<C>> =>
  CALLERS[caller](event, now);

/** How the link came, as far as this address goes: a link mailed to an earlier address proves nothing of a later one. */
export const viaOf = ({ link }: LinkHolder, email: string): LinkVia =>
  link.via === 'mail' && link.emailSha256 === emailSha256(email) ? 'mail' : 'response';
