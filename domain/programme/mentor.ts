import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Siren } from '../company/identity.ts';
import { line } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';

/** What the head office says of a mentor. */
export const MentorForm = z.strictObject(
  {
    name: line(120),
    email: z.string(typed).trim().min(1, 'required').pipe(z.email('email.format').max(254, 'too-long')),
    organisation: line(120),
    antenna: AntennaCode.nullable(),
    /** Companies they take on at a time. */
    most: z.int(typed).min(1, 'number.too-small').max(50, 'number.too-big'),
    /** SIREN of the companies they have a tie with: never theirs to mentor. */
    conflicts: z.array(Siren, typed).max(100, 'too-many'),
    active: z.boolean(typed),
  },
  typed,
);
export type MentorForm = z.infer<typeof MentorForm>;

/** A mentor, with the companies they look after now, by application. */
export const Mentor = z.object({
  mentorId: z.string(),
  ...MentorForm.shape,
  charges: z.array(z.string()),
  revision: z.int().nonnegative(),
});
export type Mentor = z.infer<typeof Mentor>;

/** What a mentor is chosen for. */
type Charge = { applicationId: string; siren: string; antenna: AntennaCode };

export const hasConflict = (mentor: Pick<Mentor, 'conflicts'>, { siren }: Pick<Charge, 'siren'>): boolean =>
  mentor.conflicts.includes(siren);

/** Tells whether a mentor may take a company on. */
export const mayMentor = (mentor: Mentor, charge: Charge): boolean =>
  mentor.active &&
  !hasConflict(mentor, charge) &&
  (mentor.charges.includes(charge.applicationId) || mentor.charges.length < mentor.most);

/**
 * The mentor for a company: without a tie to it, the least loaded by their own measure, of its antenna among equals.
 * @returns null when nobody may take it on
 */
export const chooseMentor = (mentors: readonly Mentor[], charge: Charge): Mentor | null => {
  const near = (mentor: Mentor): number => (mentor.antenna === charge.antenna ? 0 : 1);
  const [chosen] = mentors
    .filter((mentor) => mayMentor(mentor, charge))
    .sort(
      (a, b) =>
        // Loads as fractions of what each takes on, compared without dividing.
        a.charges.length * b.most - b.charges.length * a.most ||
        near(a) - near(b) ||
        a.mentorId.localeCompare(b.mentorId),
    );
  return chosen ?? null;
};

export const withCharge = (mentor: Mentor, applicationId: string): Mentor =>
  mentor.charges.includes(applicationId) ? mentor : { ...mentor, charges: [...mentor.charges, applicationId] };

export const withoutCharge = (mentor: Mentor, applicationId: string): Mentor => ({
  ...mentor,
  charges: mentor.charges.filter((charge) => charge !== applicationId),
});
