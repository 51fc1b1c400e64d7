import type { Page } from 'playwright-core';
import { PROBLEMS, type ProblemType } from '../../../../domain/errors.ts';
import { answerApi } from '../../../support/answers.ts';

/** What was asked of the API: the method and path, and the body of what changes something. */
export type Asked = { route: string; body: unknown; key: string | undefined };

/** A refusal of the API. @param errors what is wrong with which field */
export const refusal = (type: ProblemType, errors: { path: string; code: string; message: string }[] = []) => ({
  refused: true as const,
  status: PROBLEMS[type],
  body: { type: `urn:traboule:problem:${type}`, title: type, status: PROBLEMS[type], detail: type, errors },
});
type Refusal = ReturnType<typeof refusal>;
const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;

/** When the fixtures take place: deadlines in them are to come. */
const NOW = new Date('2026-10-05T08:00:00.000Z').toUTCString();

/**
 * Answers routes of the API in a browser with what a test gives, by method and path; the others go on to the API.
 * @returns what was asked, in order; answers may be changed meanwhile
 */
export const answerWith = async (
  page: Page,
  answers: Record<string, unknown>,
): Promise<{ asked: Asked[]; answers: Record<string, unknown> }> => {
  const asked: Asked[] = [];
  await answerApi(page, ({ method, path, body, key }) => {
    const name = `${method} ${path}`;
    if (!(name in answers)) return undefined;
    asked.push({ route: name, body: body === null ? null : JSON.parse(body), key });
    const answer = answers[name];
    return isRefusal(answer)
      ? { status: answer.status, headers: { date: NOW, 'content-type': 'application/problem+json' }, body: answer.body }
      : { status: 200, headers: { date: NOW, 'content-type': 'application/json' }, body: answer };
  });
  return { asked, answers };
};
