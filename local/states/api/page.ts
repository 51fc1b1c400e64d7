import * as z from 'zod';
import { ServiceError } from '../../http/aws-json.ts';

const DEFAULT_PAGE = 100;

/** The members that ask for a page of a list. */
export const paging = {
  maxResults: z.int().min(0).max(1000, 'Member must have value less than or equal to 1000').optional(),
  nextToken: z.string().min(1).max(3096).optional(),
};

const token = z.object({ of: z.string(), after: z.string() });

/** A page of a list. @throws ServiceError `InvalidToken` if the token is not one of that list */
export function pageOf<T>(
  of: string,
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
  list: (after: string | undefined) => readonly T[],
  position: (last: T) => string,
): { items: readonly T[]; nextToken: string | undefined } {
  const all = list(nextToken === undefined ? undefined : readToken(of, nextToken));
  // Zero asks for the default.
  const items = all.slice(0, maxResults || DEFAULT_PAGE);
  const last = items.length < all.length ? items.at(-1) : undefined;
  const next = last && Buffer.from(JSON.stringify({ of, after: position(last) })).toString('base64url');
  return { items, nextToken: next };
}

function readToken(of: string, text: string): string {
  const invalid = new ServiceError('InvalidToken', `Invalid Token: '${text}'`);
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw invalid;
  }
  const parsed = token.safeParse(content);
  if (!parsed.success || parsed.data.of !== of) throw invalid;
  return parsed.data.after;
}
