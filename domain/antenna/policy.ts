import * as z from 'zod';
import { ANTENNA_CODES, AntennaCode } from './antenna.ts';

const distinct = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;
const Candidates = z.array(AntennaCode).refine(distinct, 'candidates twice');
/** A question needs two candidates to be one. */
const Contested = Candidates.min(2);

/** Which antenna a company belongs to: one version of the table, valid from a day of Europe/Paris on. */
export const AntennaPolicy = z.object({
  version: z.string(),
  from: z.iso.date(),
  /** The départements of the region that each antenna covers. */
  departements: z.record(AntennaCode, z.array(z.string()).min(1)),
  /** EPCI that several antennas claim, whatever the département: staff decide. */
  contested: z.array(z.object({ epci: z.string().regex(/^\d{9}$/), name: z.string(), candidates: Contested })),
  /** Départements around the region: the antennas next door, the nearest first. One candidate needs no decision. */
  neighbours: z.record(z.string(), Candidates.min(1)),
  /** The rest of France: the first stands unless staff decide otherwise. */
  elsewhere: Contested,
});
export type AntennaPolicy = z.infer<typeof AntennaPolicy>;

/**
 * Every version of the table, the oldest first. A version is never edited once applications were placed by it: a change
 * is a new version with its own day.
 *
 * 2017-01: the map at the merger of Numélink and Clust'R Numérique on 1 January 2017. Both claimed the Loire, the Drôme
 * and the Ardèche, nobody the Allier and the Cantal; EPCI by their SIREN (DGCL).
 */
export const ANTENNA_POLICIES: readonly AntennaPolicy[] = [
  {
    version: '2017-01',
    from: '2017-01-01',
    departements: {
      LYO: ['69', '01'],
      STE: ['42', '43'],
      GRE: ['38'],
      CLE: ['63', '03', '15'],
      VAL: ['26', '07'],
      ANN: ['73', '74'],
    },
    contested: [
      { epci: '200077014', name: 'CA Vienne Condrieu', candidates: ['LYO', 'GRE'] },
      { epci: '243800604', name: "CA Porte de l'Isère (CAPI)", candidates: ['LYO', 'GRE'] },
      { epci: '200072015', name: 'CA Annonay Rhône Agglo', candidates: ['STE', 'VAL'] },
      { epci: '240100750', name: 'CA du Pays de Gex', candidates: ['LYO', 'ANN'] },
    ],
    neighbours: {
      '04': ['GRE'],
      '05': ['GRE'],
      '12': ['CLE'],
      '18': ['CLE'],
      '19': ['CLE'],
      '23': ['CLE'],
      '30': ['VAL'],
      '39': ['LYO', 'ANN'],
      '46': ['CLE'],
      '48': ['STE'],
      '58': ['CLE'],
      '71': ['LYO'],
      '84': ['VAL'],
    },
    elsewhere: ['LYO', 'STE', 'GRE', 'CLE', 'VAL', 'ANN'],
  },
];

/**
 * The version of the table in force on a day.
 * @param on ISO 8601 date in Europe/Paris
 * @throws RangeError before the first version
 */
export const policyAt = (on: string, policies: readonly AntennaPolicy[] = ANTENNA_POLICIES): AntennaPolicy => {
  const found = policies.filter((policy) => policy.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (found === undefined) throw new RangeError(`No antenna policy was in force on ${on}.`);
  return found;
};

/** The antenna that covers a département of the region; null outside of it. */
export const antennaOfDepartement = (policy: AntennaPolicy, departement: string): AntennaCode | null =>
  ANTENNA_CODES.find((code) => policy.departements[code].includes(departement)) ?? null;

/**
 * What is wrong with a version of the table, in sentences for whoever edits it: each département of the region once,
 * candidates at least two and distinct, EPCI that exist, none contested twice, no neighbour inside the region.
 * @param geography départements of the region, and every EPCI of France by its SIREN
 */
export const policyFaults = (
  policy: AntennaPolicy,
  geography: { departements: readonly string[]; epcis: ReadonlySet<string> },
): string[] => {
  const parsed = AntennaPolicy.safeParse(policy);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const covered = Object.values(policy.departements).flat();
  const contested = policy.contested.map(({ epci }) => epci);
  return [
    ...geography.departements
      .filter((code) => covered.filter((c) => c === code).length !== 1)
      .map((code) => `The département ${code} must be covered by one antenna.`),
    ...covered
      .filter((code) => !geography.departements.includes(code))
      .map((code) => `The département ${code} is not in the region.`),
    ...Object.keys(policy.neighbours)
      .filter((code) => geography.departements.includes(code))
      .map((code) => `The département ${code} is in the region: it is no neighbour.`),
    ...contested.filter((code) => !geography.epcis.has(code)).map((code) => `There is no EPCI ${code}.`),
    ...(distinct(contested) ? [] : ['An EPCI is contested twice.']),
  ];
};
