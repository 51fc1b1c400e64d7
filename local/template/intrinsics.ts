/** What an intrinsic function may ask about the stack it stands in. Each throws a TemplateError when there is no answer. */
export interface Scope {
  /** Value of `Ref`: a resource, a parameter or a pseudo parameter; undefined for `AWS::NoValue`. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  imported(exportName: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/** The template uses something that the one-machine runtime does not know, or is wrong. The message says what. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

type Evaluate = (argument: unknown, scope: Scope) => unknown;

/** Replaces every intrinsic function in a value, properties without a value removed. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  const [only, ...others] = Object.keys(value);
  if (
    only !== undefined &&
    others.length === 0 &&
    (only === 'Ref' || only === 'Condition' || only.startsWith('Fn::'))
  ) {
    // `Condition` is a function where a condition is expected; elsewhere, in IAM policies above all, it is a property.
    if (only !== 'Condition') return intrinsic(only, value[only], scope);
  }
  const resolved: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const result = resolve(item, scope);
    if (result !== undefined) resolved[key] = result;
  }
  return resolved;
}

/** The truth of a condition of the template. */
export function resolveCondition(value: unknown, scope: Scope): boolean {
  if (isObject(value) && typeof value.Condition === 'string') return scope.condition(value.Condition);
  if (isObject(value)) {
    const test = ['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals'].find((name) => name in value);
    const operands = test === undefined ? [] : list(test, value[test]);
    if (test === 'Fn::And') return operands.every((operand) => resolveCondition(operand, scope));
    if (test === 'Fn::Or') return operands.some((operand) => resolveCondition(operand, scope));
    if (test === 'Fn::Not') return !resolveCondition(operands[0], scope);
    if (test === 'Fn::Equals') {
      return JSON.stringify(resolve(operands[0], scope)) === JSON.stringify(resolve(operands[1], scope));
    }
  }
  throw new TemplateError(`This is not a condition: ${JSON.stringify(value)}`);
}

const FUNCTIONS: Record<string, Evaluate> = {
  Ref: (name, scope) => scope.ref(text('Ref', name)),
  'Fn::GetAtt': (argument, scope) => {
    // Either [id, attribute] or "id.attribute".
    const [id, ...attribute] = typeof argument === 'string' ? argument.split('.') : list('Fn::GetAtt', argument);
    return scope.attribute(text('Fn::GetAtt', id), attribute.map((part) => text('Fn::GetAtt', part)).join('.'));
  },
  'Fn::ImportValue': (name, scope) => scope.imported(text('Fn::ImportValue', resolve(name, scope))),
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list('Fn::Join', argument);
    const parts = list('Fn::Join', resolve(items, scope));
    return parts.map((part) => text('Fn::Join', part)).join(text('Fn::Join', separator));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = list('Fn::Split', argument);
    return text('Fn::Split', resolve(source, scope)).split(text('Fn::Split', separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list('Fn::Select', argument);
    const chosen = list('Fn::Select', resolve(items, scope))[Number(resolve(index, scope))];
    if (chosen === undefined) throw new TemplateError(`Fn::Select has no item ${String(index)}.`);
    return chosen;
  },
  'Fn::Sub': substitute,
  'Fn::If': (argument, scope) => {
    const [condition, then, otherwise] = list('Fn::If', argument);
    return resolve(scope.condition(text('Fn::If', condition)) ? then : otherwise, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list('Fn::FindInMap', resolve(argument, scope));
    return scope.mapping(text('Fn::FindInMap', map), text('Fn::FindInMap', first), text('Fn::FindInMap', second));
  },
  'Fn::Base64': (argument, scope) => Buffer.from(text('Fn::Base64', resolve(argument, scope))).toString('base64'),
};

function intrinsic(name: string, argument: unknown, scope: Scope): unknown {
  const evaluate = FUNCTIONS[name];
  if (evaluate === undefined) throw new TemplateError(`The intrinsic function ${name} is not supported.`);
  return evaluate(argument, scope);
}

/** `"…${Name}…"` or `["…${Name}…", {Name: value}]`; `${!Name}` stands for `${Name}` itself. */
function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const given = resolve(variables, scope);
  return text('Fn::Sub', template).replaceAll(/\$\{(!?)([^}]+)\}/g, (_match, escaped: string, name: string) => {
    if (escaped === '!') return `\${${name}}`;
    if (isObject(given) && name in given) return text('Fn::Sub', given[name]);
    const [id = '', ...attribute] = name.split('.');
    return text('Fn::Sub', attribute.length === 0 ? scope.ref(id) : scope.attribute(id, attribute.join('.')));
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${name} expects a text, not ${JSON.stringify(value)}.`);
}

function list(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${name} expects a list, not ${JSON.stringify(value)}.`);
}
