/** One invocation, as the task of a state machine asks for it. */
export interface LambdaCall {
  /** The function's name or ARN, as the state gives it. */
  readonly functionArn: string;
  /** The event, as JSON. */
  readonly payload: string;
  /** `Event` returns as soon as the invocation is accepted. Default `RequestResponse`. */
  readonly invocationType?: 'RequestResponse' | 'Event' | 'DryRun';
}

/**
 * What the invocation returned: JSON in either case. With `functionError`, the payload is Lambda's
 * `{errorType, errorMessage, stackTrace}`.
 */
export interface LambdaAnswer {
  readonly payload: string;
  readonly functionError?: 'Handled' | 'Unhandled';
}

/**
 * Runs a function. What the service itself refuses is thrown as an Error whose `name` is the exception's, with or
 * without the prefix that Step Functions gives it: `Lambda.TooManyRequestsException`.
 */
export type LambdaInvoker = (call: LambdaCall) => Promise<LambdaAnswer>;
