import * as z from 'zod';
import { ServiceError } from './aws-json.ts';

const DEFAULT_PAGE = 100;

/** The members that ask for a page of a list. */
export const paging = {
  maxResults: z.int().min(0).max(1000, 'Member must have value less than or equal to 1000').optional(),
  nextToken: z.string().min(1).max(3096).optional(),
};
type Paging = { maxResults?: number | undefined; nextToken?: string | undefined };

/** Where an item is in a list: a text that sorts as the list does, or the other way round. */
type Order<T> = { position: (item: T) => string; reverse?: boolean };

/** A page of the list of that name. @throws ServiceError `InvalidToken` if the token is not one of that list */
export function pageOf<T>(
  list: string,
  { maxResults, nextToken }: Paging,
  all: readonly T[],
  { position, reverse = false }: Order<T>,
): { items: readonly T[]; nextToken: string | undefined } {
  const [named, last] = nextToken === undefined ? [list] : Buffer.from(nextToken, 'base64url').toString().split('\n');
  if (named !== list) throw new ServiceError('InvalidToken', `Invalid Token: '${nextToken}'`);
  const follows = (one: string, other: string) => (reverse ? one < other : one > other);
  const left = all
    .map((item) => ({ item, at: position(item) }))
    .filter(({ at }) => last === undefined || follows(at, last))
    .sort((a, b) => (follows(a.at, b.at) ? 1 : -1));
  // Zero asks for the default.
  const page = left.slice(0, maxResults || DEFAULT_PAGE);
  const end = page.length < left.length ? page.at(-1) : undefined;
  const next = end && Buffer.from(`${list}\n${end.at}`).toString('base64url');
  return { items: page.map(({ item }) => item), nextToken: next };
}

/** A number as a text that sorts as numbers do. */
export function ordered(number: number): string {
  return String(number).padStart(15, '0');
}
