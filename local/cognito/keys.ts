import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { readJson, writeJson } from '../data-folder/json-file.ts';

const number = z.string().min(1);
const SigningKey = z.object({
  kty: z.literal('RSA'),
  n: number,
  e: number,
  d: number,
  p: number,
  q: number,
  dp: number,
  dq: number,
  qi: number,
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
});
const StoredKeys = z.object({ signing: SigningKey, cookies: z.array(z.string()).min(1) });

/** Keys of the sign-in, made once and kept in the data folder, so that sessions outlive a restart. */
export interface SignInKeys {
  /** Private key of the tokens' signatures (RS256). */
  readonly signing: z.infer<typeof SigningKey>;
  /** Secrets of the cookies' signatures. */
  readonly cookies: readonly string[];
  /** Finds the public key a token was signed with. */
  readonly verify: JWTVerifyGetKey;
}

export function loadKeys(folder: DataFolder): SignInKeys {
  const path = folder.file('sign-in', 'keys.json');
  const { signing, cookies } = readJson(path, StoredKeys) ?? create(path);
  const { kty, n, e, kid, alg, use } = signing;
  return { signing, cookies, verify: createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use }] }) };
}

function create(path: string): z.infer<typeof StoredKeys> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(16).toString('base64url');
  const keys = StoredKeys.parse({
    signing: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    cookies: [randomBytes(32).toString('base64url')],
  });
  writeJson(path, keys);
  return keys;
}
