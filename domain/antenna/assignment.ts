import * as z from 'zod';
import { AntennaCode } from './antenna.ts';

/**
 * Why the rule said what it said; the page turns the code into a sentence with the params, which are names ready to show:
 * `departement` (`departement`: code, `antenna`: name), `contested-epci` (`epci`: SIREN, `epciName`, `candidates`: names),
 * `outside-region-…` (`departement`, `candidates`), `preference-…` (`preferred`: name), `already-chosen` (`antenna`).
 */
export const AssignmentReason = z.object({
  code: z.enum([
    'departement',
    'contested-epci',
    'outside-region-neighbour',
    'outside-region-elsewhere',
    'preference-among-candidates',
    'preference-not-candidate',
    'already-chosen',
  ]),
  params: z.record(z.string(), z.string()),
});
export type AssignmentReason = z.infer<typeof AssignmentReason>;

/** The explained result of the antenna rule: who, out of whom, by which version of the table, from which inputs. */
export const AntennaProposal = z.object({
  policyVersion: z.string(),
  /** True when nobody has to decide. */
  clearCut: z.boolean(),
  /** The antenna that stands if nobody decides otherwise. */
  proposed: AntennaCode,
  /** At least one, the proposed among them; the staff of these, and the head office, may decide. */
  candidates: z.array(AntennaCode).min(1),
  reasons: z.array(AssignmentReason).min(1),
  inputs: z.object({
    communeCode: z.string(),
    communeName: z.string(),
    departement: z.string(),
    epci: z.string().nullable(),
    preferredAntenna: AntennaCode.nullable(),
  }),
});
export type AntennaProposal = z.infer<typeof AntennaProposal>;

/** How an antenna came to be recorded: by the rule alone, by a person, or because nobody answered in time. */
export const AssignedBy = z.enum(['rule', 'staff', 'deadline']);
export type AssignedBy = z.infer<typeof AssignedBy>;
