import * as z from 'zod';
import { type HttpResponse, json } from '../http/message.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const Formatted = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The answer when the function failed, or gave something that is no answer. */
export const internalServerError = (): HttpResponse => json(500, { message: 'Internal Server Error' });

/**
 * The HTTP answer that API Gateway makes of what the function returned: with a `statusCode` the function says it all;
 * without one, what it returned is the body of a 200 in JSON.
 * @param payload the function's result, JSON
 */
export function readAnswer(payload: string): HttpResponse {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = Formatted.safeParse(result);
  if (!parsed.success) return internalServerError();
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: {
      ...(body ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}
