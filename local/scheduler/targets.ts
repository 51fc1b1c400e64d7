import { randomUUID } from 'node:crypto';
import type { AwsJsonRequest, AwsJsonResponse } from '../http/aws-json.ts';
import type { LambdaInvoker } from '../lambda/call.ts';
import { LambdaRefusal } from '../lambda/failure.ts';
import { TemplateError } from '../template/intrinsics.ts';

/** Where a schedule or a rule leads. */
export interface Target {
  /** ARN of a function or of a state machine. */
  readonly arn: string;
  /** ARN of the queue that takes what could not be delivered. */
  readonly deadLetters: string | null;
}

export interface TargetPorts {
  readonly lambda: LambdaInvoker;
  readonly states: { handle(request: AwsJsonRequest): Promise<AwsJsonResponse> };
  readonly deadLetters: { send(queue: string, body: string, attributes: Record<string, string>): void };
}

/** @throws TemplateError for a target that nothing on this machine stands for */
export function checkTarget(arn: string, where: string): void {
  if (/^arn:aws:lambda:|^arn:aws:states:[^:]*:[^:]*:stateMachine:/.test(arn)) return;
  throw new TemplateError(
    `${where}: the target ${arn} does not run on this machine; a function or a state machine does.`,
  );
}

/**
 * Delivers an event to a target. A function is invoked asynchronously: its failures are Lambda's to try again. What
 * cannot be delivered goes to the target's dead-letter queue.
 * @param input JSON
 */
export async function deliver(target: Target, input: string, ports: TargetPorts): Promise<void> {
  const failure = target.arn.startsWith('arn:aws:lambda:')
    ? await invoke(target.arn, input, ports)
    : await startExecution(target.arn, input, ports);
  if (failure === null || target.deadLetters === null) return;
  ports.deadLetters.send(target.deadLetters, input, { ERROR_MESSAGE: failure, TARGET_ARN: target.arn });
}

async function invoke(functionArn: string, payload: string, ports: TargetPorts): Promise<string | null> {
  try {
    await ports.lambda({ functionArn, payload, invocationType: 'Event' });
    return null;
  } catch (error) {
    if (error instanceof LambdaRefusal) return error.message;
    throw error;
  }
}

async function startExecution(stateMachineArn: string, input: string, ports: TargetPorts): Promise<string | null> {
  const answer = await ports.states.handle({
    headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution', 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ stateMachineArn, input, name: randomUUID() }),
  });
  return answer.status < 300 ? null : answer.body;
}
