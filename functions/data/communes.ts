import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Commune } from '../../domain/geography/commune.ts';
import { type Columns, columnsOf, findPacked, type Gazetteer, unpackCommunes } from '../../domain/geography/pack.ts';
import { type CommuneIndex, indexCommunes, searchCommunes as search } from '../../domain/geography/search.ts';

// The communes of France lie in a file beside the bundle. It is read at the first question, not while the module loads,
// and kept for the life of the process.

const FILE = 'communes.json.br';

/** Beside the running module (a Lambda bundle), or where scripts/build-communes.ts puts it (run from source). */
const locate = (): string => {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const places = [path.join(here, FILE), path.join(here, '..', '..', 'build', FILE)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error(`${FILE} is missing: build it with "node --import tsx scripts/build-communes.ts".`);
  }
  return found;
};

/** Makes a value when it is first asked for, and keeps it. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const file = lazily<unknown>(() => JSON.parse(brotliDecompressSync(readFileSync(locate())).toString('utf8')));
const columns = lazily<Columns>(() => columnsOf(file()));
const gazetteer = lazily<Gazetteer>(() => unpackCommunes(file()));
const index = lazily<CommuneIndex>(() => indexCommunes(gazetteer()));

/** The commune, or arrondissement of Lyon, Marseille or Paris, of an INSEE code; null when there is none today. */
export const findCommune = (code: string): Commune | null => findPacked(columns(), code);

/** Communes by postcode, INSEE code or name, the best first, at most 50. See domain/geography/search.ts. */
export const searchCommunes = (q: string): Commune[] => search(index(), q);

/** Every commune and arrondissement of France, by INSEE code. */
export const allCommunes = (): Commune[] => gazetteer().map(({ commune }) => commune);
