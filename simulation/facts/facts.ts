import * as z from 'zod';
import { AntennaCode } from '../../domain/antenna/antenna.ts';
import { ApplicationStatus } from '../../domain/application/status.ts';
import { Category } from '../../domain/company/category.ts';
import { ReceivableStatus } from '../../domain/invoice/receivable.ts';
import { MembershipPeriod } from '../../domain/member/member.ts';
import { MemberStatus } from '../../domain/member/status.ts';
import { TaskKind } from '../../domain/task/task.ts';
import { Settings } from '../settings.ts';

// What a play came to. Companies are named by SIREN and name: numbers of members, invoices and dossiers are given in the
// order of writing, which at one instant is the machine's, so none of them is among the facts.

const day = z.iso.date();
const antenna = AntennaCode.nullable();

/** How a member stood from a day on. */
const Standing = z.object({ on: day, standing: z.enum(['member', 'suspended', 'gone']), antenna });

export const MemberFact = z.object({
  siren: z.string(),
  name: z.string(),
  category: Category,
  antenna: AntennaCode,
  status: MemberStatus,
  since: day,
  leftOn: day.nullable(),
  resignsOn: day.nullable(),
  periods: z.array(MembershipPeriod),
  standings: z.array(Standing),
});
export type MemberFact = z.infer<typeof MemberFact>;

export const InvoiceFact = z.object({
  siren: z.string(),
  name: z.string(),
  antenna,
  purpose: z.enum(['joining', 'renewal']),
  period: MembershipPeriod,
  issuedOn: day,
  dueOn: day,
  status: ReceivableStatus,
  totalCents: z.int(),
  paidCents: z.int(),
  creditedCents: z.int(),
  waivedCents: z.int(),
  openCents: z.int(),
  steps: z.array(z.object({ step: z.string(), on: day, skipped: z.boolean() })),
});
export type InvoiceFact = z.infer<typeof InvoiceFact>;

/** Money that moved for a company on a day: asked for, come in, credited or given up. */
export const MoneyFact = z.object({
  on: day,
  siren: z.string(),
  antenna,
  kind: z.enum(['invoiced', 'received', 'credited', 'waived']),
  cents: z.int(),
});
export type MoneyFact = z.infer<typeof MoneyFact>;

export const MailFact = z.object({ on: day, siren: z.string().nullable(), antenna, message: z.string() });
export type MailFact = z.infer<typeof MailFact>;

export const ApplicationFact = z.object({
  siren: z.string(),
  name: z.string(),
  appliedOn: day,
  status: ApplicationStatus,
  antenna,
});
export type ApplicationFact = z.infer<typeof ApplicationFact>;

/** A question that staff were asked. */
export const WorkFact = z.object({
  kind: TaskKind,
  antenna,
  openedOn: day,
  answeredOn: day.nullable(),
  escalated: z.boolean(),
});
export type WorkFact = z.infer<typeof WorkFact>;

/** What must hold whatever happens: how often it was looked at, and where it did not hold. */
export const Check = z.object({
  name: z.string(),
  looked: z.int(),
  failures: z.array(z.string()),
});
export type Check = z.infer<typeof Check>;

export const Facts = z.object({
  settings: Settings,
  /** First day played, before the first one asked for: the renewals of its period begin then. */
  firstDay: day,
  members: z.array(MemberFact),
  applications: z.array(ApplicationFact),
  invoices: z.array(InvoiceFact),
  money: z.array(MoneyFact),
  mails: z.array(MailFact),
  work: z.array(WorkFact),
  checks: z.array(Check),
});
export type Facts = z.infer<typeof Facts>;
