import type { HttpRequest } from '../http/message.ts';
import type { ApiDefinition } from './definition.ts';
import type { Match } from './matching.ts';

/** Claims and scopes of a caller, as API Gateway hands them to the function. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** Media types that API Gateway hands over as text; anything else comes in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))(;|$))/i;

/**
 * The event of payload format 2.0, as the API Gateway developer guide describes it. The path is decoded, as HTTP APIs
 * do, and the parameters too.
 * @param now epoch milliseconds; it becomes `timeEpoch`, the only clock of the handlers
 */
export function buildEvent(
  api: ApiDefinition,
  request: HttpRequest,
  match: Match,
  path: string,
  details: { requestId: string; now: number; jwt: JwtContext | null },
): Record<string, unknown> {
  const { cookie, ...others } = request.headers;
  const headers: Record<string, string> = {
    ...others,
    host: api.domain,
    'x-forwarded-for': [others['x-forwarded-for'], request.sourceIp].filter((part) => part !== undefined).join(', '),
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  };
  const query = queryParameters(request.query);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: request.query,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(details.jwt !== null && { authorizer: { jwt: details.jwt } }),
      domainName: api.domain,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: details.requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: commonLogTime(details.now),
      timeEpoch: details.now,
    },
    ...(Object.keys(match.parameters).length > 0 && { pathParameters: match.parameters }),
    ...bodyOf(request),
  };
}

function bodyOf(request: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const text = TEXT.test(request.headers['content-type'] ?? '');
  return { body: request.body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
}

/** Decoded; values of one name are joined with commas. */
function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Such as `12/Mar/2020:19:03:58 +0000`. */
function commonLogTime(now: number): string {
  const iso = new Date(now).toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}
