import type * as z from 'zod';
import { type Machine, machineSchema, type State, type StatesBlock } from './definition.ts';
import { compile, expressionOf } from './expression.ts';

/** Something wrong in a definition, and where: `/States/Review application/Timeout`. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

type Report = (message: string, location: string, code?: string) => void;

const JSONPATH = /^(InputPath|OutputPath|ResultPath|ResultSelector|Parameters|Result|.*Path)$/;
const DISTRIBUTED = /^(ItemReader|ItemBatcher|ResultWriter|Label)$/;
const VARIABLE = /^[\p{ID_Start}][\p{ID_Continue}]{0,79}$/u;

/** Everything in a definition that AWS refuses, or that this interpreter does not run; nothing if it is sound. */
export function validateDefinition(definition: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (message, location, code = 'SCHEMA_VALIDATION_FAILED') =>
    found.push({ severity: 'ERROR', code, message, location: location || '/' });
  let content: unknown;
  try {
    content = JSON.parse(definition);
  } catch (error) {
    report(String(error), '/', 'INVALID_JSON_DESCRIPTION');
    return found;
  }
  if (!isObject(content)) {
    report('Definition must be a valid JSON object', '/');
    return found;
  }
  checkLanguage(content, report);
  if (found.length > 0) return found;
  const parsed = machineSchema.safeParse(content);
  if (parsed.success) {
    checkBlock(parsed.data, '', new Set(), new Set(), report);
    checkExpressions(content, '', report);
  } else for (const issue of parsed.error.issues) reportIssue(issue, report);
  return found;
}

/** Reads a definition that has been found sound. */
export function readMachine(definition: string): Machine {
  return machineSchema.parse(JSON.parse(definition));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSONPath is refused wherever it is asked for, or not spoken of: it is what AWS falls back to. */
function checkLanguage(machine: Record<string, unknown>, report: Report): void {
  const refusal = "'QueryLanguage' must be 'JSONata': JSONPath is not supported here";
  if (machine.QueryLanguage === 'JSONata') return;
  if (machine.QueryLanguage !== undefined) report(refusal, '/QueryLanguage');
  else
    for (const [name, state] of Object.entries(isObject(machine.States) ? machine.States : {}))
      if (!isObject(state) || state.QueryLanguage !== 'JSONata') report(refusal, `/States/${name}/QueryLanguage`);
}

function reportIssue(issue: z.core.$ZodIssue, report: Report): void {
  const locate = (path: readonly PropertyKey[]) =>
    path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('');
  const location = locate(issue.path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) report(`Field '${key}' is not supported${unsupported(key)}`, `${location}/${key}`);
  } else if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    report(`These fields are required: [${String(issue.path.at(-1))}]`, locate(issue.path.slice(0, -1)));
  } else report(issue.message, location);
}

function unsupported(field: string): string {
  if (JSONPATH.test(field)) return ' in JSONata mode';
  return DISTRIBUTED.test(field) ? ': a Map runs inline here' : '';
}

/** The rules that span states: names lead somewhere, and are taken once; variables stay in their scope. */
function checkBlock(block: StatesBlock, at: string, taken: Set<string>, outer: Set<string>, report: Report): void {
  const reached = new Set<string>();
  const reach = (target: string, location: string) => {
    if (Object.hasOwn(block.States, target)) reached.add(target);
    else report(`Missing 'Next' target: ${target}`, location, 'MISSING_TRANSITION_TARGET');
  };
  reach(block.StartAt, `${at}/StartAt`);
  for (const name of reached)
    for (const { location, target } of transitions(block.States[name]))
      reach(target, `${at}/States/${name}${location}`);
  const scope = new Set([...outer, ...Object.values(block.States).flatMap(assignedBy)]);
  for (const [name, state] of Object.entries(block.States)) {
    const location = `${at}/States/${name}`;
    if (!reached.has(name)) report(`State "${name}" is not reachable.`, location, 'MISSING_TRANSITION_TARGET');
    if (taken.has(name)) report(`Duplicate state name: ${name}`, location, 'DUPLICATE_STATE_NAME');
    taken.add(name);
    for (const variable of assignedBy(state)) checkVariable(variable, location, outer, report);
    if (state.Type === 'Map') checkBlock(state.ItemProcessor, `${location}/ItemProcessor`, taken, scope, report);
    if (state.Type !== 'Parallel') continue;
    for (const [index, branch] of state.Branches.entries())
      checkBlock(branch, `${location}/Branches[${index}]`, taken, scope, report);
  }
}

function checkVariable(name: string, at: string, outer: ReadonlySet<string>, report: Report): void {
  if (name === 'states') report("The variable name 'states' is reserved", `${at}/Assign/${name}`);
  if (!VARIABLE.test(name)) report(`'${name}' is not a variable name`, `${at}/Assign`);
  if (outer.has(name)) report(`The variable '${name}' belongs to an outer scope`, `${at}/Assign/${name}`);
}

/** The syntax of every expression. */
function checkExpressions(value: unknown, location: string, report: Report): void {
  const source = typeof value === 'string' ? expressionOf(value) : undefined;
  if (source !== undefined) {
    try {
      compile(source);
    } catch (error) {
      const message = isObject(error) ? error.message : error;
      report(`The JSONata expression '${source}' is not valid: ${message}`, location);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      checkExpressions(item, Array.isArray(value) ? `${location}[${key}]` : `${location}/${key}`, report);
  }
}

/** The rules by which a state may be left, beside its own fields. */
function rulesOf(state: State, field: 'Choices' | 'Catch') {
  if (field === 'Choices') return state.Type === 'Choice' ? state.Choices : [];
  return 'Catch' in state ? (state.Catch ?? []) : [];
}

function transitions(state: State | undefined): { location: string; target: string }[] {
  if (state === undefined) return [];
  const found = (['Choices', 'Catch'] as const).flatMap((field) =>
    rulesOf(state, field).map(({ Next }, index) => ({ location: `/${field}[${index}]/Next`, target: Next })),
  );
  if ('Next' in state && state.Next !== undefined) found.push({ location: '/Next', target: state.Next });
  if (state.Type === 'Choice' && state.Default !== undefined)
    found.push({ location: '/Default', target: state.Default });
  return found;
}

function assignedBy(state: State): string[] {
  const ways = [state, ...rulesOf(state, 'Choices'), ...rulesOf(state, 'Catch')];
  return ways.flatMap((way) => ('Assign' in way ? Object.keys(way.Assign ?? {}) : []));
}
