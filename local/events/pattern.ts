import { TemplateError } from '../template/intrinsics.ts';

/** Tells whether an event is one of those a rule waits for. */
export type Matches = (event: unknown) => boolean;

/**
 * Reads an event pattern of EventBridge: at each name a list of values, any of which the event has there; a value is a
 * text, a number, true, false, null or `{prefix: …}`.
 * @throws TemplateError for another kind of comparison, naming it
 */
export function readPattern(pattern: unknown): Matches {
  if (!isObject(pattern)) throw new TemplateError(`This is not an event pattern: ${JSON.stringify(pattern)}`);
  const parts = Object.entries(pattern).map(([name, expected]) => {
    const matches = Array.isArray(expected) ? anyOf(expected.map(readValue)) : readPattern(expected);
    return (event: unknown) => isObject(event) && matches(event[name]);
  });
  return (event) => parts.every((matches) => matches(event));
}

function readValue(expected: unknown): Matches {
  if (!isObject(expected)) return (value) => value === expected;
  const { prefix, ...others } = expected;
  if (typeof prefix === 'string' && Object.keys(others).length === 0) {
    return (value) => typeof value === 'string' && value.startsWith(prefix);
  }
  throw new TemplateError(
    `The event pattern compares with ${Object.keys(expected).join(', ')}, which is not supported.`,
  );
}

/** A list in the event matches when one of its items does. */
const anyOf =
  (expected: readonly Matches[]): Matches =>
  (value) =>
    (Array.isArray(value) ? value : [value]).some((item) => expected.some((matches) => matches(item)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
