import type * as z from 'zod';
import type { AwsJsonRequest, AwsJsonResponse } from '../ports.ts';
import { ServiceError } from '../service-error.ts';

const TARGET = 'AWSStepFunctions.';

/** One call of the API: what it takes, and what it does. */
export interface Operation {
  run(body: unknown): Promise<object>;
}

/** Makes an operation out of the schema of its input and what it does. */
export function operation<T extends z.ZodType>(
  input: T,
  run: (input: z.output<T>) => Promise<object> | object,
): Operation {
  return {
    async run(body) {
      const parsed = input.safeParse(body);
      if (!parsed.success) throw validationException(parsed.error.issues);
      return run(parsed.data);
    },
  };
}

/** Answers a request in the AWS JSON 1.0 protocol. Never rejects: a defect is answered as an internal failure. */
export async function answer(
  operations: Readonly<Record<string, Operation>>,
  request: AwsJsonRequest,
): Promise<AwsJsonResponse> {
  try {
    const target = request.headers['x-amz-target'];
    const name = typeof target === 'string' && target.startsWith(TARGET) ? target.slice(TARGET.length) : undefined;
    const called = name !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (called === undefined)
      throw new ServiceError('UnknownOperationException', `${name ?? target} is not supported here`);
    return respond(200, await called.run(parseBody(request.body)));
  } catch (error) {
    if (error instanceof ServiceError) return respond(400, { __type: error.name, message: error.message });
    console.error(error);
    const message = error instanceof Error ? error.message : String(error);
    return respond(500, { __type: 'InternalFailure', message });
  }
}

function parseBody(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    throw new ServiceError('SerializationException', 'The body is not JSON');
  }
}

function respond(status: number, body: object): AwsJsonResponse {
  const text = JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: text };
}

function validationException(issues: readonly z.core.$ZodIssue[]): ServiceError {
  const found = issues.map(
    (issue) => `Value at '${issue.path.join('.')}' failed to satisfy constraint: ${issue.message}`,
  );
  const plural = issues.length === 1 ? 'error' : 'errors';
  return new ServiceError('ValidationException', `${issues.length} validation ${plural} detected: ${found.join('; ')}`);
}

/** A date as the protocol writes it: seconds since the epoch. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** The members that are there: the protocol leaves out what is null. */
export function present(members: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}
