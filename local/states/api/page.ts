import * as z from 'zod';
import { ServiceError } from '../../http/aws-json.ts';

const DEFAULT_PAGE = 100;

/** The members that ask for a page of a list. */
export const paging = {
  maxResults: z.int().min(0).max(1000, 'Member must have value less than or equal to 1000').optional(),
  nextToken: z.string().min(1).max(3096).optional(),
};

/**
 * A page of the list of that name, which begins after a position in it.
 * @throws ServiceError `InvalidToken` if the token is not one of that list
 */
export function pageOf<T>(
  of: string,
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
  list: (after: string | undefined) => readonly T[],
  position: (last: T) => string,
): { items: readonly T[]; nextToken: string | undefined } {
  const [named, after] = nextToken === undefined ? [of] : Buffer.from(nextToken, 'base64url').toString().split('\n');
  if (named !== of) throw new ServiceError('InvalidToken', `Invalid Token: '${nextToken}'`);
  const all = list(after);
  // Zero asks for the default.
  const items = all.slice(0, maxResults || DEFAULT_PAGE);
  const last = items.length < all.length ? items.at(-1) : undefined;
  return { items, nextToken: last && Buffer.from(`${of}\n${position(last)}`).toString('base64url') };
}
