import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransientStoreError } from '../../domain/errors.ts';

// What DynamoDB answers, turned into errors of ours: throttling, timeouts and failures inside the service pass
// (TransientStoreError, retried); a condition that failed is an answer, and its writer says what it means.

/** Somebody else wrote first: read again and decide again. Retried as a passing fault when it will not end. */
export class WriteConflict extends TransientStoreError {}

/** Another took the next number of a series, which many may want at once: all that was read but the number still holds. */
export class NumberTaken extends WriteConflict {}

/** A condition of ours did not hold, and its writer said nothing of what that means: a defect, or a race. */
export class ConditionFailed extends Error {
  override name = 'ConditionFailed';
}

const PASSING = new Set([
  'InternalServerError',
  'InternalServerErrorException',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionInProgressException',
]);
const PASSING_CANCELLATIONS = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);

/** HTTP status of the service's answer; null when the SDK tried and none came; undefined when it did not try. */
const answerStatus = (error: Error): number | null | undefined => {
  const metadata: unknown = Reflect.get(error, '$metadata');
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const status: unknown = Reflect.get(metadata, 'httpStatusCode');
  return typeof status === 'number' ? status : null;
};

/** Tells whether a fault of an AWS service, or of the way to it, will pass. */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const status = answerStatus(error);
  return PASSING.has(error.name) || status === null || status === 429 || (status !== undefined && status >= 500);
};

/**
 * The error of ours for what the SDK threw.
 * @param meanings what a failed condition means, by place in the transaction; a single write has one place
 */
export const storeError = (error: unknown, meanings: readonly ((() => Error) | undefined)[] = []): unknown => {
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
    const failed = codes.indexOf('ConditionalCheckFailed');
    if (failed >= 0)
      return meanings[failed]?.() ?? new ConditionFailed(`Condition ${failed} of the transaction failed.`);
    if (codes.includes('TransactionConflict')) return new WriteConflict('Another transaction holds one of the items.');
    if (codes.some((code) => code !== undefined && PASSING_CANCELLATIONS.has(code))) {
      return new TransientStoreError('The table is throttled.');
    }
    return error;
  }
  if (!(error instanceof Error)) return error;
  if (error.name === 'ConditionalCheckFailedException') {
    return meanings[0]?.() ?? new ConditionFailed('The condition of the write failed.');
  }
  if (error.name === 'TransactionConflictException') return new WriteConflict('Another transaction holds the item.');
  if (isPassing(error)) return new TransientStoreError(`The table does not answer: ${error.name}`, { cause: error });
  return error;
};
