import type { CDPSession, Page } from 'playwright-core';

/** What a page asked of the API. */
export type ApiRequest = {
  method: string;
  /** Decoded, from `/api` on. */
  path: string;
  body: string | null;
  /** The key of the request, where it may be sent twice. */
  key: string | undefined;
};
/** An answer in the API's place, a body in JSON. */
export type ApiAnswer = { status: number; headers: Readonly<Record<string, string>>; body: unknown };

const given = new WeakMap<Page, CDPSession[]>();

/**
 * Answers the API in a page where a test needs what is hard to bring about for real. Only requests to the API are held
 * up: a route of Playwright's would hold up all of them, and have the browser fetch the site's files anew for each page.
 * @param answer undefined lets a request go on to the API
 */
export const answerApi = async (page: Page, answer: (request: ApiRequest) => ApiAnswer | undefined): Promise<void> => {
  const protocol = await page.context().newCDPSession(page);
  given.set(page, [...(given.get(page) ?? []), protocol]);
  protocol.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { pathname } = new URL(request.url);
    const key = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1];
    const path = decodeURIComponent(pathname);
    const own = answer({ method: request.method, path, body: request.postData ?? null, key });
    const done =
      own === undefined
        ? protocol.send('Fetch.continueRequest', { requestId })
        : protocol.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: own.status,
            responseHeaders: Object.entries(own.headers).map(([name, value]) => ({ name, value })),
            body: Buffer.from(JSON.stringify(own.body)).toString('base64'),
          });
    // A page that is left meanwhile waits for no answer.
    done.catch(() => undefined);
  });
  await protocol.send('Fetch.enable', { patterns: [{ urlPattern: '*/api/*' }] });
};

/** Lets the API answer for itself again. */
export const answerNoMore = async (page: Page): Promise<void> => {
  for (const protocol of given.get(page) ?? []) await protocol.detach();
  given.delete(page);
};
