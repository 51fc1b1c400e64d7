import type { Page } from 'playwright-core';
import { type ApiAnswer, answerApi } from '../../support/answers.ts';

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

const answerOf = (method: string, answer: unknown): ApiAnswer =>
  answer instanceof Refused
    ? {
        status: answer.status,
        headers: { 'content-type': 'application/problem+json' },
        body: {
          type: `${PROBLEM}${answer.type}`,
          title: answer.type,
          status: answer.status,
          detail: answer.type,
          errors: answer.errors,
        },
      }
    : { status: method === 'GET' ? 200 : 202, headers: { 'content-type': 'application/json' }, body: answer };

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
  await answerApi(page, ({ method, path, body, key }) => {
    const request = `${method} ${path.replace(/^\/api/, '')}`;
    if (!Object.hasOwn(answers, request)) return undefined;
    asked.push({ request, body, key: key ?? null });
    return answerOf(method, answers[request]);
  });
  return asked;
};
