import { Provider } from 'oidc-provider';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { DemoAccount } from './accounts.ts';
import { CHOICE_PATH } from './choice-page.ts';
import type { SignInDefinition } from './definition.ts';
import type { SignInKeys } from './keys.ts';
import { fileStorage } from './storage.ts';
import { accessClaims } from './tokens.ts';

export interface ProviderOptions {
  readonly definition: SignInDefinition;
  /** Address of the sign-in, and issuer of its tokens. */
  readonly issuer: string;
  readonly keys: SignInKeys;
  readonly accounts: readonly DemoAccount[];
  readonly folder: DataFolder;
  /** The runtime's clock, in epoch milliseconds: the tokens' times. */
  readonly now: () => number;
}

/**
 * An OpenID provider that answers as the template's user pool would: one public client (code and PKCE), access tokens
 * in JWT with the groups. Its sessions and codes live by the machine's clock, the tokens by the runtime's.
 */
export function openIdProvider(options: ProviderOptions): Provider {
  const { definition, issuer, keys, accounts } = options;
  const scope = definition.scopes.join(' ');
  const path = new URL(issuer).pathname;
  const provider = new Provider(issuer, {
    adapter: fileStorage(options.folder),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [...keys.cookies], names: { session: 'traboule.session' }, long: { path }, short: { path } },
    clients: [
      {
        client_id: definition.clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...definition.callbackUrls],
        post_logout_redirect_uris: [...definition.logoutUrls],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    // The console runs in a browser on this very origin.
    clientBasedCORS: (_context, origin) => origin === new URL(issuer).origin,
    pkce: { required: () => true },
    scopes: [...definition.scopes],
    claims: {
      openid: ['sub', 'cognito:groups', 'cognito:username'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: false,
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: definition.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: definition.refreshTokenSeconds,
      IdToken: definition.idTokenSeconds,
      Interaction: 3600,
      RefreshToken: definition.refreshTokenSeconds,
      Session: definition.refreshTokenSeconds,
    },
    interactions: { url: (_context, interaction) => `${path}${CHOICE_PATH}${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        // Cognito does not ask either: whoever follows the console's link wants to leave.
        logoutSource: async (context, form) => {
          context.body = logoutPage(form);
        },
      },
      // The way to access tokens in JWT: the API is the resource every token is for.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: definition.clientId,
          accessTokenTTL: definition.accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_context, token, jwt) => {
          const person = accounts.find((account) => 'accountId' in token && account.id === token.accountId);
          if (person === undefined || jwt.payload === undefined) return;
          const subject = { id: person.id, username: usernameOf(person), groups: [person.group] };
          Object.assign(jwt.payload, accessClaims(subject, { definition, issuer, now: options.now() }, scope));
        },
      },
    },
    findAccount: (_context, id) => {
      const person = accounts.find((account) => account.id === id);
      if (person === undefined) return undefined;
      return {
        accountId: person.id,
        claims: () => ({
          sub: person.id,
          name: person.name,
          email: person.email,
          email_verified: true,
          'cognito:groups': [person.group],
          'cognito:username': usernameOf(person),
        }),
      };
    },
    // Cognito asks for no consent: the client belongs to the pool.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const known = session.grantIdFor(client.clientId);
      const grant =
        (known === undefined ? undefined : await provider.Grant.find(known)) ??
        new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scope);
      grant.addResourceScope(issuer, scope);
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** The name that timelines show. */
export const usernameOf = (person: DemoAccount): string => person.name;

const logoutPage = (form: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Traboule</title></head>
<body>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Se déconnecter · Sign out</button>
<script>document.querySelector('button').click()</script></body></html>`;
