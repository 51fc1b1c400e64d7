import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ROUTES, type RouteName } from '../../domain/contract/routes.ts';

/** What API Gateway's JWT authorizer hands to a handler: every claim as a string, groups as `[admin antenna:STE]`. */
export type Claims = Record<string, string>;

export type EventOptions = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`; bytes come in base64, as the gateway passes them on. */
  rawBody?: string | Buffer;
  base64?: boolean;
  headers?: Record<string, string>;
  /** Token of a private link. */
  link?: string;
  /** Groups of a signed-in member of staff, or the claims as they are. */
  staff?: readonly string[] | Claims;
  idempotencyKey?: string;
  /** ISO 8601 instant the request came in. */
  now?: string;
  sourceIp?: string;
  userAgent?: string;
};

/** An event of the HTTP API (payload format 2.0) with a JWT authorizer's context on staff routes. */
export type ApiEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & {
    authorizer?: { jwt: { claims: Claims; scopes: null } };
  };
};

/** Start of the tests' time. */
export const NOW = '2026-10-05T08:00:00.000Z';

/** Claims of a member of staff as AWS passes them on. */
export const claimsOf = (groups: readonly string[], sub = 'a6c1f2b0-0000-4000-8000-000000000001'): Claims => ({
  sub,
  iss: 'https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_test',
  'cognito:groups': `[${groups.join(' ')}]`,
  client_id: 'test',
  token_use: 'access',
  username: `staff-${groups.join('-')}`,
});

const isClaims = (staff: readonly string[] | Claims): staff is Claims => !Array.isArray(staff);

/** The event a call of a route reaches its handler as. */
export const eventFor = (name: RouteName, options: EventOptions = {}): ApiEvent => {
  const { method, path } = ROUTES[name];
  const rawPath = `/api${path.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(options.params?.[param] ?? ''))}`;
  const text = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const base64 = options.base64 === true || Buffer.isBuffer(text);
  const query = options.query ?? {};
  const sourceIp = options.sourceIp ?? '203.0.113.7';
  const userAgent = options.userAgent ?? 'Mozilla/5.0 (test)';
  const timeEpoch = Date.parse(options.now ?? NOW);
  return {
    version: '2.0',
    routeKey: `${method} /api${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      host: 'traboule.example',
      'user-agent': userAgent,
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.link === undefined ? {} : { authorization: `Link ${options.link}` }),
      ...(options.staff === undefined ? {} : { authorization: 'Bearer test' }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      ...options.headers,
    },
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(options.params === undefined ? {} : { pathParameters: options.params }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'traboule.example',
      domainPrefix: 'traboule',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp, userAgent },
      requestId: randomUUID(),
      routeKey: `${method} /api${path}`,
      stage: '$default',
      time: new Date(timeEpoch).toUTCString(),
      timeEpoch,
      ...(options.staff === undefined
        ? {}
        : {
            authorizer: {
              jwt: { claims: isClaims(options.staff) ? options.staff : claimsOf(options.staff), scopes: null },
            },
          }),
    },
    ...(text === undefined ? {} : { body: base64 ? Buffer.from(text).toString('base64') : text }),
    isBase64Encoded: base64,
  };
};
