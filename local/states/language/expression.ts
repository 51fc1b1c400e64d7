import jsonata from 'jsonata';
import type { Json } from '../json.ts';
import { RUN, registerAwsFunctions, type Sources } from './functions.ts';

/** An expression that could not be evaluated; the message is AWS's, without the state it happened in. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  /** The field, as `Output/total`. */
  readonly location: string;

  constructor(location: string, message: string) {
    super(message);
    this.location = location;
  }
}

/** What an expression sees. */
export interface Scope {
  /** `$states`: input, context, and result or errorOutput where there is one. */
  readonly states: { [key: string]: Json };
  /** The variables in reach; those of outer scopes through the prototype. */
  readonly variables: { [name: string]: Json };
  readonly sources: Sources;
}

const compiled = new Map<string, jsonata.Expression>();
const plain = new WeakSet<object>();

/** The JSONata between `{%` and `%}`, if the text is an expression. */
export function expressionOf(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** Compiles an expression, once. @throws the parser's error, with its position, if the syntax is wrong */
export function compile(source: string): jsonata.Expression {
  let expression = compiled.get(source);
  if (expression === undefined) {
    expression = jsonata(source);
    registerAwsFunctions(expression);
    compiled.set(source, expression);
  }
  return expression;
}

/**
 * Evaluates a field: every string that is an expression is replaced by its value, at any depth.
 * @throws EvaluationError
 */
export async function evaluateTemplate(template: Json, scope: Scope, location: string): Promise<Json> {
  if (typeof template === 'string') {
    const source = expressionOf(template);
    return source === undefined ? template : evaluate(source, scope, location);
  }
  if (template === null || typeof template !== 'object' || plain.has(template)) return template;
  let changed = false;
  const value = Array.isArray(template) ? ([] as Json[]) : ({} as { [key: string]: Json });
  for (const [key, part] of Object.entries(template)) {
    const at = Array.isArray(template) ? `${location}[${key}]` : `${location}/${key}`;
    const evaluated = atOnce(part, scope) ?? (await evaluateTemplate(part, scope, at));
    changed ||= evaluated !== part || (typeof part === 'string' && expressionOf(part) !== undefined);
    if (Array.isArray(value)) value.push(evaluated);
    else value[key] = evaluated;
  }
  // Definitions do not change: what holds no expression now never will.
  if (!changed) plain.add(template);
  return changed ? value : template;
}

/** What needs no evaluation, or only the following of a path; undefined for the rest. */
function atOnce(template: Json, scope: Scope): Json | undefined {
  if (typeof template !== 'string')
    return template === null || typeof template !== 'object' || plain.has(template) ? template : undefined;
  const source = expressionOf(template);
  return source === undefined ? template : follow(source, scope);
}

/** A path of plain names from `$states.input`, `$states.result` or a variable. */
const PATH = /^\$(?!states$)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const paths = new Map<string, readonly string[] | undefined>();

/** The value of a path through objects alone, which JSONata would give too; undefined for anything less simple. */
function follow(source: string, { states, variables }: Scope): Json | undefined {
  let path = paths.get(source);
  if (path === undefined && !paths.has(source)) {
    path = PATH.test(source) ? source.slice(1).split('.') : undefined;
    paths.set(source, path);
  }
  if (path === undefined) return undefined;
  const [first = '', ...rest] = path;
  let value: Json | undefined = first === 'states' ? states : variables[first];
  for (const name of rest) {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name))
      return undefined;
    value = value[name];
  }
  return value;
}

async function evaluate(source: string, scope: Scope, location: string): Promise<Json> {
  const plainly = follow(source, scope);
  if (plainly !== undefined) return plainly;
  const bindings: Record<string, unknown> = { [RUN]: scope.sources, states: scope.states };
  for (const name in scope.variables) bindings[name] = scope.variables[name];
  let value: unknown;
  try {
    value = await compile(source).evaluate(undefined, bindings);
  } catch (error) {
    const { code, message } = describe(error);
    throw new EvaluationError(
      location,
      `The JSONata expression '${source}' specified for the field '${location}' threw an error during evaluation. ${code}${message}`,
    );
  }
  if (value === undefined) {
    throw new EvaluationError(
      location,
      `The JSONata expression '${source}' specified for the field '${location}' returned nothing (undefined).`,
    );
  }
  const json = toJson(value);
  if (json === undefined) {
    throw new EvaluationError(
      location,
      `The JSONata expression '${source}' specified for the field '${location}' returned an unsupported result type.`,
    );
  }
  return json;
}

/** A copy as plain JSON: JSONata marks the sequences it makes, and they must not act as such later. */
function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) return undefined;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const json = toJson(item);
      if (json === undefined) return undefined;
      items.push(json);
    }
    return items;
  }
  const object: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    const json = toJson(item);
    if (json === undefined) return undefined;
    object[key] = json;
  }
  return object;
}

function describe(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const code = 'code' in error ? `${error.code}: ` : '';
  return { code, message: 'message' in error ? String(error.message) : '' };
}
