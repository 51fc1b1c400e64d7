import type { Post } from '../../data/posts.ts';
import { sha256 } from '../tokens.ts';

/** The post of a request, by its `Idempotency-Key`; null when it has none. @param scope what it does, and to what */
export const postOf = (
  scope: string,
  { idempotencyKey, bodySha256, now }: { idempotencyKey: string | null; bodySha256: string; now: string },
): Post | null => (idempotencyKey === null ? null : { scope, keySha256: sha256(idempotencyKey), bodySha256, now });
