import * as z from 'zod';
import type { RegisterEntry } from '../../domain/register/register.ts';

/** Fields the register leaves out or sets to null where it does not know. */
const known = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** Accounts by year: turnover (chiffre d'affaires) among others; left out by companies that publish none. */
const Accounts = z.record(z.string().regex(/^\d{4}$/), z.object({ ca: z.number().nullish() })).nullish();

/** A company as Recherche d'entreprises gives it, cut to what is read here. */
const Company = z.object({
  siren: z.string(),
  nom_complet: z.string(),
  siege: z.object({ siret: z.string(), commune: known, code_postal: known }),
  activite_principale: known,
  activite_principale_naf25: known,
  tranche_effectif_salarie: known,
  annee_tranche_effectif_salarie: known,
  categorie_entreprise: known,
  date_creation: known,
  finances: Accounts,
  /** A: active, C: ceased. */
  etat_administratif: z.enum(['A', 'C']),
});

/** What `GET /search` answers. A company that is not read is no reason to lose the others. */
const SearchAnswer = z.object({ results: z.array(z.looseObject({ siren: z.string() })) });

/** What can be no turnover, such as the negative one of a correcting entry, is left out. */
const turnoversOf = (accounts: z.infer<typeof Accounts>): RegisterEntry['turnovers'] =>
  Object.entries(accounts ?? {}).flatMap(([year, { ca }]) =>
    typeof ca === 'number' && ca >= 0 ? [{ year: Number(year), turnover: Math.round(ca) }] : [],
  );

/**
 * Reads the company of exactly this SIREN out of a search answer: the search is by text, so others may come along.
 * @returns null when the register has no such company, or not a public one
 * @throws z.ZodError when the answer does not have the register's shape
 */
export const entryOf = (siren: string, body: unknown): RegisterEntry | null => {
  const match = SearchAnswer.parse(body).results.find((result) => result.siren === siren);
  if (match === undefined) return null;
  const company = Company.parse(match);
  return {
    siren: company.siren,
    name: company.nom_complet,
    headOffice: {
      siret: company.siege.siret,
      communeCode: company.siege.commune,
      postcode: company.siege.code_postal,
    },
    activity: company.activite_principale,
    activityNaf2025: company.activite_principale_naf25,
    headcountBand: company.tranche_effectif_salarie,
    headcountYear: company.annee_tranche_effectif_salarie,
    turnovers: turnoversOf(company.finances),
    size: company.categorie_entreprise,
    createdOn: company.date_creation,
    active: company.etat_administratif === 'A',
  };
};
