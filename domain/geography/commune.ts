import * as z from 'zod';

/** A commune of France, as INSEE codes it (code officiel géographique), with its EPCI when it has one. */
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
