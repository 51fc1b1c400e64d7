import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Route } from './definition.ts';
import type { JwtContext } from './event.ts';

/** Lets a caller through, or says why not. */
export type Verdict = { allowed: true; jwt: JwtContext } | { allowed: false; status: 401 | 403 };

/** What the authorizer needs of the world: the issuer's public keys, and the present instant in epoch milliseconds. */
export interface AuthorizerPorts {
  readonly keys: JWTVerifyGetKey;
  now(): number;
}

/**
 * Checks a token as the JWT authorizer of an HTTP API does: signature by a key of the issuer, issuer, audience (`aud`,
 * or `client_id` when there is none), expiry and start, and one of the route's scopes.
 */
export async function authorize(
  route: Route,
  headers: Readonly<Record<string, string>>,
  ports: AuthorizerPorts,
): Promise<Verdict> {
  const { authorizer } = route;
  if (authorizer === null) throw new Error(`${route.key} has no authorizer.`);
  const token = (headers[authorizer.header] ?? '').replace(/^Bearer +/i, '');
  const payload = await verified(token, authorizer.issuer, ports);
  if (payload === null || !isFor(payload, authorizer.audience)) return { allowed: false, status: 401 };
  const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
  if (route.scopes.length > 0 && !route.scopes.some((scope) => scopes.includes(scope))) {
    return { allowed: false, status: 403 };
  }
  return { allowed: true, jwt: { claims: claimsAsText(payload), scopes: route.scopes.length > 0 ? scopes : null } };
}

async function verified(token: string, issuer: string, ports: AuthorizerPorts): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, ports.keys, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(ports.now()),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function isFor(payload: JWTPayload, audience: readonly string[]): boolean {
  const claimed = payload.aud ?? payload.client_id;
  const names = Array.isArray(claimed) ? claimed : [claimed];
  return names.some((name) => typeof name === 'string' && audience.includes(name));
}

/** Functions get every claim as a text: a list as `[first second]`. */
function claimsAsText(payload: JWTPayload): Record<string, string> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, text(value)]));
}
