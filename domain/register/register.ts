import * as z from 'zod';

/** What the public register (Sirene, through Recherche d'entreprises) says of a company, reduced to what staff compare. */
export const RegisterEntry = z.object({
  siren: z.string(),
  name: z.string(),
  /** Head office (siège). */
  headOffice: z.object({ siret: z.string(), communeCode: z.string().nullable(), postcode: z.string().nullable() }),
  activity: z.string().nullable(),
  activityNaf2025: z.string().nullable(),
  /** Headcount band code of the register (tranche d'effectif salarié) and the year it was counted. */
  headcountBand: z.string().nullable(),
  headcountYear: z.string().nullable(),
  /** Turnover of published accounts (comptes annuels), in whole euros excluding tax, by the year they close in. */
  turnovers: z.array(z.object({ year: z.int(), turnover: z.int().nonnegative() })).optional(),
  /** PME, ETI or GE. */
  size: z.string().nullable(),
  createdOn: z.string().nullable(),
  /** False when the company has ceased (état administratif C). */
  active: z.boolean(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** "absent" (the register answered: it has no such company, or not a public one) is not "unavailable" (it did not answer). */
export const RegisterAnswer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('found'), checkedAt: z.iso.datetime(), entry: RegisterEntry }),
  z.object({ result: z.literal('absent'), checkedAt: z.iso.datetime() }),
  z.object({ result: z.literal('unavailable'), checkedAt: z.iso.datetime() }),
]);
export type RegisterAnswer = z.infer<typeof RegisterAnswer>;

/** One field where what was typed and what the register says differ, or a fact staff must see. */
export const RegisterDifference = z.object({
  field: z.enum(['legalName', 'activity', 'foundedOn', 'siret', 'commune', 'headcount', 'ceased']),
  typed: z.string().nullable(),
  register: z.string().nullable(),
});
export type RegisterDifference = z.infer<typeof RegisterDifference>;
