import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { TransientWorkflowError } from '../../domain/errors.ts';
import type { ScheduleName } from '../../domain/schedule/schedules.ts';
import { isPassing } from '../data/errors.ts';
import { readEnvironment } from '../shared/environment.ts';

const { jobs } = readEnvironment('jobs');
const client = new LambdaClient({});

/** ARN of the function that a schedule calls, from `name=arn` pairs. */
const functionOf = (name: ScheduleName): string => {
  const pair = jobs.split(',').find((entry) => entry.startsWith(`${name}=`));
  if (pair === undefined) throw new Error(`The schedule ${name} calls no function.`);
  return pair.slice(name.length + 1);
};

/**
 * Calls what a schedule calls, with the same input; it is not waited for.
 * @throws TransientWorkflowError when Lambda is throttled or out of reach
 */
export const runNow = async (name: ScheduleName, event: { time: string; by: string }): Promise<void> => {
  try {
    await client.send(
      new InvokeCommand({ FunctionName: functionOf(name), InvocationType: 'Event', Payload: JSON.stringify(event) }),
    );
  } catch (error) {
    if (isPassing(error)) throw new TransientWorkflowError('Lambda does not answer.', { cause: error });
    throw error;
  }
};
