import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AntennaProposal, AssignedBy } from '../antenna/assignment.ts';
import { Commune } from '../geography/commune.ts';
import { RegisterAnswer } from '../register/register.ts';
import { Consent } from './consent.ts';
import { ApplicationForm } from './form.ts';
import { ApplicationStatus, ExpiryReason } from './status.ts';

/** An application for membership (demande d'adhésion), as it is kept. Instants are ISO 8601 in UTC. */
export const Application = z.object({
  applicationId: z.string(),
  status: ApplicationStatus,
  form: ApplicationForm,
  /** The commune the establishment stands in, as it was when the form was taken. */
  commune: Commune,
  consent: Consent,
  submittedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Grows by one at each write: two writers cannot both win. */
  version: z.int().nonnegative(),
  emailConfirmedAt: z.iso.datetime().nullable(),
  register: RegisterAnswer.nullable(),
  proposal: AntennaProposal.nullable(),
  antenna: z
    .object({ code: AntennaCode, assignedBy: AssignedBy, at: z.iso.datetime(), communeCode: z.string() })
    .nullable(),
  /** Set at the end. */
  closedAt: z.iso.datetime().nullable(),
  expiryReason: ExpiryReason.nullable(),
  /** Why it was refused, in the words of the person who decided. */
  refusalComment: z.string().nullable(),
  memberNumber: z.string().nullable(),
  /** Name of the running execution of `joining`; null until it is started. */
  executionName: z.string().nullable(),
  /** How many times staff restarted it after an unexpected failure. */
  restarts: z.int().nonnegative(),
});
export type Application = z.infer<typeof Application>;
