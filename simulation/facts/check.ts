import type { DuesPolicy } from '../../domain/dues/policy.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Mail } from '../world/mails.ts';
import type { Dossier } from './dossiers.ts';
import type { Check } from './facts.ts';

/** Everything that a play left, to be looked through. */
export type Left = {
  dossiers: readonly Dossier[];
  ledger: readonly LedgerEntry[];
  /** Every scale of dues there is. */
  policies: readonly DuesPolicy[];
  mails: readonly Mail[];
  /** What should not have happened on the way. */
  troubles: readonly string[];
  /** Day in Paris, and instant, it ended on. */
  today: string;
  now: string;
};

/** Looks at each of a list. @param fault what is wrong with one, in words for engineers; null when nothing is */
export const check = <T>(name: string, list: readonly T[], fault: (item: T) => string | null): Check => ({
  name,
  looked: list.length,
  failures: list.flatMap((item) => fault(item) ?? []).sort(),
});

/** A list by a key of each. */
export const grouped = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** Those that occur more than once. */
export const repeated = (keys: readonly string[]): string[] => {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
};
