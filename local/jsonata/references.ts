// What expressions may read. Step Functions evaluates them on nothing: input and results are in `$states`, the rest in
// variables. So it refuses a definition with a name that stands for itself, or with what is not there in that place.
// Source: answers of ValidateStateMachineDefinition, as measured in floci-io/floci, issues 2670 and 2745.

/** A reference that AWS refuses. */
export interface Refused {
  readonly code: 'UNSUPPORTED_JSONATA_EXPRESSION' | 'INVALID_JSONATA_EXPRESSION';
  readonly message: string;
}

/** Parts of a node that are evaluated on what the node itself gives. */
const ON_ITS_VALUE = ['stages', 'predicate', 'group', 'pattern', 'update', 'delete', 'terms'];
/** Where the error of a task may be looked at. */
const IN_CATCHER = /\/Catch\[\d+\]\/(Assign|Output)(\/|\[|$)/;

/**
 * The references of an expression that AWS refuses.
 * @param ast the expression as JSONata parses it
 * @param location the field it stands in
 */
export function* refusedReferences(ast: unknown, location: string): Generator<Refused> {
  yield* within(ast, false, IN_CATCHER.test(location));
}

/** @param onValue whether there is something that a bare name is looked up in */
function* within(node: unknown, onValue: boolean, inCatcher: boolean): Generator<Refused> {
  if (Array.isArray(node)) {
    for (const part of node) yield* within(part, onValue, inCatcher);
    return;
  }
  if (!isNode(node)) return;
  if (node.type === 'variable' && node.value === '$')
    yield { code: 'INVALID_JSONATA_EXPRESSION', message: "'$$' is not supported" };
  const { steps, ...parts } = node;
  if (Array.isArray(steps)) {
    const [first, second] = steps.filter(isNode);
    if (first?.type === 'name' && !onValue)
      yield {
        code: 'UNSUPPORTED_JSONATA_EXPRESSION',
        message: `Reference to '${String(first.value)}' at the top level is not supported.`,
      };
    if (first?.type === 'variable' && first.value === 'states' && second?.value === 'errorOutput' && !inCatcher)
      yield {
        code: 'UNSUPPORTED_JSONATA_EXPRESSION',
        message: "'$states.errorOutput' is there in a catcher alone",
      };
    yield* within(first, onValue, inCatcher);
    yield* within(steps.slice(1), true, inCatcher);
  }
  for (const [name, part] of Object.entries(parts))
    yield* within(part, onValue || ON_ITS_VALUE.includes(name), inCatcher);
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
