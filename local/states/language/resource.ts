/** What a Task's `Resource` asks for. */
export interface Resource {
  readonly service: 'lambda' | 'states';
  /** How the task ends: with the answer, with the nested execution, or when its token is sent back. */
  readonly pattern: 'response' | 'sync' | 'token';
  /** As events show it: `invoke.waitForTaskToken`. */
  readonly label: string;
}

const RESOURCE = /^arn:aws(?:-[a-z-]+)?:states:::(lambda:invoke|states:startExecution)(\.sync:2|\.waitForTaskToken)?$/;

const known = new Map<string, Resource>();

/** Reads a `Resource`; undefined if the interpreter does not know it. */
export function parseResource(arn: string): Resource | undefined {
  const found = known.get(arn) ?? read(arn);
  if (found !== undefined) known.set(arn, found);
  return found;
}

function read(arn: string): Resource | undefined {
  const [match, call = '', suffix = ''] = RESOURCE.exec(arn) ?? [];
  const service = call === 'lambda:invoke' ? 'lambda' : 'states';
  if (match === undefined || (service === 'lambda' && suffix === '.sync:2')) return undefined;
  const pattern = suffix === '' ? 'response' : suffix === '.sync:2' ? 'sync' : 'token';
  return { service, pattern, label: `${service === 'lambda' ? 'invoke' : 'startExecution'}${suffix}` };
}
