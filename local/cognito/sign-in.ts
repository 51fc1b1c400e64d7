import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { json, readRequest, send } from '../http/message.ts';
import { languageOf } from '../pages/page.ts';
import { CHOICE_PATH, choicePage } from './choice-page.ts';
import type { ProviderOptions } from './provider.ts';

/** Path of the sign-in on the site's origin. */
export const SIGN_IN_PATH = '/signin';

/** Largest choice posted, in bytes. */
const LARGEST_CHOICE = 10_000;

/** The local sign-in: the OpenID provider, the page where an account is chosen, and Cognito's way out. */
export class SignIn {
  readonly #options: ProviderOptions;
  #provider: Promise<Provider> | null = null;

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  /** Answers a request under SIGN_IN_PATH. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', this.#options.issuer);
    const path = address.pathname.slice(SIGN_IN_PATH.length);
    const provider = await this.#loaded();
    if (path.startsWith(CHOICE_PATH)) return this.#choose(provider, address, request, response);
    if (path === '/logout') return this.#logOut(address, response);
    // What the provider expects of a request mounted under a path: the whole address, and the rest of it.
    const original = request.url ?? '/';
    Object.assign(request, { originalUrl: original, url: original.slice(SIGN_IN_PATH.length) || '/' });
    await provider.callback()(request, response);
  }

  /** The provider and its libraries are loaded when first needed: most starts sign nobody in. */
  #loaded(): Promise<Provider> {
    this.#provider ??= import('./provider.ts').then(({ openIdProvider }) => openIdProvider(this.#options));
    return this.#provider;
  }

  async #choose(provider: Provider, address: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request, LARGEST_CHOICE);
    const interaction = await interactionOf(provider, request, response);
    if (interaction === null) return send(response, expired());
    if (asked.method === 'POST') {
      const chosen = new URLSearchParams(asked.body.toString()).get('account');
      const account = this.#options.accounts.find(({ id }) => id === chosen);
      if (account === undefined) return send(response, json(400, { message: 'No such account' }));
      return provider.interactionFinished(request, response, { login: { accountId: account.id } });
    }
    const uiLocales = interaction.params.ui_locales;
    const accepted = typeof uiLocales === 'string' ? uiLocales : asked.headers['accept-language'];
    send(
      response,
      choicePage(languageOf(asked.query, accepted), address.pathname, this.#options.accounts),
      asked.method,
    );
  }

  /** Cognito's `/logout?client_id=…&logout_uri=…`, as the provider's own end of session. */
  #logOut(address: URL, response: ServerResponse): void {
    const query = new URLSearchParams({
      client_id: address.searchParams.get('client_id') ?? this.#options.definition.clientId,
      post_logout_redirect_uri: address.searchParams.get('logout_uri') ?? '',
    });
    response.writeHead(302, { location: `${SIGN_IN_PATH}/session/end?${query}` }).end();
  }
}

/** What the browser came to sign in for; null when that is over, or was another browser's. */
async function interactionOf(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return null;
    throw error;
  }
}

const expired = () => ({
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Cette demande de connexion a expiré : revenez à la console et recommencez.\nThis sign-in request has expired: go back to the console and start again.\n',
});
