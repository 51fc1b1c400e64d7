import type * as z from 'zod';
import { RUN, registerAwsFunctions, type Sources } from './functions.ts';
import type { Json } from './json.ts';
import { type Expression, parseJsonata } from './jsonata.ts';
import { refusedReferences } from './references.ts';

/** An expression that could not be evaluated; the message is AWS's, without the state it happened in. */
export class EvaluationError extends Error {
  constructor(
    /** The field, as `Output/total`. */
    readonly location: string,
    source: string,
    why: string,
  ) {
    super(`The JSONata expression '${source}' specified for the field '${location}' ${why}`);
  }
}

/** What an expression sees. */
export interface Scope {
  /** `$states`, but for the context. */
  readonly states: { readonly [key: string]: Json };
  /** `$states.context`, which few expressions look at. */
  context(): Json;
  /** The other variables in reach; those of outer scopes through the prototype. */
  readonly variables: { readonly [name: string]: Json };
  /** Whose evaluation it is. */
  readonly run: Sources;
}

type Evaluator = (scope: Scope, location: string) => Json;

/** How to evaluate texts and templates; null for those that hold no expression. Definitions do not change. */
const texts = new Map<string, Evaluator | null>();
const templates = new WeakMap<object, Evaluator | null>();

/** The JSONata between `{%` and `%}`, if the text is an expression. */
export function expressionOf(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

const compiled = new Map<string, Expression>();

/** Compiles an expression, once. @throws the parser's error, with its position, if the syntax is wrong */
function compile(source: string): Expression {
  let expression = compiled.get(source);
  if (expression === undefined) {
    expression = parseJsonata(source);
    registerAwsFunctions(expression);
    compiled.set(source, expression);
  }
  return expression;
}

/** What is wrong with the expressions of a template, at any depth, before they are evaluated: where, and why. */
export function* expressionErrors(
  template: unknown,
  location = '',
): Generator<{ location: string; message: string; code?: string }> {
  const source = typeof template === 'string' ? expressionOf(template) : undefined;
  try {
    if (source !== undefined)
      for (const refused of refusedReferences(compile(source).ast(), location)) yield { location, ...refused };
  } catch (error) {
    yield { location, message: `The JSONata expression '${source}' is not valid: ${describe(error)}` };
  }
  const inList = Array.isArray(template);
  for (const [key, part] of typeof template === 'object' && template !== null ? Object.entries(template) : [])
    yield* expressionErrors(part, `${location}${inList ? `[${key}]` : `/${key}`}`);
}

/**
 * Evaluates a field: every string that is an expression is replaced by its value, at any depth.
 * @throws EvaluationError
 */
export function evaluateTemplate(template: Json, scope: Scope, location: string): Json {
  const evaluator = evaluatorOf(template);
  return evaluator === null ? template : evaluator(scope, location);
}

/**
 * The value of a field, that must fit a schema.
 * @param type what fits it, in AWS's words
 * @throws EvaluationError
 */
export function typedValue<T>(value: Json, template: Json, location: string, type: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const why = `Expected '${type}', but was '${actual}' for value: ${JSON.stringify(value)}`;
  const source = (typeof template === 'string' && expressionOf(template)) || String(template);
  throw new EvaluationError(location, source, `returned an unexpected result type. ${why}`);
}

function evaluatorOf(template: Json): Evaluator | null {
  if (typeof template === 'string') {
    let evaluator = texts.get(template);
    if (evaluator === undefined) {
      const source = expressionOf(template);
      evaluator = source === undefined ? null : ofExpression(source);
      texts.set(template, evaluator);
    }
    return evaluator;
  }
  if (template === null || typeof template !== 'object') return null;
  let evaluator = templates.get(template);
  if (evaluator === undefined) {
    evaluator = ofTemplate(template);
    templates.set(template, evaluator);
  }
  return evaluator;
}

function ofTemplate(template: Json[] | { [key: string]: Json }): Evaluator | null {
  const inList = Array.isArray(template);
  const parts = Object.entries(template).map(([key, part]) => {
    return { key, part, evaluator: evaluatorOf(part), at: inList ? `[${key}]` : `/${key}` };
  });
  if (parts.every(({ evaluator }) => evaluator === null)) return null;
  return (scope, location) => {
    const value: { [key: string]: Json } = {};
    for (const { key, part, evaluator, at } of parts)
      value[key] = evaluator === null ? part : evaluator(scope, location + at);
    return inList ? Object.values(value) : value;
  };
}

/** A path of plain names from `$states` or a variable, and what it is compared with: what most expressions are. */
const SIMPLE = /^\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?: (=|!=|<|<=|>|>=) ('[^'"\\]*'|-?\d{1,15}))?$/;

/** Such an expression gives what JSONata would give, faster; or undefined, if it is not as simple as it looks. */
function simple(source: string): ((scope: Scope) => Json | undefined) | undefined {
  const [, names, operator, literal = ''] = SIMPLE.exec(source) ?? [];
  if (names === undefined || names === 'states') return undefined;
  const path = names.split('.');
  if (operator === undefined) return (scope) => follow(path, scope);
  const right = literal.startsWith("'") ? literal.slice(1, -1) : Number(literal);
  const compare = COMPARISONS[operator];
  return (scope) => {
    const left = follow(path, scope);
    const comparable = (typeof left === 'string' || typeof left === 'number') && typeof left === typeof right;
    return comparable ? compare?.(left, right) : undefined;
  };
}

const COMPARISONS: { readonly [operator: string]: (left: string | number, right: string | number) => boolean } = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function ofExpression(source: string): Evaluator {
  const quick = simple(source);
  return (scope, location) => quick?.(scope) ?? evaluate(compile(source), source, scope, location);
}

/** The value of a path through objects alone, which JSONata would give too; undefined for anything less simple. */
function follow(path: readonly string[], scope: Scope): Json | undefined {
  const [first = '', second] = path;
  let value: Json | undefined = scope.variables[first];
  if (first === 'states') value = second === 'context' ? { context: scope.context() } : scope.states;
  for (let at = 1; at < path.length; at += 1) {
    const name = path[at] ?? '';
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name))
      return undefined;
    value = value[name];
  }
  return value;
}

function evaluate(expression: Expression, source: string, scope: Scope, location: string): Json {
  const states = Object.defineProperty({ ...scope.states }, 'context', {
    get: () => scope.context(),
    enumerable: true,
  });
  const bindings: Record<string, unknown> = { [RUN]: scope.run, states };
  for (const name in scope.variables) bindings[name] = scope.variables[name];
  let value: unknown;
  try {
    value = expression.evaluate(undefined, bindings);
  } catch (error) {
    throw new EvaluationError(location, source, `threw an error during evaluation. ${describe(error)}`);
  }
  if (value === undefined) throw new EvaluationError(location, source, 'returned nothing (undefined).');
  const json = toJson(value);
  if (json === undefined) throw new EvaluationError(location, source, 'returned an unsupported result type.');
  return json;
}

/** A copy as plain JSON: JSONata marks the sequences it makes, and they must not act as such later. */
function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(toJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  const object: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    const json = toJson(item);
    if (json === undefined) return undefined;
    object[key] = json;
  }
  return object;
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const code = 'code' in error ? `${error.code}: ` : '';
  return `${code}${'message' in error ? error.message : ''}`;
}
