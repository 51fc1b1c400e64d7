import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { type Index, indexPage } from './table.ts';

/** A page of a list. `nextCursor` is opaque; null on the last page. */
export type Page<T> = { items: T[]; nextCursor: string | null };
export type PageRequest = { cursor?: string | undefined; limit: number };

/** Longest sort key DynamoDB takes, in bytes of UTF-8. */
const LONGEST_KEY = 1024;
/** What can be a key at all: the table would refuse anything else, and the caller would be told of a fault of ours. */
const key = z
  .string()
  .min(1)
  .refine((text) => !/\p{Cs}/u.test(text) && Buffer.byteLength(text) <= LONGEST_KEY);
/** The place in an index a page starts after. */
const Cursor = z.strictObject({ PK: key, SK: key, sort: key });

/** A place in a list as its callers hand it back. */
export const encodeCursor = (place: object): string => Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** @throws Refusal `invalid-query` when it is none of ours */
export const decodeCursor = <S extends z.ZodType>(text: string, place: S): z.infer<S> => {
  try {
    return place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw new Refusal('invalid-query');
    throw error;
  }
};

/**
 * Reads one page of an index. A cursor names a place only, never the list: a caller who changes it sees another part
 * of the list they may see, and nothing else.
 * @param keep leaves out what the caller may not see or did not ask for; the page is filled all the same
 * @throws Refusal `invalid-query` when the cursor is none of ours
 */
export const readPage = async <S extends z.ZodType>(
  index: Index,
  list: { pk: string; before?: string; newestFirst?: boolean },
  schema: S,
  { cursor, limit }: PageRequest,
  keep: (item: z.infer<S>) => boolean = () => true,
): Promise<Page<z.infer<S>>> => {
  const found: { item: z.infer<S>; at: z.infer<typeof Cursor> }[] = [];
  let place = cursor === undefined ? undefined : decodeCursor(cursor, Cursor);
  let more = true;
  // One more than asked for, to know whether there is a next page.
  while (more && found.length <= limit) {
    const start =
      place === undefined
        ? undefined
        : { PK: place.PK, SK: place.SK, [`${index}PK`]: list.pk, [`${index}SK`]: place.sort };
    const page = await indexPage(index, list, limit + 1, start);
    for (const raw of page.items) {
      place = Cursor.parse({ PK: raw.PK, SK: raw.SK, sort: raw[`${index}SK`] });
      const item = schema.parse(raw);
      if (keep(item)) found.push({ item, at: place });
    }
    more = page.more;
  }
  const kept = found.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(({ item }) => item),
    nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.at) : null,
  };
};
