import MiniSearch from 'minisearch';
import type { DirectoryEntry } from './entry.ts';
import { SEARCH_LENGTH } from './filter.ts';

// Search by name, SIREN, city and number. What is typed is words to look for, whatever it contains: no pattern is made
// of it, and it is short, so that no query costs more than another.

/** A word without its capitals and accents; ligatures in full. */
const plain = (word: string): string =>
  word.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replaceAll(/\p{M}/gu, '');

const isNumber = (word: string): boolean => /^m?\d+$/.test(word);
/** `331 518 498` is one number; so is `69 266`. */
const joined = (text: string): string => text.replaceAll(/(?<=\d)[\s.\u00a0\u202f](?=\d)/g, '');

/** Letters that may be wrong: none in short words and numbers, one in four, two from five on: a swap counts as two. */
const typos = (word: string): number | false => {
  if (isNumber(word) || word.length < 4) return false;
  return word.length < 5 ? 1 : 2;
};

/**
 * The members that a search finds, the best match first.
 * @param q at most {@link SEARCH_LENGTH} characters; every word must be found, each in whichever field
 */
export const search = <E extends DirectoryEntry>(entries: readonly E[], q: string): E[] => {
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const index = new MiniSearch<E>({
    idField: 'number',
    fields: ['companyName', 'siren', 'communeName', 'memberNumber'],
    extractField: (entry, field) => {
      if (field === 'memberNumber' || field === 'number') return entry.number;
      return field === 'companyName' || field === 'siren' || field === 'communeName' ? entry[field] : '';
    },
    processTerm: plain,
  });
  index.addAll(entries);
  const found = index.search(joined(q.slice(0, SEARCH_LENGTH.max)), {
    combineWith: 'AND',
    prefix: true,
    fuzzy: typos,
    maxFuzzy: 2,
    boost: { companyName: 2 },
  });
  return found.flatMap(({ id }) => byNumber.get(String(id)) ?? []);
};
