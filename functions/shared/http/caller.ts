import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '../../../domain/contract/route.ts';
import { assertHeadOffice, assertTreasurer } from '../../../domain/staff/gate.ts';
import { staffOf } from '../../../domain/staff/parse.ts';
import type { StaffMember } from '../../../domain/staff/staff.ts';
import type { Link } from '../../data/links.ts';

// Who calls. Each route's handler names the way its caller is told, so that it is bundled with that way alone: a public
// route that needs no table has no right to it, and starts without its client. The way for links: link-holder.ts.

/** What API Gateway passes on of a request: payload format 2.0, with what its JWT authorizer found, where it has one. */
export type ApiEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & { authorizer?: { jwt?: { claims: unknown } } };
};

/** The holder of a private link: they may see and answer for its application, whoever they are. */
export type LinkHolder = { applicationId: string; tokenSha256: string; link: Link };

/** Who calls, by who may call. */
export type CallerOf<C extends Caller> = C extends 'staff' ? StaffMember : C extends 'link' ? LinkHolder : undefined;

/**
 * Tells who calls.
 * @param now ISO 8601 instant
 * @throws Refusal when they are not who may call
 */
export type Identify<C extends Caller> = (event: ApiEvent, now: string) => Promise<CallerOf<C>>;

/** Nobody in particular. */
export const anybody: Identify<'public'> = async () => undefined;

/**
 * A member of staff. The authorizer has verified the token; which of its claims count is a rule.
 * @throws Refusal `unauthorized`, `forbidden`
 */
export const staff: Identify<'staff'> = async (event) => staffOf(event.requestContext.authorizer?.jwt?.claims);

/**
 * A member of staff of the head office, and nobody else.
 * @throws Refusal `unauthorized`, `forbidden`
 */
export const headOffice: Identify<'staff'> = async (event, now) => {
  const caller = await staff(event, now);
  assertHeadOffice(caller);
  return caller;
};

/**
 * A member of staff who keeps the accounts: the treasurer, or the head office.
 * @throws Refusal `unauthorized`, `forbidden`
 */
export const treasurer: Identify<'staff'> = async (event, now) => {
  const caller = await staff(event, now);
  assertTreasurer(caller);
  return caller;
};
