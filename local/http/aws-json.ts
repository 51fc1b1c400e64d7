import type * as z from 'zod';

/** A request in the AWS JSON 1.0 protocol: header names in lower case. */
export interface AwsJsonRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface AwsJsonResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A refusal of a service, by the name and in the words AWS uses. */
export class ServiceError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** One call of a service: takes the body of the request, gives that of the answer. */
export type Operation = (body: unknown) => Promise<object> | object;

/** Makes a call out of the schema of its input and what it does. @throws ServiceError `ValidationException` */
export function operation<T extends z.ZodType>(
  input: T,
  run: (input: z.output<T>) => Promise<object> | object,
): Operation {
  return (body) => {
    const parsed = input.safeParse(body);
    if (!parsed.success) throw validationException(parsed.error.issues);
    return run(parsed.data);
  };
}

/** Answers a request to the service of that name. Never rejects: a defect is answered as an internal failure. */
export async function answer(
  service: string,
  operations: Readonly<Record<string, Operation>>,
  request: AwsJsonRequest,
): Promise<AwsJsonResponse> {
  try {
    const target = String(request.headers['x-amz-target']);
    const name = target.startsWith(`${service}.`) ? target.slice(service.length + 1) : target;
    const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (run === undefined) throw new ServiceError('UnknownOperationException', `${name} is not supported here`);
    return respond(200, await run(parseBody(request.body)));
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
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

function validationException(issues: readonly z.core.$ZodIssue[]): ServiceError {
  const found = issues.map(
    (issue) => `Value at '${issue.path.join('.')}' failed to satisfy constraint: ${issue.message}`,
  );
  const plural = issues.length === 1 ? 'error' : 'errors';
  return new ServiceError('ValidationException', `${issues.length} validation ${plural} detected: ${found.join('; ')}`);
}

/** A date as the protocol writes it, seconds since the epoch, out of milliseconds; none stays none. */
export function seconds<T extends number | null>(milliseconds: T): T | number {
  return milliseconds === null ? milliseconds : milliseconds / 1000;
}

/** The members that are there: the protocol leaves out what is null. */
export function present(members: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}
