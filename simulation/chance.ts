import { createHash } from 'node:crypto';

/**
 * Chance without a course of its own: what is drawn depends on the seed and on what it is drawn for, and on nothing that
 * was drawn before. So a year that was interrupted goes on as if it had not been, and two that differ in one company
 * differ in nothing else.
 */
export class Chance {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A number from 0 (included) to 1 (excluded). @param purpose what it is for: the same gives the same */
  of(...purpose: (string | number)[]): number {
    const digest = createHash('sha256')
      .update(`${this.#seed}|${purpose.join('|')}`)
      .digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  }

  /** Tells whether something of this probability happens. */
  happens(probability: number, ...purpose: (string | number)[]): boolean {
    return this.of(...purpose) < probability;
  }

  /** A whole number between two, both included. */
  between(low: number, high: number, ...purpose: (string | number)[]): number {
    return low + Math.floor(this.of(...purpose) * (high - low + 1));
  }

  /** One of a list. */
  oneOf<T>(list: readonly [T, ...T[]], ...purpose: (string | number)[]): T {
    return list[Math.floor(this.of(...purpose) * list.length)] ?? list[0];
  }

  /** One of a list, by their weights. */
  weighted<T>(list: readonly (readonly [weight: number, item: T])[], ...purpose: (string | number)[]): T {
    const all = list.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.of(...purpose) * all;
    for (const [weight, item] of list) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = list.at(-1);
    if (last === undefined) throw new RangeError('Nothing to choose from.');
    return last[1];
  }
}
