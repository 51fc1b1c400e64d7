import * as z from 'zod';
import { ROUTES, type RouteName } from '../../domain/contract/routes.ts';

/** What a call of the API is made with. */
export type CallOptions = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Token of a private link. */
  link?: string;
  /** Groups of a member of staff. */
  staff?: readonly string[];
  idempotencyKey?: string;
};

/** What it came to; `problem` is the stable name of a refusal. */
export type Reply = { status: number; body: unknown; problem: string | null };

const Result = z.object({ statusCode: z.number(), body: z.string() });
const Problem = z.object({ type: z.string() });

const claimsOf = (groups: readonly string[]) => ({
  sub: '00000000-0000-4000-8000-000000000000',
  iss: 'https://cognito-idp.eu-west-3.amazonaws.com/simulation',
  'cognito:groups': `[${groups.join(' ')}]`,
  client_id: 'simulation',
  token_use: 'access',
  username: `staff-${groups.join('-').replaceAll(':', '-')}`,
});

/** The event that a call reaches its handler as, from the gateway (payload format 2.0). @param now ISO 8601 instant */
export const eventOf = (name: RouteName, options: CallOptions, now: string): Record<string, unknown> => {
  const { method, path } = ROUTES[name];
  const { params, query, body, link, staff, idempotencyKey } = options;
  const rawPath = `/api${path.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(params?.[param] ?? ''))}`;
  const timeEpoch = Date.parse(now);
  return {
    version: '2.0',
    routeKey: `${method} /api${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      host: 'traboule.example',
      'user-agent': 'simulation',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(link === undefined ? {} : { authorization: `Link ${link}` }),
      ...(staff === undefined ? {} : { authorization: 'Bearer simulation' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(params === undefined ? {} : { pathParameters: params }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'simulation',
      domainName: 'traboule.example',
      domainPrefix: 'traboule',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'simulation' },
      requestId: 'simulation',
      routeKey: `${method} /api${path}`,
      stage: '$default',
      time: new Date(timeEpoch).toUTCString(),
      timeEpoch,
      ...(staff === undefined ? {} : { authorizer: { jwt: { claims: claimsOf(staff), scopes: null } } }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
};

/** Reads what a handler of the API answered. */
export const replyOf = (result: unknown): Reply => {
  const { statusCode, body: text } = Result.parse(result);
  const body: unknown = text === '' ? null : JSON.parse(text);
  const problem = statusCode >= 400 ? Problem.parse(body).type.replace('urn:traboule:problem:', '') : null;
  return { status: statusCode, body, problem };
};
