import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Language } from '../../../domain/application/form.ts';
import type { FileType, Route } from '../../../domain/contract/route.ts';
import { Refusal } from '../../../domain/errors.ts';
import { logger } from '../observability.ts';
import { sha256 } from '../tokens.ts';
import type { ApiEvent, CallerOf, Identify } from './caller.ts';
import { clientAddress } from './client-address.ts';
import { type FileAnswer, sendFile } from './file.ts';
import { preferredLanguage } from './language.ts';
import { problemOf } from './problem.ts';
import { header, idempotencyKey, parseBody, parseParams, parseQuery, readFile } from './request.ts';

type Parsed<R, Part extends 'params' | 'query' | 'body'> = R extends { [K in Part]: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined;

/** A call of a route, read and checked: who calls, when, and what they ask. */
export type ApiRequest<R extends Route> = {
  params: Parsed<R, 'params'>;
  query: Parsed<R, 'query'>;
  body: Parsed<R, 'body'>;
  /** Bytes of the file that the body is, on a route that takes one. */
  file: R extends { file: readonly string[] } ? Buffer : undefined;
  caller: CallerOf<R['caller']>;
  /** ISO 8601 instant the request reached the gateway: the handler's only clock. */
  now: string;
  /** The language answers are written in. */
  language: Language;
  /** Hex SHA-256 of the body's bytes. */
  bodySha256: string;
  /** Headers as they came, names in small letters. */
  headers: Readonly<Record<string, string | undefined>>;
  idempotencyKey: string | null;
  /** Address of whoever calls, and of the distribution it came through. */
  sourceIp: string;
  userAgent: string;
};

/** What a handler of a route returns: what is answered in JSON, or a file. */
type Answer<R extends Route> = R extends { answersWith: readonly (infer Type extends FileType)[] }
  ? FileAnswer<Type>
  : z.input<R['response']>;

/** Of every answer, whatever it is. The pages come from elsewhere: an answer of the API is data, never a page. */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
/** What anybody may read changes with a release at most; the rest is somebody's. */
const cacheControl = (route: Route): string =>
  route.caller === 'public' && route.method === 'GET' ? 'public, max-age=300' : 'no-store';

const instantOf = (event: ApiEvent): string =>
  Temporal.Instant.fromEpochMilliseconds(event.requestContext.timeEpoch).toString({ smallestUnit: 'millisecond' });

type Read = Record<keyof ApiRequest<Route>, unknown> & { language: Language };

const read = async (route: Route, identify: Identify<Route['caller']>, event: ApiEvent): Promise<Read> => {
  const now = instantOf(event);
  // Who calls comes first: a stranger learns nothing of what a body should look like.
  const caller = await identify(event, now);
  const params = route.params === undefined ? undefined : parseParams(route.params, event);
  const query = route.query === undefined ? undefined : parseQuery(route.query, event);
  const body = route.body === undefined ? undefined : parseBody(route.body, event);
  const file = route.file === undefined ? undefined : readFile(route.file, event);
  return {
    caller,
    now,
    params,
    query,
    body: body?.value,
    file: file?.bytes,
    bodySha256: (body ?? file)?.bodySha256 ?? sha256(''),
    headers: event.headers,
    idempotencyKey: route.idempotent === true ? idempotencyKey(event) : null,
    language: preferredLanguage(header(event, 'accept-language')),
    sourceIp: clientAddress(header(event, 'x-forwarded-for'), event.requestContext.http.sourceIp),
    userAgent: event.requestContext.http.userAgent,
  };
};

/** Turns every error into a problem of RFC 9457, and logs those that are no refusals. */
const answerProblems = (): MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { error } = request;
    if (error instanceof Refusal) logger.info('refused', { type: error.type });
    else logger.error('failed', error instanceof Error ? error : new Error(String(error)));
    const language = preferredLanguage(header(request.event, 'accept-language'));
    const answer = problemOf(error, language);
    request.response = {
      ...answer,
      headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-language': language, ...answer.headers },
    };
  },
});

/**
 * A handler of the HTTP API (payload format 2.0).
 * @param identify how the route's caller is told
 * @param run makes one domain call and stores; what it returns is parsed by the route's schema, so no other field leaves.
 *   Where the route answers with a file, the file.
 *   A Refusal becomes its problem, a TransientError 503, anything else 500 with no details.
 */
export const api = <const R extends Route>(
  route: R,
  identify: Identify<R['caller']>,
  run: (request: ApiRequest<R>) => Promise<Answer<R>>,
) =>
  middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(answerProblems())
    .handler(async (event) => {
      // Each part was parsed by the very schema its type is inferred from.
      const request = (await read(route, identify, event)) as ApiRequest<R>;
      const response = await run(request);
      const headers = { ...SECURITY_HEADERS, 'cache-control': cacheControl(route) };
      if (route.answersWith !== undefined) {
        const file = sendFile(route.answersWith, response, header(event, 'accept-encoding'));
        return { ...file, statusCode: route.status, headers: { ...headers, ...file.headers } };
      }
      return {
        statusCode: route.status,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(route.response.parse(response)),
      };
    });
