import type { Activity } from '../clock/activity.ts';
import { SIGN_IN_PATH, type SignIn } from '../cognito/sign-in.ts';
import { BodyTooLarge, type HttpRequest, type HttpResponse, json, readRequest, send } from '../http/message.ts';
import { bodyTooLarge, LARGEST_BODY } from '../http-api/http-api.ts';
import type { Distribution } from '../site/distribution.ts';
import type { Handler } from './servers.ts';

export interface SiteParts {
  /** Origin that the pages, the sign-in and the mail name, such as `http://localhost:4300`. */
  readonly site: string;
  readonly activity: Activity;
  readonly distribution: Distribution | null;
  readonly signIn: SignIn | null;
  readonly local: (request: HttpRequest) => Promise<HttpResponse>;
  /** The runtime's clock, in epoch milliseconds: pages count days from the `Date` of what they are answered. */
  readonly now: () => number;
  /** Called for each request that the product itself answers. */
  readonly onRequest: () => void;
}

/** What people reach: the site with its API, the sign-in, and the routes of this machine. */
export function siteEndpoint(parts: SiteParts): Handler {
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (isUnder(path, SIGN_IN_PATH) && parts.signIn !== null) return parts.signIn.handle(request, response);
    try {
      const read = await readRequest(request, LARGEST_BODY);
      const answered = toOneName(read, parts.site) ?? (await answer(read, parts));
      response.setHeader('date', new Date(parts.now()).toUTCString());
      send(response, answered, read.method);
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      send(response, bodyTooLarge());
    }
  };
}

/**
 * Leads who opens a page by another name of this machine to the one that all links have: to a browser they are two
 * sites, and one may neither sign in nor find its drafts at the other. Programs are answered by any name.
 */
function toOneName({ method, path, query, headers }: HttpRequest, site: string): HttpResponse | null {
  const opensPage = method === 'GET' && (headers.accept ?? '').includes('text/html');
  if (!opensPage || headers.host === new URL(site).host) return null;
  return { status: 307, headers: { location: `${site}${path}${query === '' ? '' : `?${query}`}` }, body: '' };
}

async function answer(request: HttpRequest, parts: SiteParts): Promise<HttpResponse> {
  // Not counted as work: the route that moves the clock waits until no work is left.
  if (isUnder(request.path, '/local')) return parts.local(request);
  if (parts.distribution === null) return json(404, { message: 'The stacks have no site.' });
  parts.onRequest();
  return parts.activity.track(parts.distribution.handle(request));
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
