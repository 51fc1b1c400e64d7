/** What a Task's `Resource` asks for. */
export interface Resource {
  readonly service: 'lambda' | 'states';
  readonly action: 'invoke' | 'startExecution';
  /** How the task ends: with the answer, with the nested execution, or when its token is sent back. */
  readonly pattern: 'response' | 'sync' | 'token';
  /** As events show it: `invoke.waitForTaskToken`. */
  readonly label: string;
}

const RESOURCE = /^arn:aws(?:-[a-z-]+)?:states:::(lambda:invoke|states:startExecution)(\.[A-Za-z0-9:]+)?$/;
const PATTERNS: Readonly<Record<string, Resource['pattern']>> = {
  '': 'response',
  '.sync:2': 'sync',
  '.waitForTaskToken': 'token',
};

/** Reads a `Resource`; undefined if the interpreter does not know it. */
export function parseResource(arn: string): Resource | undefined {
  const match = RESOURCE.exec(arn);
  if (match === null) return undefined;
  const pattern = PATTERNS[match[2] ?? ''];
  const invokes = match[1] === 'lambda:invoke';
  if (pattern === undefined || (invokes && pattern === 'sync')) return undefined;
  return {
    service: invokes ? 'lambda' : 'states',
    action: invokes ? 'invoke' : 'startExecution',
    pattern,
    label: `${invokes ? 'invoke' : 'startExecution'}${match[2] ?? ''}`,
  };
}
