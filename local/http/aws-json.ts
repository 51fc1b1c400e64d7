import * as z from 'zod';

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

/** One call of a service. */
export interface Operation {
  /** The members of its input; any other is refused. */
  readonly members: readonly string[];
  /** Takes the body of the request, gives that of the answer. */
  run(body: unknown): Promise<object> | object;
}

/** Makes a call out of the members of its input and what it does. @throws ServiceError `ValidationException` */
export function operation<T extends z.ZodRawShape>(
  members: T,
  run: (input: z.output<z.ZodObject<T>>) => Promise<object> | object,
): Operation {
  const input = z.strictObject(members);
  return {
    members: Object.keys(members),
    run(body) {
      const parsed = input.safeParse(body);
      if (!parsed.success) throw validationException(parsed.error.issues);
      return run(parsed.data);
    },
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
    const called = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (called === undefined) throw new ServiceError('UnknownOperationException', `${name} is not supported here`);
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
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body, written) };
}

/** As the protocol writes members: without those that are null; instants, here in milliseconds, in seconds. */
function written(member: string, value: unknown): unknown {
  if (typeof value === 'number' && /(Date|^timestamp)$/.test(member)) return value / 1000;
  return value === null ? undefined : value;
}

function validationException(issues: readonly z.core.$ZodIssue[]): ServiceError {
  const found = issues.map((issue) => {
    const [at, why] =
      issue.code === 'unrecognized_keys'
        ? [issue.keys.join(', '), 'Member is not supported here']
        : [issue.path.join('.'), issue.message];
    return `Value at '${at}' failed to satisfy constraint: ${why}`;
  });
  const plural = issues.length === 1 ? 'error' : 'errors';
  return new ServiceError('ValidationException', `${issues.length} validation ${plural} detected: ${found.join('; ')}`);
}
