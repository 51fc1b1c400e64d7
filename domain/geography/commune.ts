import * as z from 'zod';

/**
 * A commune of France, as INSEE codes it (code officiel géographique), with its EPCI when it has one. The
 * arrondissements of Lyon, Paris and Marseille are rows of their own: their postcodes and the register name them.
 */
export const Commune = z.object({
  code: z.string().regex(/^(\d{2}|2[AB])\d{3}$/),
  name: z.string(),
  /** Code of the département: two characters, three overseas. */
  departement: z.string(),
  /** INSEE code of the region; 84 is Auvergne-Rhône-Alpes. */
  region: z.string(),
  postcodes: z.array(z.string().regex(/^\d{5}$/)),
  /** Inhabitants (population municipale); 0 where it is unknown. */
  population: z.number().int().nonnegative(),
  /** Intercommunal body (établissement public de coopération intercommunale): its SIREN and name. */
  epci: z.object({ code: z.string(), name: z.string() }).nullable(),
});
export type Commune = z.infer<typeof Commune>;

/** INSEE code of Auvergne-Rhône-Alpes. */
export const HOME_REGION = '84';

/** The three communes that the law divides (loi PLM, 31/12/1982), with the codes of their first and last arrondissement. */
const DIVIDED = [
  { commune: '13055', from: 13201, to: 13216 },
  { commune: '69123', from: 69381, to: 69389 },
  { commune: '75056', from: 75101, to: 75120 },
] as const;

/** Tells whether this is Lyon, Marseille or Paris as a whole, whose arrondissements are rows too. */
export const isDivided = (code: string): boolean => DIVIDED.some(({ commune }) => commune === code);

/**
 * The commune an INSEE code belongs to: that of Lyon for an arrondissement of Lyon, itself for any other. Two codes name
 * the same commune when this gives the same for both.
 */
export const communeOf = (code: string): string => {
  const number = Number(code);
  return DIVIDED.find(({ from, to }) => number >= from && number <= to)?.commune ?? code;
};
