import type { LambdaAnswer } from './call.ts';

/** The answer Lambda gives when a function failed: `{errorType, errorMessage, …}`, unhandled as all of Node.js's are. */
export const failed = (payload: string): LambdaAnswer => ({ payload, functionError: 'Unhandled' });

/** @param timeoutMs the function's timeout, in milliseconds */
export const timedOut = (requestId: string, timeoutMs: number): LambdaAnswer =>
  failed(
    JSON.stringify({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
    }),
  );

export const exited = (requestId: string, reason: string): LambdaAnswer =>
  failed(
    JSON.stringify({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${reason}`,
    }),
  );

export const tooLarge = (bytes: number): LambdaAnswer =>
  failed(
    JSON.stringify({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size exceeded maximum allowed payload size (6291556 bytes): ${bytes}.`,
    }),
  );

/** Lambda itself refuses the call: nothing ran. `name` is the exception's. */
export class LambdaRefusal extends Error {
  constructor(
    override readonly name: 'TooManyRequestsException' | 'ResourceNotFoundException' | 'RequestTooLargeException',
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
