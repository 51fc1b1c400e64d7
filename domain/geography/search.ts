import { type Commune, isDivided } from './commune.ts';
import type { Gazetteer } from './pack.ts';

/** How many communes a search gives at most. */
export const SEARCH_LIMIT = 50;

type Entry = { commune: Commune; name: string; formerNames: string[]; formerCodes: string[] };
/** Communes made ready for searching, see {@link indexCommunes}. */
export type CommuneIndex = readonly Entry[];

/**
 * A place name reduced to what people agree on: no accents, case, hyphens or apostrophes; `saint` in full; ordinals as
 * their number (`Lyon 3e`, `lyon 3ème` and `LYON 3` are one).
 */
export const simplifyPlaceName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst(es?|s)?\b/g, (_, ending: string | undefined) => `saint${ending ?? ''}`)
    .replace(/\b(\d+)(er|re|nde?|e|eme|ieme)\b/g, '$1');

/** Prepares communes for {@link searchCommunes}; done once, it takes some tens of milliseconds for all of France. */
export const indexCommunes = (gazetteer: Gazetteer): CommuneIndex =>
  gazetteer.map(({ commune, former }) => ({
    commune,
    name: simplifyPlaceName(commune.name),
    formerNames: former.map((f) => simplifyPlaceName(f.name)),
    formerCodes: former.map((f) => f.code),
  }));

/** How well a name answers: 0 is the name itself; null is not at all. */
const nameScore = (name: string, asked: string, words: readonly string[]): number | null => {
  if (name === asked) return 0;
  if (name.startsWith(`${asked} `)) return 1;
  if (name.startsWith(asked)) return 2;
  if (words.some((word) => !name.includes(word))) return null;
  const nameWords = name.split(' ');
  let at = 0;
  for (const word of words) {
    const found = nameWords.findIndex((w, i) => i >= at && w.startsWith(word));
    if (found === -1) return null;
    at = found + 1;
  }
  return 3;
};

const withoutArticle = (name: string): string => name.replace(/^(le|la|les|l) /, '');

/** What a name loses when its article is passed over: who types `Romagne` means it rather than `La Romagne`. */
const ARTICLE = 0.5;

/** The better of the scores that a name gets with its article (`Le Puy-en-Velay`) and without. */
const scoreOf = (name: string, asked: string, words: readonly string[]): number | null => {
  const whole = nameScore(name, asked, words);
  const bare = nameScore(withoutArticle(name), asked, words);
  const found = [whole, bare === null ? null : bare + ARTICLE].filter((score) => score !== null);
  return found.length === 0 ? null : Math.min(...found);
};

/** A former name is worth less than any present one: people who type `Pierre-Bénite` find what it has become. */
const FORMER = 4;

const byName = (entry: Entry, asked: string, words: readonly string[]): number | null => {
  const present = scoreOf(entry.name, asked, words);
  if (present !== null) return present;
  const past = entry.formerNames.map((name) => scoreOf(name, asked, words)).filter((score) => score !== null);
  return past.length === 0 ? null : FORMER + Math.min(...past);
};

/** Postcode first, INSEE code next, former INSEE code last. A whole city gives way to its arrondissement. */
const byCode = (entry: Entry, code: string): number | null => {
  if (entry.commune.postcodes.includes(code)) return isDivided(entry.commune.code) ? null : 0;
  if (entry.commune.code === code) return 1;
  return entry.formerCodes.includes(code) ? 2 : null;
};

const byPostcodeStart = (entry: Entry, start: string): number | null =>
  !isDivided(entry.commune.code) && entry.commune.postcodes.some((postcode) => postcode.startsWith(start)) ? 0 : null;

const scorer = (q: string): ((entry: Entry) => number | null) | null => {
  const simple = simplifyPlaceName(q);
  if (/^\d{2,4}$/.test(simple)) return (entry) => byPostcodeStart(entry, simple);
  const tokens = simple.split(' ').filter((token) => token !== '');
  const code = tokens.find((token) => /^(\d{5}|2[ab]\d{3})$/.test(token))?.toUpperCase();
  const words = tokens.filter((token) => token.toUpperCase() !== code);
  const asked = words.join(' ');
  if (code === undefined) return asked === '' ? null : (entry) => byName(entry, asked, words);
  if (asked === '') return (entry) => byCode(entry, code);
  return (entry) => (byCode(entry, code) === null ? null : byName(entry, asked, words));
};

/**
 * Communes by postcode (or its first digits), INSEE code, name, or postcode and name together. Accents, hyphens, case
 * and `st` for `saint` are forgiven. The best come first: exact before partial, then the more populous.
 * @returns at most {@link SEARCH_LIMIT}
 */
export const searchCommunes = (index: CommuneIndex, q: string): Commune[] => {
  const score = scorer(q);
  if (score === null) return [];
  return index
    .flatMap((entry) => {
      const found = score(entry);
      return found === null ? [] : [{ commune: entry.commune, score: found }];
    })
    .sort(
      (a, b) =>
        a.score - b.score || b.commune.population - a.commune.population || (a.commune.code < b.commune.code ? -1 : 1),
    )
    .slice(0, SEARCH_LIMIT)
    .map(({ commune }) => commune);
};
