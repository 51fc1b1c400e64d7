import type { KeptTable } from './kept-table.ts';
import type { World } from './world.ts';

// What tests of a file begin with, made once: from then on the world is brought back to it.

/** The same beginning each time it is asked for; whatever was done since is undone. */
export const madeOnce = <T>(worldOf: () => World, make: () => Promise<T>): (() => Promise<T>) => {
  let made: { one: T; begun: KeptTable } | undefined;
  return async () => {
    if (made === undefined) {
      const one = await make();
      made = { one, begun: await worldOf().keep() };
    } else {
      await made.begun.bringBack();
    }
    return made.one;
  };
};

/** Several of a kind, handed out one after the other. */
export type Stock<T> = {
  /** The next one. */
  next(): Promise<T>;
  /** Before each test: all are there again, as they were made, and nothing else has happened. */
  refill(): Promise<void>;
};

/** Makes as many of a kind as any one test needs. */
export const stockOf = async <T>(world: World, count: number, make: () => Promise<T>): Promise<Stock<T>> => {
  const all: T[] = [];
  // One after the other: at once, all of them want the next number.
  for (let made = 0; made < count; made += 1) all.push(await make());
  const begun = await world.keep();
  let handed = 0;
  return {
    next: async () => {
      const one = all[handed];
      if (one === undefined) throw new Error(`There are ${count} of them.`);
      handed += 1;
      return one;
    },
    refill: async () => {
      handed = 0;
      await begun.bringBack();
    },
  };
};
