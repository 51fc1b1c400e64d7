import * as z from 'zod';
import { ServiceError } from '../service-error.ts';

const DEFAULT_PAGE = 100;

/** The members that ask for a page. */
export const paging = {
  maxResults: z.int().min(0).max(1000, 'Member must have value less than or equal to 1000').optional(),
  nextToken: z.string().min(1).max(3096).optional(),
};

const token = z.object({ of: z.string(), after: z.string() });

/** Zero asks for the default. */
export function pageSize(maxResults: number | undefined): number {
  return maxResults === undefined || maxResults === 0 ? DEFAULT_PAGE : maxResults;
}

/** Where the next page of a list begins, as a token of that list alone. */
export function writeToken(of: string, after: string): string {
  return Buffer.from(JSON.stringify({ of, after })).toString('base64url');
}

/** @throws ServiceError `InvalidToken` if it is not a token of that list */
export function readToken(of: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
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

/** A page of a list that is in memory. */
export function pageOf<T>(
  all: readonly T[],
  of: string,
  maxResults: number | undefined,
  nextToken: string | undefined,
): { items: T[]; next: string | undefined } {
  const from = Number(readToken(of, nextToken) ?? '0');
  const to = from + pageSize(maxResults);
  return { items: all.slice(from, to), next: to < all.length ? writeToken(of, String(to)) : undefined };
}
