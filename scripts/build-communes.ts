import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { Commune } from '../domain/geography/commune.ts';
import { type Gazetteer, packCommunes } from '../domain/geography/pack.ts';

// Cuts the communes of France (INSEE, code officiel géographique; DGCL for the EPCI; La Poste for the postcodes) out of
// @etalab/decoupage-administratif, 12 MB, into one small file that a Lambda bundle can carry.

const PACKAGE = '@etalab/decoupage-administratif';
const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where the file is built. */
export const COMMUNES_FILE = path.join(root, 'build', 'communes.json.br');
/** Says from what the file was built, so that it is built again only when that changes. */
const STAMP = `${COMMUNES_FILE}.stamp`;
/** What the file depends on beside the package's version: this script and how it packs. */
const MAKERS = ['scripts/build-communes.ts', 'domain/geography/pack.ts'];

const place = { code: z.string(), nom: z.string() };
const inhabited = { departement: z.string(), region: z.string(), population: z.number().default(0) };
const postcodes = { codesPostaux: z.array(z.string()).default([]) };
/** The rows of communes.json that matter; other facts of a row are dropped. */
const Row = z.discriminatedUnion('type', [
  z.object({ type: z.literal('commune-actuelle'), ...place, ...inhabited, ...postcodes }),
  z.object({ type: z.literal('arrondissement-municipal'), commune: z.string(), ...place, ...inhabited, ...postcodes }),
  z.object({ type: z.enum(['commune-deleguee', 'commune-associee']), chefLieu: z.string(), ...place }),
]);
const Epci = z.object({ ...place, membres: z.array(z.object({ code: z.string() })) });

const read = (file: string): unknown => JSON.parse(readFileSync(require.resolve(`${PACKAGE}/${file}`), 'utf8'));
const version = (): string => z.object({ version: z.string() }).parse(read('package.json')).version;

/** Every commune of France, the 45 arrondissements of Lyon, Marseille and Paris with the EPCI of their city. */
const readGazetteer = (): Gazetteer => {
  const rows = z.array(Row).parse(read('data/communes.json'));
  const epciOf = new Map(
    z
      .array(Epci)
      .parse(read('data/epci.json'))
      .flatMap((epci) => epci.membres.map((member) => [member.code, { code: epci.code, name: epci.nom }] as const)),
  );
  const gazetteer = new Map<string, Gazetteer[number]>();
  for (const row of rows) {
    if (row.type !== 'commune-actuelle' && row.type !== 'arrondissement-municipal') continue;
    const city = row.type === 'arrondissement-municipal' ? row.commune : row.code;
    const commune = Commune.parse({
      code: row.code,
      name: row.nom,
      departement: row.departement,
      region: row.region,
      postcodes: row.codesPostaux,
      population: row.population,
      epci: epciOf.get(city) ?? null,
    });
    gazetteer.set(row.code, { commune, former: [] });
  }
  for (const row of rows) {
    if (row.type !== 'commune-deleguee' && row.type !== 'commune-associee') continue;
    const today = gazetteer.get(row.chefLieu);
    if (today === undefined) throw new Error(`${PACKAGE}: ${row.nom} belongs to ${row.chefLieu}, which is not there.`);
    if (row.nom !== today.commune.name) today.former.push({ code: row.code, name: row.nom });
  }
  return [...gazetteer.values()].sort((a, b) => (a.commune.code < b.commune.code ? -1 : 1));
};

const stamp = (): string => {
  const hash = createHash('sha256').update(version());
  for (const file of MAKERS) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
};

/** Writes beside and renames, so that a reader never finds half a file, whoever else builds at the same time. */
const writeWhole = (file: string, content: string | Buffer): void => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
};

/**
 * Builds `build/communes.json.br` (JSON as {@link packCommunes} makes it, in brotli) unless it is there already, made
 * from the same version of the package by the same code. Some seconds when it builds, some milliseconds when not.
 * @returns path of the file
 */
export const buildCommunes = (): string => {
  const wanted = stamp();
  if (existsSync(COMMUNES_FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return COMMUNES_FILE;
  const json = Buffer.from(JSON.stringify(packCommunes(readGazetteer(), `${PACKAGE}@${version()}`)));
  mkdirSync(path.dirname(COMMUNES_FILE), { recursive: true });
  writeWhole(
    COMMUNES_FILE,
    brotliCompressSync(json, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
      },
    }),
  );
  writeWhole(STAMP, wanted);
  return COMMUNES_FILE;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(buildCommunes());
