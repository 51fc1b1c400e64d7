import { randomUUID } from 'node:crypto';
import { type HttpRequest, type HttpResponse, json } from '../http/message.ts';
import type { LambdaAnswer, LambdaInvoker } from '../lambda/call.ts';
import { LambdaRefusal } from '../lambda/failure.ts';
import { internalServerError, readAnswer } from './answer.ts';
import { type AuthorizerPorts, authorize } from './authorizer.ts';
import type { ApiDefinition } from './definition.ts';
import { buildEvent, type JwtContext } from './event.ts';
import { type Match, matchRoute } from './matching.ts';

/** Largest body an HTTP API takes, in bytes. */
export const LARGEST_BODY = 10 * 1024 * 1024;

export interface HttpApiPorts extends AuthorizerPorts {
  readonly lambda: LambdaInvoker;
}

/** The answer to a body beyond LARGEST_BODY. */
export const bodyTooLarge = (): HttpResponse => json(413, { message: 'Request Entity Too Large' });

/** The local HTTP API: finds the route, checks the caller, calls the function, answers. */
export class HttpApi {
  readonly definition: ApiDefinition;
  readonly #ports: HttpApiPorts;

  constructor(definition: ApiDefinition, ports: HttpApiPorts) {
    this.definition = definition;
    this.#ports = ports;
  }

  /** Answers a request, with the answers API Gateway itself gives when something is wrong. */
  async handle(request: HttpRequest): Promise<HttpResponse> {
    const requestId = randomUUID();
    const answer = await this.#answer(request, requestId);
    return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
  }

  async #answer(request: HttpRequest, requestId: string): Promise<HttpResponse> {
    const path = decoded(request.path);
    if (path === null) return json(400, { message: 'Bad Request' });
    const match = matchRoute(this.definition.routes, request.method, path.slice(1).split('/'));
    if (match === null) return json(404, { message: 'Not Found' });
    let jwt: JwtContext | null = null;
    if (match.route.authorizer !== null) {
      const verdict = await authorize(match.route, request.headers, this.#ports);
      if (!verdict.allowed) return refusal(verdict.status);
      jwt = verdict.jwt;
    }
    const event = buildEvent(this.definition, request, match, path, { requestId, now: this.#ports.now(), jwt });
    return this.#invoke(match, JSON.stringify(event));
  }

  async #invoke(match: Match, payload: string): Promise<HttpResponse> {
    const { functionArn, timeoutMs } = match.route;
    try {
      const answer = await within(timeoutMs, this.#ports.lambda({ functionArn, payload }));
      if (answer === null) return json(503, { message: 'Service Unavailable' });
      return answer.functionError === undefined ? readAnswer(answer.payload) : internalServerError();
    } catch (error) {
      if (!(error instanceof LambdaRefusal)) throw error;
      if (error.name === 'RequestTooLargeException') return bodyTooLarge();
      return error.name === 'TooManyRequestsException'
        ? json(503, { message: 'Service Unavailable' })
        : internalServerError();
    }
  }
}

const refusal = (status: 401 | 403): HttpResponse =>
  status === 401
    ? json(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' })
    : json(403, { message: 'Forbidden' });

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The answer, or null if it does not come in time (milliseconds). */
async function within(timeoutMs: number, answer: Promise<LambdaAnswer>): Promise<LambdaAnswer | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
