import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Language } from '../application/form.ts';
import { line } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';

/** What a juror is in the register: the chair, a member, or a deputy who steps in where a seat falls empty. */
export const JurorRole = z.enum(['chair', 'member', 'deputy'], typed);
export type JurorRole = z.infer<typeof JurorRole>;

const email = z.string(typed).trim().min(1, 'required').pipe(z.email('email.format').max(254, 'too-long'));

/** What the head office says of a juror. */
export const JurorForm = z.strictObject(
  {
    /** The user name they sign in with: what their access token carries. */
    userName: line(128),
    name: line(120),
    email,
    language: Language,
    /** The antenna they come from; null when they come from none. */
    antenna: AntennaCode.nullable(),
    role: JurorRole,
  },
  typed,
);
export type JurorForm = z.infer<typeof JurorForm>;

/** A juror of the register. Removed ones stay, inactive: old votes name them. */
export const Juror = z.object({
  jurorId: z.string(),
  ...JurorForm.shape,
  active: z.boolean(),
  addedAt: z.iso.datetime(),
  removedAt: z.iso.datetime().nullable(),
  revision: z.int().nonnegative(),
});
export type Juror = z.infer<typeof Juror>;

/** Tells whether two user names are one: user pools of ours do not tell case apart. */
export const sameUserName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** The active juror who signs in under a user name; null when there is none. */
export const jurorOf = (jurors: readonly Juror[], userName: string | null): Juror | null =>
  jurors.find((juror) => juror.active && userName !== null && sameUserName(juror.userName, userName)) ?? null;
