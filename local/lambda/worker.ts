import { parentPort, workerData } from 'node:worker_threads';

// Runs inside a worker thread, alone: what Lambda's Node.js runtime does around a handler. It is compiled by itself, so
// it imports nothing of the runtime but types.

/** What the thread is started with. */
export interface WorkerSetup {
  /** `file:` address of the module that holds the handler. */
  readonly module: string;
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/** One invocation, as handed to the thread. `event` is JSON; `timeoutMs` counts from its arrival. */
export interface WorkerRequest {
  readonly requestId: string;
  readonly event: string;
  readonly timeoutMs: number;
}

/** What the thread says: it is ready, it could not load the handler, or the outcome of the invocation under way. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed-to-load'; readonly payload: string }
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'error'; readonly payload: string }
  | { readonly kind: 'fatal'; readonly payload: string };

type Handler = (event: unknown, context: unknown) => unknown;

const setup: WorkerSetup = workerData;
const port = parentPort;
if (port === null) throw new Error('This module runs in a worker thread.');
const say = (message: WorkerMessage) => port.postMessage(message);

/** Lambda's shape of an error: `{errorType, errorMessage, trace}`. */
function describe(error: unknown, type?: string): string {
  if (!(error instanceof Error)) {
    return JSON.stringify({ errorType: type ?? typeof error, errorMessage: String(error), trace: [] });
  }
  return JSON.stringify({
    errorType: type ?? error.name,
    errorMessage: error.message,
    trace: error.stack?.split('\n') ?? [],
  });
}

/** A handler of so many parameters takes a callback: from Node.js 24 on Lambda starts none, whatever the handler returns. */
const WITH_CALLBACK = 3;

async function load(): Promise<Handler | null> {
  try {
    const module = await import(setup.module);
    const handler: unknown = module[setup.handler];
    if (typeof handler === 'function' && handler.length < WITH_CALLBACK) {
      return (event, context) => handler(event, context);
    }
    const payload =
      typeof handler === 'function'
        ? describe(new Error(`index.${setup.handler} takes a callback`), 'Runtime.CallbackHandlerDeprecated')
        : describe(new Error(`index.${setup.handler} is undefined or not exported`), 'Runtime.HandlerNotFound');
    say({ kind: 'failed-to-load', payload });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    say({ kind: 'failed-to-load', payload: describe(error, missing ? 'Runtime.ImportModuleError' : undefined) });
  }
  return null;
}

function context(request: WorkerRequest): Record<string, unknown> {
  const deadline = performance.now() + request.timeoutMs;
  return {
    awsRequestId: request.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMb),
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

process.on('unhandledRejection', (reason) => {
  say({ kind: 'fatal', payload: describe(reason, 'Runtime.UnhandledPromiseRejection') });
  process.exit(128);
});
process.on('uncaughtException', (error) => {
  say({ kind: 'fatal', payload: describe(error) });
  process.exit(129);
});

const handler = await load();
if (handler !== null) {
  port.on('message', async (request: WorkerRequest) => {
    try {
      const result = await handler(JSON.parse(request.event), context(request));
      say({ kind: 'result', payload: JSON.stringify(result) ?? 'null' });
    } catch (error) {
      say({ kind: 'error', payload: describe(error) });
    }
  });
  say({ kind: 'ready' });
}
