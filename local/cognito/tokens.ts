import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { SignInDefinition } from './definition.ts';
import type { SignInKeys } from './keys.ts';

/** For whom a token speaks. */
export interface Subject {
  readonly id: string;
  readonly username: string;
  readonly groups: readonly string[];
}

/** What the token is made with; `now` in epoch milliseconds. */
export interface Mint {
  readonly definition: SignInDefinition;
  readonly issuer: string;
  readonly keys: SignInKeys;
  readonly now: number;
}

/** Claims of an access token as Cognito writes them; its times are those of the runtime's clock. */
export function accessClaims(subject: Subject, mint: Omit<Mint, 'keys'>, scope: string): Record<string, unknown> {
  const issuedAt = Math.floor(mint.now / 1000);
  return {
    sub: subject.id,
    'cognito:groups': subject.groups,
    iss: mint.issuer,
    client_id: mint.definition.clientId,
    token_use: 'access',
    scope,
    auth_time: issuedAt,
    iat: issuedAt,
    exp: issuedAt + mint.definition.accessTokenSeconds,
    jti: randomUUID(),
    username: subject.username,
  };
}

/** An access token such as signing in gives. */
export async function mintAccessToken(subject: Subject, mint: Mint): Promise<string> {
  const key = await importJWK(mint.keys.signing, 'RS256');
  return new SignJWT(accessClaims(subject, mint, mint.definition.scopes.join(' ')))
    .setProtectedHeader({ alg: 'RS256', kid: mint.keys.signing.kid })
    .sign(key);
}
