import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../../domain/application/form.ts';
import type { Problem } from '../../../domain/contract/responses.ts';
import { PROBLEMS, Refusal, TransientError } from '../../../domain/errors.ts';
import { messageOf } from '../../../domain/text/field-errors.ts';
import { type ProblemText, problemText } from '../../../domain/text/problems.ts';

const TYPE_PREFIX = 'urn:traboule:problem:';
/** A fault of ours, about which people can do nothing. */
const INTERNAL: Record<Language, ProblemText> = {
  fr: { title: 'Erreur interne', detail: 'L’incident est consigné. Recommencez plus tard.' },
  en: { title: 'Internal error', detail: 'The fault is recorded. Please try again later.' },
};
/** Seconds after which a passing fault is worth another try. */
const RETRY_AFTER = 5;

const problem = (
  body: Problem,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 & { headers: Record<string, string> } => ({
  statusCode: body.status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify(body),
});

/** What a client must do about a refusal, in headers. */
const headersOf = ({ type }: Refusal): Record<string, string> => {
  if (type === 'unauthorized') return { 'www-authenticate': 'Bearer' };
  if (type === 'invalid-link' || type === 'expired-link') return { 'www-authenticate': 'Link' };
  return {};
};

/** The answer to an error: a refusal says what is wrong; a fault of ours says that it is one, and nothing else. */
export const problemOf = (error: unknown, language: Language) => {
  if (error instanceof Refusal) {
    const { type, status, details } = error;
    const errors = details.errors?.map((e) => ({
      path: e.path,
      code: e.code,
      message: messageOf(e.code, e.params, language),
    }));
    return problem(
      {
        type: `${TYPE_PREFIX}${type}`,
        status,
        ...problemText(type, language),
        ...(errors === undefined ? {} : { errors }),
      },
      headersOf(error),
    );
  }
  if (error instanceof TransientError) {
    return problem(
      { type: `${TYPE_PREFIX}unavailable`, status: PROBLEMS.unavailable, ...problemText('unavailable', language) },
      { 'retry-after': String(RETRY_AFTER) },
    );
  }
  return problem({ type: 'about:blank', status: 500, ...INTERNAL[language] });
};
