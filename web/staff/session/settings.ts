import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import * as z from 'zod';
import { Failure, failureOf } from '../../api/failure.ts';

/** `/config.json`, written beside the pages when they are deployed: what a browser must know to sign staff in. */
export const SignInSettings = z.object({
  /** Issuer of the tokens (OpenID Connect). */
  authority: z.url(),
  clientId: z.string().min(1),
  /**
   * Whole address that ends the session at the provider too, then comes back. Cognito's takes other parameters than the
   * standard's; without it the provider's own `end_session_endpoint` is used.
   */
  logoutUrl: z.url().optional(),
});
export type SignInSettings = z.infer<typeof SignInSettings>;

export const CALLBACK_PATH = '/staff/callback';
/** Where the provider sends people once signed out. */
export const SIGNED_OUT_PATH = '/staff';

/**
 * The client of the identity provider: authorization code with PKCE. Renewing is started by the session, which does it
 * by refresh token only: a hidden frame would need the provider's consent to be framed, and fails in most browsers.
 */
export function userManagerOf(settings: SignInSettings, origin: string): UserManager {
  return new UserManager({
    authority: settings.authority,
    client_id: settings.clientId,
    redirect_uri: `${origin}${CALLBACK_PATH}`,
    post_logout_redirect_uri: `${origin}${SIGNED_OUT_PATH}`,
    response_type: 'code',
    scope: 'openid email profile',
    automaticSilentRenew: false,
    // The tab's own storage: a token never outlives the tab it was given to.
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
  });
}

/** Fetches the settings of this deployment. @throws Failure when they cannot be had or make no sense */
export async function readSettings(signal: AbortSignal): Promise<SignInSettings> {
  const response = await fetch('/config.json', { signal, cache: 'no-cache' }).catch((cause: unknown) => {
    throw new Failure('network', null, null, { cause });
  });
  if (!response.ok) throw failureOf(response.status, null);
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new Failure('unexpected', response.status, null, { cause });
  });
  const settings = SignInSettings.safeParse(body);
  if (!settings.success) throw new Failure('unexpected', response.status, null, { cause: settings.error });
  return settings.data;
}
