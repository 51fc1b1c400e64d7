import * as z from 'zod';
import { DuesPolicy } from '../domain/dues/policy.ts';
import { MembershipPolicy } from '../domain/member/policy.ts';

/** What staff would publish, played before they do: a scale of dues, rules of membership, or both. */
export const DraftPolicy = z
  .strictObject({ dues: DuesPolicy.optional(), membership: MembershipPolicy.optional() })
  .refine(({ dues, membership }) => dues !== undefined || membership !== undefined, 'neither dues nor membership');
export type DraftPolicy = z.infer<typeof DraftPolicy>;

/** One year (or so) that is played. The same settings come to the same report. */
export const Settings = z.strictObject({
  /** Members there are when it begins. */
  members: z.int().min(1).max(20_000),
  /** First and last day, in Europe/Paris. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** What chance is drawn from. */
  seed: z.int().min(0),
  policy: DraftPolicy.nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** What the program that plays is told: the settings, the folder it keeps everything in, and where its facts go. */
export const Order = z.strictObject({ settings: Settings, data: z.string(), facts: z.string() });
export type Order = z.infer<typeof Order>;

/** What it tells while it plays. */
export const Progress = z.object({
  /** Day it is in the simulation. */
  day: z.iso.date(),
  /** Share of the way, from 0 to 1. */
  done: z.number(),
  members: z.int(),
  mails: z.int(),
  /** Mails that left a second time, at the same instant: a process was killed between sending and noting them. */
  again: z.int(),
  /** What it could not do and goes on without; the checks of the report count it. */
  trouble: z.string().nullable(),
});
export type Progress = z.infer<typeof Progress>;
