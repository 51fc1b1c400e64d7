import { createHash } from 'node:crypto';
import type jsonata from 'jsonata';
import type { Expression } from './jsonata.ts';

/** The binding that carries the sources; no expression can name it. */
export const RUN = ' run';

/** What is not the same at every evaluation: given by the execution, so that a replay gives it again. */
export interface Sources {
  /** The present instant in epoch milliseconds. */
  readonly now: number;
  /** The next random number, from 0 to 1. */
  readonly random: () => number;
}

const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** A generator of numbers from 0 to 1 that a seed determines (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A version 4 UUID out of random numbers. */
export function uuidFrom(random: () => number): string {
  const [d, r] = [digits, random];
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  return `${d(r)}${d(r)}-${d(r)}-4${d(r).slice(1)}-${variant}${d(r).slice(1)}-${d(r)}${d(r)}${d(r)}`;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => (0x100 + byte).toString(16).slice(1));
/** Four digits of a hexadecimal number. */
function digits(random: () => number): string {
  const number = Math.floor(random() * 0x1_0000);
  return `${BYTES[number >>> 8]}${BYTES[number & 0xff]}`;
}

/**
 * Gives an expression the functions that Step Functions adds to JSONata, takes `$eval` away as it does, and makes the
 * functions of time and chance repeatable.
 * Source: "Transforming data with JSONata in Step Functions", JSONata functions provided by Step Functions.
 */
export function registerAwsFunctions(expression: Expression): void {
  const define = <A extends unknown[]>(
    name: string,
    signature: string,
    body: (sources: Sources, ...args: A) => unknown,
  ) =>
    expression.registerFunction(
      name,
      function (this: jsonata.Focus, ...args: A) {
        return body(this.environment.lookup(RUN), ...args);
      },
      signature,
    );

  expression.assign('eval', undefined);
  expression.registerFunction(
    'now',
    function (this: jsonata.Focus, picture?: string, timezone?: string) {
      const fromMillis = this.environment.lookup('fromMillis').implementation;
      return fromMillis(this.environment.lookup(RUN).now, picture, timezone);
    },
    '<s?s?:s>',
  );
  define('millis', '<:n>', (sources) => sources.now);
  define('random', '<n?:n>', (sources, seed: number | undefined) =>
    seed === undefined ? sources.random() : seededRandom(seed)(),
  );
  define('uuid', '<:s>', (sources) => uuidFrom(sources.random));
  define('shuffle', '<a:a>', (sources, items: unknown[]) => {
    const rest = [...items];
    return items.map(() => rest.splice(Math.floor(sources.random() * rest.length), 1)[0]);
  });
  define('partition', '<an:a>', (_, items: unknown[], size: number) => {
    if (!Number.isInteger(size) || size < 1) throw new RangeError('The size of a partition is a positive integer');
    const chunks: unknown[][] = [];
    for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
    return chunks;
  });
  define('range', '<nnn:a>', (_, first: number, last: number, step: number) => {
    if (step === 0) throw new RangeError('The step of a range is not zero');
    const count = Math.floor((last - first) / step) + 1;
    if (count > 1000) throw new RangeError('A range holds at most 1,000 numbers');
    return Array.from({ length: Math.max(count, 0) }, (_item, index) => first + index * step);
  });
  define('hash', '<ss:s>', (_, text: string, algorithm: string) => {
    if (!ALGORITHMS.includes(algorithm)) throw new RangeError(`'${algorithm}' is not one of ${ALGORITHMS.join(', ')}`);
    return createHash(algorithm.replace('SHA-', 'SHA')).update(text).digest('hex');
  });
  define('parse', '<s:x>', (_, text: string): unknown => JSON.parse(text));
}
