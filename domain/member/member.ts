import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { CompanyForm, ContactForm, EstablishmentForm, YearlyFigures } from '../application/form.ts';
import { Commune } from '../geography/commune.ts';
import { MemberContact } from './contact.ts';
import { MemberStatus } from './status.ts';

/** Membership number (numéro d'adhérent): `M` and six digits, given once and kept for ever. */
export const MemberNumber = z.string().regex(/^M\d{6}$/);

/** A membership period (période d'adhésion), both days included, in days of Europe/Paris. */
export const MembershipPeriod = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine((p) => p.from <= p.to, 'period.reversed');
export type MembershipPeriod = z.infer<typeof MembershipPeriod>;

/** A member of the cluster (adhérent). */
export const Member = z.object({
  number: MemberNumber,
  status: MemberStatus,
  company: CompanyForm,
  establishment: EstablishmentForm,
  commune: Commune,
  /** The main contact: mails go there. */
  contact: ContactForm,
  /** Others, by what they are for. */
  contacts: z.array(MemberContact).default([]),
  figures: z.array(YearlyFigures),
  antenna: AntennaCode,
  growthProgramme: z.boolean(),
  admittedAt: z.iso.datetime(),
  /** First day of the membership as it runs: it begins anew for who joins again. */
  since: z.iso.date(),
  /** The latest period it has, paid for or joined with. */
  period: MembershipPeriod,
  /** The renewal under way. */
  renewal: z
    .object({
      /** Names it: the first day of its period, and for who joins again when that was. */
      key: z.string(),
      period: MembershipPeriod,
      openedAt: z.iso.datetime(),
      /** Whether its workflow has taken it up. */
      started: z.boolean(),
      /** When the figures its dues rest on were settled. */
      figuresAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** A resignation given, and the last day of the membership that follows from it. */
  resignation: z.object({ receivedOn: z.iso.date(), effectiveOn: z.iso.date() }).nullable(),
  /** Set when the membership is over. */
  leftAt: z.iso.datetime().nullable(),
  applicationId: z.string(),
  updatedAt: z.iso.datetime(),
  version: z.int().nonnegative(),
});
export type Member = z.infer<typeof Member>;
