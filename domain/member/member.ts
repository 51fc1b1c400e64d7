import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { CompanyForm, ContactForm, EstablishmentForm, YearlyFigures } from '../application/form.ts';
import { Commune } from '../geography/commune.ts';

/** Membership number (numéro d'adhérent): `M` and six digits, given once and kept for ever. */
export const MemberNumber = z.string().regex(/^M\d{6}$/);

/** A membership period (période d'adhésion), both days included, in days of Europe/Paris. */
export const MembershipPeriod = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine((p) => p.from <= p.to, 'period.reversed');
export type MembershipPeriod = z.infer<typeof MembershipPeriod>;

export const MemberStatus = z.enum(['active']);

/** A member of the cluster (adhérent). */
export const Member = z.object({
  number: MemberNumber,
  status: MemberStatus,
  company: CompanyForm,
  establishment: EstablishmentForm,
  commune: Commune,
  contact: ContactForm,
  figures: z.array(YearlyFigures),
  antenna: AntennaCode,
  growthProgramme: z.boolean(),
  admittedAt: z.iso.datetime(),
  period: MembershipPeriod,
  applicationId: z.string(),
  updatedAt: z.iso.datetime(),
  version: z.int().nonnegative(),
});
export type Member = z.infer<typeof Member>;
