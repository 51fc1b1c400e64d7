import * as z from 'zod';
import { Commune } from './commune.ts';

/** A commune with the names and codes it swallowed (communes déléguées et associées), which people still type. */
export type Gazetteer = { commune: Commune; former: { code: string; name: string }[] }[];

/**
 * The communes of France as one small file: a column per fact, so that it compresses well and parses fast. The columns
 * have one length and one order; départements and EPCI are numbers of rows of their own tables, -1 for no EPCI.
 */
const PackedCommunes = z
  .object({
    /** Version of the package the file was cut from; its major number is the year of the geography. */
    source: z.string(),
    departements: z.array(z.tuple([z.string(), z.string()])),
    epcis: z.array(z.tuple([z.string(), z.string()])),
    codes: z.array(z.string()),
    names: z.array(z.string()),
    departement: z.array(z.int()),
    epci: z.array(z.int()),
    /** Postcodes, separated by spaces. */
    postcodes: z.array(z.string()),
    populations: z.array(z.int()),
    /** Row of the commune, former code, former name. */
    former: z.array(z.tuple([z.int(), z.string(), z.string()])),
  })
  .refine(
    (p) =>
      [p.names, p.departement, p.epci, p.postcodes, p.populations].every((column) => column.length === p.codes.length),
    'columns of different lengths',
  );
export type PackedCommunes = z.infer<typeof PackedCommunes>;

/** The columns as they lie in the file: what is in them is looked at where it is read. */
const column = z.custom<readonly unknown[]>(Array.isArray, 'not a column');
const Columns = z.object({
  departements: column,
  epcis: column,
  codes: column,
  names: column,
  departement: column,
  epci: column,
  postcodes: column,
  populations: column,
});
export type Columns = z.infer<typeof Columns>;

/** The columns of a file, to find single communes in. @throws ZodError when it has not all of them */
export const columnsOf = (file: unknown): Columns => Columns.parse(file);

const Pair = z.tuple([z.string(), z.string()]);

/** Row of an INSEE code, the codes being in order; -1 where none is. */
const rowOf = (codes: readonly unknown[], code: string): number => {
  let [from, to] = [0, codes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (String(codes[middle]) < code) from = middle + 1;
    else to = middle;
  }
  return codes[from] === code ? from : -1;
};

/**
 * One commune, for a function that starts in order to look one up: to unpack all of them takes longer than all else it does.
 * @returns null when no commune has the code
 * @throws ZodError when its row is not what it should be
 */
export const findPacked = (columns: Columns, code: string): Commune | null => {
  const row = rowOf(columns.codes, code);
  if (row === -1) return null;
  const [departement, region] = Pair.parse(columns.departements[z.int().parse(columns.departement[row])]);
  const epciRow = z.int().parse(columns.epci[row]);
  const epci = epciRow === -1 ? null : Pair.parse(columns.epcis[epciRow]);
  const postcodes = z.string().parse(columns.postcodes[row]);
  return Commune.parse({
    code,
    name: columns.names[row],
    departement,
    region,
    postcodes: postcodes === '' ? [] : postcodes.split(' '),
    population: columns.populations[row],
    epci: epci && { code: epci[0], name: epci[1] },
  });
};

/** Numbers the distinct rows of a table in the order they come. */
const table = () => {
  const rows: [string, string][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string, value: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, rows.length);
    rows.push([key, value]);
    return rows.length - 1;
  };
  return { rows, numberOf };
};

/** Packs communes into columns, in their order. @param source version of the data they come from */
export const packCommunes = (gazetteer: Gazetteer, source: string): PackedCommunes => {
  const departements = table();
  const epcis = table();
  const communes = gazetteer.map(({ commune }) => commune);
  return {
    source,
    departement: communes.map((c) => departements.numberOf(c.departement, c.region)),
    epci: communes.map((c) => (c.epci === null ? -1 : epcis.numberOf(c.epci.code, c.epci.name))),
    departements: departements.rows,
    epcis: epcis.rows,
    codes: communes.map((c) => c.code),
    names: communes.map((c) => c.name),
    postcodes: communes.map((c) => c.postcodes.join(' ')),
    populations: communes.map((c) => c.population),
    former: gazetteer.flatMap(({ former }, row) =>
      former.map(({ code, name }): [number, string, string] => [row, code, name]),
    ),
  };
};

/** Unpacks what {@link packCommunes} packed. @throws ZodError or RangeError when the file is not what it should be */
export const unpackCommunes = (file: unknown): Gazetteer => {
  const packed = PackedCommunes.parse(file);
  const at = <T>(column: readonly T[], row: number): T => {
    const value = column[row];
    if (value === undefined) throw new RangeError(`The file of communes has no row ${row}.`);
    return value;
  };
  const gazetteer: Gazetteer = packed.codes.map((code, row) => {
    const [departement, region] = at(packed.departements, at(packed.departement, row));
    const epciRow = at(packed.epci, row);
    const postcodes = at(packed.postcodes, row);
    const epci = epciRow === -1 ? null : at(packed.epcis, epciRow);
    return {
      commune: {
        code,
        name: at(packed.names, row),
        departement,
        region,
        postcodes: postcodes === '' ? [] : postcodes.split(' '),
        population: at(packed.populations, row),
        epci: epci && { code: epci[0], name: epci[1] },
      },
      former: [],
    };
  });
  for (const [row, code, name] of packed.former) at(gazetteer, row).former.push({ code, name });
  return gazetteer;
};
