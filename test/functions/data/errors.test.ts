import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from '@jest/globals';
import { Refusal, TransientStoreError } from '../../../domain/errors.ts';
import { ConditionFailed, isPassing, storeError, WriteConflict } from '../../../functions/data/errors.ts';

const $metadata = { httpStatusCode: 400 };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ $metadata, message: '', CancellationReasons: codes.map((Code) => ({ Code })) });
const named = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

describe('a transaction that was cancelled', () => {
  const duplicate = () => new Refusal('duplicate-company');

  it('says what its first failed condition means', () => {
    const failed = cancelled('None', 'ConditionalCheckFailed', 'ConditionalCheckFailed');
    expect(storeError(failed, [undefined, duplicate, () => new Error('second')])).toMatchObject({
      type: 'duplicate-company',
    });
    expect(storeError(failed, [])).toBeInstanceOf(ConditionFailed);
  });

  it('is a conflict when another held an item, unless a condition failed too', () => {
    expect(storeError(cancelled('None', 'TransactionConflict'), [])).toBeInstanceOf(WriteConflict);
    expect(
      storeError(cancelled('TransactionConflict', 'ConditionalCheckFailed'), [undefined, duplicate]),
    ).toMatchObject({
      type: 'duplicate-company',
    });
  });

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])('passes when it was for %s', (code) => {
    expect(storeError(cancelled('None', code), [])).toBeInstanceOf(TransientStoreError);
  });

  it('stays what it is when the transaction itself is wrong', () => {
    const wrong = cancelled('ValidationError');
    expect(storeError(wrong, [])).toBe(wrong);
  });
});

describe('a single write', () => {
  it('says what its condition means', () => {
    const failed = new ConditionalCheckFailedException({ $metadata, message: '' });
    expect(storeError(failed, [() => new Refusal('not-found')])).toMatchObject({ type: 'not-found' });
    expect(storeError(failed)).toBeInstanceOf(ConditionFailed);
  });
});

describe('a fault passes', () => {
  it.each([
    named('ThrottlingException', 400),
    named('RequestLimitExceeded', 400),
    named('InternalServerError', 500),
    named('Unnamed', 503),
    named('Unnamed', 429),
    // Tried, and no answer came.
    named('Error'),
  ])('when it is $name', (error) => {
    expect(isPassing(error)).toBe(true);
    expect(storeError(error)).toMatchObject({ name: 'TransientStoreError' });
  });

  it.each([named('ValidationException', 400), named('AccessDeniedException', 400), new TypeError('defect'), 'text'])(
    'not when it is %s',
    (error) => {
      expect(isPassing(error)).toBe(false);
      expect(storeError(error)).toBe(error);
    },
  );
});
