import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { WriteConflict } from './errors.ts';
import { postKey } from './keys.ts';
import { get, type Write } from './table.ts';

// What a post with an Idempotency-Key came to, so that the same post again comes to the same. Its record is written in
// the transaction of the effect: there is no state in between, and simultaneous posts of one key get one answer.

/** A post that may be sent again. */
export type Post = {
  /** What it does, and to what: a key is one post of one thing. */
  scope: string;
  /** Hex SHA-256 of the `Idempotency-Key`. */
  keySha256: string;
  /** Hex SHA-256 of the body. */
  bodySha256: string;
  /** ISO 8601 instant. */
  now: string;
};

/** Hours an Idempotency-Key is remembered for. */
const REMEMBERED_HOURS = 24;

const Stored = z.object({
  bodySha256: z.string(),
  result: z.unknown(),
  /** Epoch seconds from which the key may be used anew; DynamoDB removes the record some time later. */
  expiresAt: z.int(),
});

const secondsOf = (now: string): number => Math.floor(Date.parse(now) / 1000);

/**
 * What the same post came to before.
 * @param post null when the caller gave no key
 * @returns null when it is the first
 * @throws Refusal `idempotency-key-reused` when the key came with another body; TransientStoreError
 */
export const earlierPost = async <S extends z.ZodType>(post: Post | null, result: S): Promise<z.infer<S> | null> => {
  if (post === null) return null;
  const earlier = await get(postKey(post.scope, post.keySha256), Stored);
  if (earlier === null || earlier.expiresAt <= secondsOf(post.now)) return null;
  if (earlier.bodySha256 !== post.bodySha256) throw new Refusal('idempotency-key-reused');
  return result.parse(earlier.result);
};

/** The record of what a post came to; none when the caller gave no key. */
export const postWrites = (post: Post | null, result: unknown): Write[] => {
  if (post === null) return [];
  const now = secondsOf(post.now);
  const { bodySha256 } = post;
  return [
    {
      put: {
        ...postKey(post.scope, post.keySha256),
        bodySha256,
        result,
        expiresAt: now + REMEMBERED_HOURS * 60 * 60,
      },
      condition: 'attribute_not_exists(PK) OR expiresAt <= :now',
      values: { ':now': now },
      // Whoever sent the same key at the same time was first: read what came of it.
      otherwise: () => new WriteConflict('The same Idempotency-Key is being used by another post.'),
    },
  ];
};
