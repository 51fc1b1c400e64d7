import type * as z from 'zod';
import { type Machine, machineSchema, type State, type StatesBlock } from './definition.ts';
import { compile, expressionOf } from './expression.ts';
import { parseResource } from './resource.ts';

/** Something wrong in a definition, and where: `/States/Review application/Timeout`. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

const JSONPATH_FIELDS = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
];
const DISTRIBUTED_FIELDS = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];
const LAMBDA_ARGUMENTS = ['FunctionName', 'Payload', 'InvocationType', 'Qualifier'];
const START_ARGUMENTS = ['StateMachineArn', 'Input', 'Name'];

/** Everything in a definition that AWS refuses, or that this interpreter does not run; nothing if it is sound. */
export function validateDefinition(definition: string): Diagnostic[] {
  let content: unknown;
  try {
    content = JSON.parse(definition);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, location: '/' }];
  }
  if (!isObject(content)) return [problem('Definition must be a valid JSON object', '/')];
  const language = queryLanguage(content);
  if (language.length > 0) return language;
  const parsed = machineSchema.safeParse(content);
  if (!parsed.success) return parsed.error.issues.flatMap((issue) => fromIssue(issue));
  const found: Diagnostic[] = [];
  new Checker(found).machine(parsed.data);
  return found;
}

function problem(message: string, location: string, code = 'SCHEMA_VALIDATION_FAILED'): Diagnostic {
  return { severity: 'ERROR', code, message, location: location === '' ? '/' : location };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSONPath is refused wherever it is asked for, or not spoken of: it is what AWS falls back to. */
function queryLanguage(machine: Record<string, unknown>): Diagnostic[] {
  const refusal = "'QueryLanguage' must be 'JSONata': JSONPath is not supported here";
  if (machine.QueryLanguage === 'JSONata') return [];
  if (machine.QueryLanguage !== undefined) return [problem(refusal, '/QueryLanguage')];
  return Object.entries(isObject(machine.States) ? machine.States : {})
    .filter(([, state]) => !isObject(state) || state.QueryLanguage !== 'JSONata')
    .map(([name]) => problem(refusal, `/States/${name}/QueryLanguage`));
}

function fromIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): Diagnostic[] {
  const path = [...base, ...issue.path];
  const location = locate(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem(unsupported(key), `${location === '/' ? '' : location}/${key}`));
  }
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return [problem(`These fields are required: [${String(path.at(-1))}]`, locate(path.slice(0, -1)))];
  }
  return [problem(issue.message, location)];
}

function unsupported(key: string): string {
  if (JSONPATH_FIELDS.includes(key) || key.endsWith('Path')) return `Field '${key}' is not supported in JSONata mode`;
  if (DISTRIBUTED_FIELDS.includes(key)) return `Field '${key}' is not supported: a Map runs inline here`;
  return `Field '${key}' is not supported`;
}

function locate(path: readonly PropertyKey[]): string {
  return `/${path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('/')}`.replaceAll(
    '/[',
    '[',
  );
}

/** The rules that span fields and states. */
class Checker {
  readonly #found: Diagnostic[];
  readonly #names = new Set<string>();

  constructor(found: Diagnostic[]) {
    this.#found = found;
  }

  machine(machine: Machine): void {
    if (typeof machine.TimeoutSeconds === 'string') this.#report('must be a number', '/TimeoutSeconds');
    this.#block(machine, '', new Set());
  }

  #report(message: string, location: string, code?: string): void {
    this.#found.push(problem(message, location, code));
  }

  #block(block: StatesBlock, location: string, outer: ReadonlySet<string>): void {
    const names = Object.keys(block.States);
    if (!names.includes(block.StartAt)) this.#missing(block.StartAt, `${location}/StartAt`);
    const own = new Set(names.flatMap((name) => assignedBy(block.States[name])));
    const reached = new Set([block.StartAt]);
    for (const name of reached) {
      const state = block.States[name];
      if (state === undefined) continue;
      for (const [field, target] of transitions(state)) {
        if (names.includes(target)) reached.add(target);
        else this.#missing(target, `${location}/States/${name}/${field}`);
      }
    }
    for (const [name, state] of Object.entries(block.States)) {
      const at = `${location}/States/${name}`;
      if (!reached.has(name)) this.#report(`State "${name}" is not reachable.`, at, 'MISSING_TRANSITION_TARGET');
      if (this.#names.has(name)) this.#report(`Duplicate state name: ${name}`, at, 'DUPLICATE_STATE_NAME');
      this.#names.add(name);
      for (const variable of assignedBy(state)) this.#variable(variable, at, outer);
      this.#state(state, at, new Set([...outer, ...own]));
    }
  }

  #missing(target: string, location: string): void {
    this.#report(`Missing 'Next' target: ${target}`, location, 'MISSING_TRANSITION_TARGET');
  }

  #variable(name: string, at: string, outer: ReadonlySet<string>): void {
    if (name === 'states') this.#report("The variable name 'states' is reserved", `${at}/Assign/${name}`);
    if (!/^[\p{ID_Start}][\p{ID_Continue}]{0,79}$/u.test(name))
      this.#report(`'${name}' is not a variable name`, `${at}/Assign`);
    if (outer.has(name)) this.#report(`The variable '${name}' belongs to an outer scope`, `${at}/Assign/${name}`);
  }

  #state(state: State, at: string, scope: ReadonlySet<string>): void {
    if ('Next' in state || 'End' in state || !['Choice', 'Succeed', 'Fail'].includes(state.Type))
      this.#transition(state, at);
    this.#recovery(state, at);
    switch (state.Type) {
      case 'Task':
        this.#task(state, at);
        break;
      case 'Wait':
        if ((state.Seconds === undefined) === (state.Timestamp === undefined)) {
          this.#report('Exactly one of these fields is required: [Seconds, Timestamp]', at);
        }
        break;
      case 'Parallel':
        for (const [index, branch] of state.Branches.entries()) this.#block(branch, `${at}/Branches[${index}]`, scope);
        break;
      case 'Map':
        this.#block(state.ItemProcessor, `${at}/ItemProcessor`, scope);
        break;
      default:
        break;
    }
    const { Branches: _branches, ItemProcessor: _processor, ...fields } = { Branches: [], ItemProcessor: {}, ...state };
    this.#expressions(fields, at);
  }

  #transition(state: State, at: string): void {
    const next = 'Next' in state && state.Next !== undefined;
    const end = 'End' in state && state.End === true;
    if (next === end) this.#report("Exactly one of 'Next' and 'End' is required", at);
  }

  #task({ Resource, Arguments, TimeoutSeconds, HeartbeatSeconds }: State & { Type: 'Task' }, at: string): void {
    const resource = parseResource(Resource);
    if (resource === undefined) {
      this.#report(
        `The resource '${Resource}' is not supported here: only lambda:invoke and states:startExecution are`,
        `${at}/Resource`,
      );
      return;
    }
    const [known, required] =
      resource.action === 'invoke' ? [LAMBDA_ARGUMENTS, 'FunctionName'] : [START_ARGUMENTS, 'StateMachineArn'];
    if (typeof Arguments !== 'string') {
      const given = isObject(Arguments) ? Object.keys(Arguments) : [];
      if (!given.includes(required)) this.#report(`These fields are required: [${required}]`, `${at}/Arguments`);
      for (const key of given) if (!known.includes(key)) this.#report(unsupported(key), `${at}/Arguments/${key}`);
    }
    if (resource.pattern === 'token' && !JSON.stringify(Arguments ?? '').includes('$states.context')) {
      this.#report(
        "The task token must be passed on: '$states.context.Task.Token' is not in the Arguments",
        `${at}/Arguments`,
      );
    }
    if (
      typeof TimeoutSeconds === 'number' &&
      typeof HeartbeatSeconds === 'number' &&
      HeartbeatSeconds >= TimeoutSeconds
    ) {
      this.#report("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", `${at}/HeartbeatSeconds`);
    }
  }

  /** `States.ALL` stands alone, and last. */
  #recovery(state: State, at: string): void {
    for (const field of ['Retry', 'Catch'] as const) {
      const rules = field in state ? Object.entries((state as { Retry?: Rule[]; Catch?: Rule[] })[field] ?? []) : [];
      for (const [index, { ErrorEquals }] of rules) {
        if (!ErrorEquals.includes('States.ALL')) continue;
        const last = Number(index) === rules.length - 1;
        if (!last || ErrorEquals.length > 1)
          this.#report("'States.ALL' must stand alone, and last", `${at}/${field}[${index}]/ErrorEquals`);
      }
    }
  }

  #expressions(value: unknown, location: string): void {
    if (typeof value === 'string') {
      const source = expressionOf(value);
      if (source === undefined) return;
      try {
        compile(source);
      } catch (error) {
        const message = isObject(error) ? String(error.message) : String(error);
        this.#report(`The JSONata expression '${source}' is not valid: ${message}`, location);
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.#expressions(item, `${location}[${index}]`);
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) this.#expressions(item, `${location}/${key}`);
    }
  }
}

interface Rule {
  ErrorEquals: string[];
}

function transitions(state: State): [string, string][] {
  const found: [string, string][] = [];
  if ('Next' in state && state.Next !== undefined) found.push(['Next', state.Next]);
  if ('Catch' in state)
    for (const [index, { Next }] of (state.Catch ?? []).entries()) found.push([`Catch[${index}]/Next`, Next]);
  if (state.Type === 'Choice') {
    for (const [index, { Next }] of state.Choices.entries()) found.push([`Choices[${index}]/Next`, Next]);
    if (state.Default !== undefined) found.push(['Default', state.Default]);
  }
  return found;
}

function assignedBy(state: State | undefined): string[] {
  if (state === undefined) return [];
  const rules = [state, ...('Catch' in state ? (state.Catch ?? []) : []), ...('Choices' in state ? state.Choices : [])];
  return rules.flatMap((rule) => ('Assign' in rule ? Object.keys(rule.Assign ?? {}) : []));
}
