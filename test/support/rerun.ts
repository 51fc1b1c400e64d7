import { expect } from '@jest/globals';
import type { Crash, CrashingService } from './crashing.ts';
import type { World } from './world.ts';

/** Something that is killed at each of its requests, and done again. */
export type Rerun<T> = {
  world: World;
  table: CrashingService;
  /** Brings a dossier to where it begins. */
  arrange: () => Promise<T>;
  act: (one: T) => Promise<unknown>;
  /**
   * What runs by itself afterwards, and makes good what was left undone. It comes in an order of its own, so `kept` has
   * to tell of none, and of a mail that left twice once.
   */
  settle?: () => Promise<unknown>;
  /** All that is kept of a dossier, without what differs from one to the next. */
  kept: (one: T) => Promise<{ mails: unknown[] }>;
  /** Looks at how it ended where it was killed. */
  died: (outcome: PromiseSettledResult<unknown>) => void;
};

/** A mail whose record was lost leaves twice rather than never. */
const withLastMailTwice = <K extends { mails: unknown[] }>({ mails, ...rest }: K) => ({
  ...rest,
  mails: [...mails, mails.at(-1)],
});

/**
 * Where it is killed: before each write arrives and before its answer does, and at the last request. Between two writes it
 * leaves the same behind wherever it dies.
 */
export const deaths = (writes: readonly number[], requests: number): { crash: Crash; nth: number }[] =>
  [...new Set([...writes, requests])].flatMap((nth) => [
    { crash: 'request-lost' as const, nth },
    ...(writes.includes(nth) ? [{ crash: 'answer-lost' as const, nth }] : []),
  ]);

/**
 * Does it whole once to see what it comes to, then kills it around every write it makes of the table, and does it again: it
 * must come to the same. Each time it begins with everything as it was, and leaves it so.
 * @returns how many requests it makes
 */
export const comesToTheSame = async <T>(rerun: Rerun<T>): Promise<number> => {
  const { world, table, arrange, act, settle, kept, died } = rerun;
  const before = await world.keep();
  const one = await arrange();
  const begun = await world.keep();
  table.recover();
  const sent = world.aws.of('SendEmail').length;
  await act(one);
  const writes = [...table.writes()];
  const requests = table.recover();
  const mails = world.aws.of('SendEmail').length > sent;
  await settle?.();
  const expected = await kept(one);
  for (const { crash, nth } of deaths(writes, requests)) {
    await begun.bringBack();
    table.crashAt(nth, crash);
    const [outcome] = await Promise.allSettled([act(one)]);
    table.recover();
    died(outcome);
    await act(one);
    await settle?.();
    // The last request of a step that mails records the mail: only where that one is lost may the mail leave twice.
    const twice = settle === undefined && mails && crash === 'request-lost' && nth === requests;
    const here = { crash, nth, kept: await kept(one) };
    expect(here).toEqual({ crash, nth, kept: twice ? withLastMailTwice(expected) : expected });
  }
  await before.bringBack();
  begun.close();
  before.close();
  return requests;
};
