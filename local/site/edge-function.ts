import { createContext, Script } from 'node:vm';
import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { Deployed } from '../template/deployment.ts';

const Properties = z.object({ FunctionCode: z.string() });
const Result = z.object({
  uri: z.string().optional(),
  statusCode: z.number().optional(),
  headers: z.record(z.string(), z.object({ value: z.string() })).default({}),
});

/** CloudFront gives a function about a millisecond; a machine that is busy gets more. */
const PATIENCE = 2_000;

/** What a viewer-request function makes of a request: another path to look for, or an answer at once. */
export type EdgeResult = { readonly path: string } | { readonly answer: HttpResponse };

/** Runs a CloudFront function as CloudFront does: its own code, from the template. */
export class EdgeFunction {
  readonly #run: (event: string) => string;

  constructor(resource: Deployed) {
    const context = createContext({ input: '', JSON });
    new Script(Properties.parse(resource.properties).FunctionCode).runInContext(context);
    const call = new Script('JSON.stringify(handler(JSON.parse(input)))');
    this.#run = (event) => {
      context.input = event;
      return z.string().parse(call.runInContext(context, { timeout: PATIENCE }));
    };
  }

  viewerRequest(request: HttpRequest): EdgeResult {
    const values = Object.entries(request.headers).map(([name, value]) => [name, { value }]);
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: request.sourceIp },
      request: {
        method: request.method,
        uri: request.path,
        querystring: Object.fromEntries(
          [...new URLSearchParams(request.query)].map(([name, value]) => [name, { value }]),
        ),
        headers: Object.fromEntries(values),
        cookies: {},
      },
    };
    const result = Result.parse(JSON.parse(this.#run(JSON.stringify(event))));
    if (result.statusCode === undefined) return { path: result.uri ?? request.path };
    const headers = Object.fromEntries(Object.entries(result.headers).map(([name, { value }]) => [name, value]));
    return { answer: { status: result.statusCode, headers, body: '' } };
  }
}
