import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';

/** The user pool and its client, as the template describes them. Durations in seconds. */
export interface SignInDefinition {
  /** Issuer of the tokens on AWS: the local one stands for it. */
  readonly issuer: string;
  readonly groups: readonly string[];
  readonly clientId: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  /** Address of the hosted sign-in on AWS; null when the pool has none. */
  readonly hostedAddress: string | null;
}

const Unit = z.enum(['seconds', 'minutes', 'hours', 'days']);
const Client = z.object({
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AllowedOAuthFlows: z.array(z.literal('code')).default([]),
  AllowedOAuthScopes: z.array(z.string()).default([]),
  GenerateSecret: z.literal(false).optional(),
  AccessTokenValidity: z.coerce.number().optional(),
  IdTokenValidity: z.coerce.number().optional(),
  RefreshTokenValidity: z.coerce.number().optional(),
  TokenValidityUnits: z
    .object({ AccessToken: Unit.optional(), IdToken: Unit.optional(), RefreshToken: Unit.optional() })
    .default({}),
});
const Group = z.object({ GroupName: z.string() });

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export interface CognitoResources {
  readonly pools: readonly Deployed[];
  readonly clients: readonly Deployed[];
  readonly groups: readonly Deployed[];
  readonly domains: readonly Deployed[];
}

/**
 * The one user pool with its one client; null when the stacks have none.
 * @throws TemplateError when there are several, or the client works otherwise than by code and PKCE
 */
export function readSignIn(resources: CognitoResources): SignInDefinition | null {
  const [pool, ...otherPools] = resources.pools;
  const [client, ...otherClients] = resources.clients;
  if (pool === undefined || client === undefined) return null;
  if (otherPools.length > 0 || otherClients.length > 0) {
    throw new TemplateError('The stacks have several user pools or clients; one of each runs locally.');
  }
  const parsed = Client.safeParse(client.properties);
  if (!parsed.success) {
    throw new TemplateError(`${client.stack.name}, ${client.logicalId}: ${z.prettifyError(parsed.error)}`);
  }
  const { TokenValidityUnits: units, ...settings } = parsed.data;
  const domain = resources.domains[0]?.identity.ref;
  return {
    issuer: pool.identity.attributes.ProviderURL ?? '',
    groups: resources.groups.map((group) => Group.parse(group.properties).GroupName),
    clientId: client.identity.ref,
    callbackUrls: settings.CallbackURLs,
    logoutUrls: settings.LogoutURLs,
    scopes: settings.AllowedOAuthScopes,
    accessTokenSeconds: (settings.AccessTokenValidity ?? 1) * SECONDS[units.AccessToken ?? 'hours'],
    idTokenSeconds: (settings.IdTokenValidity ?? 1) * SECONDS[units.IdToken ?? 'hours'],
    refreshTokenSeconds: (settings.RefreshTokenValidity ?? 30) * SECONDS[units.RefreshToken ?? 'days'],
    hostedAddress: domain === undefined ? null : `https://${domain}.auth.${pool.stack.region}.amazoncognito.com`,
  };
}
