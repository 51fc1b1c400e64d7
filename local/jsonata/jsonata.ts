import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type jsonata from 'jsonata';

/** An expression that gives its value at once. */
export interface Expression extends Pick<jsonata.Expression, 'assign' | 'registerFunction' | 'ast'> {
  evaluate(input: unknown, bindings: Record<string, unknown>): unknown;
}

/**
 * JSONata as it is, but for its promises: the package waits for functions that may be asynchronous, here none is, and
 * waiting costs ten times the work. So its source is read without `async` and `await`; a test holds the two side by side.
 */
function load(): (source: string) => Expression {
  const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8');
  const module: { exports: unknown } = { exports: {} };
  const promises = { all: (values: unknown[]) => values };
  const body = source.replaceAll(/\b(async|await) (?=[\w({[])/g, '');
  new Function('module', 'exports', 'Promise', body)(module, module.exports, promises);
  return module.exports as (source: string) => Expression;
}

/** Compiles an expression. @throws the parser's error, with its position, if the syntax is wrong */
export const parseJsonata = load();
