import jsonata from 'jsonata';

/** What a state sees: `$states`, and the variables assigned so far. */
export type Scope = { states: Record<string, unknown>; variables?: Record<string, unknown> };

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/** Each expression is parsed once: that takes longer than to evaluate it. */
const parsed = new Map<string, jsonata.Expression>();
const parse = (expression: string): jsonata.Expression => {
  const known = parsed.get(expression) ?? jsonata(expression);
  parsed.set(expression, known);
  return known;
};

/** Evaluates a value of a definition as Step Functions does: every string between `{%` and `%}`, however deep. */
export const evaluate = async (value: unknown, scope: Scope): Promise<unknown> => {
  if (typeof value === 'string') {
    const expression = EXPRESSION.exec(value)?.[1];
    if (expression === undefined) return value;
    return parse(expression).evaluate(undefined, { states: scope.states, ...scope.variables });
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => evaluate(item, scope)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await evaluate(inner, scope)] as const);
  return Object.fromEntries(await Promise.all(entries));
};
