import type { Page, Route } from 'playwright-core';

/** What a path of the API answers: a body, or the status and the type of a refusal. */
export type Answers = Record<string, unknown>;

const PROBLEM = 'urn:traboule:problem:';
export class Refused {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly errors: readonly { path: string; code: string; message: string }[] = [],
  ) {}
}

const fulfil = (route: Route, answer: unknown): Promise<void> =>
  answer instanceof Refused
    ? route.fulfill({
        status: answer.status,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: `${PROBLEM}${answer.type}`,
          title: answer.type,
          status: answer.status,
          detail: answer.type,
          errors: answer.errors,
        }),
      })
    : route.fulfill({ status: route.request().method() === 'GET' ? 200 : 202, json: answer });

/**
 * Answers for the API where a test needs what is hard to bring about for real.
 * @param answers by method and path under /api, such as `GET /staff/invoices`
 * @returns the requests that were answered, `METHOD path` with their bodies
 */
export const answerWith = async (
  page: Page,
  answers: Answers,
): Promise<{ request: string; body: string | null; key: string | null }[]> => {
  const asked: { request: string; body: string | null; key: string | null }[] = [];
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const path = decodeURIComponent(new URL(request.url()).pathname.replace(/^\/api/, ''));
    const name = `${request.method()} ${path}`;
    if (!Object.hasOwn(answers, name)) return route.fallback();
    asked.push({
      request: name,
      body: request.postData(),
      key: request.headers()['idempotency-key'] ?? null,
    });
    return fulfil(route, answers[name]);
  });
  return asked;
};
