import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { MemberNumber } from '../member/member.ts';
import { Actor } from '../task/task.ts';
import { line, lines } from '../text/free-text.ts';
import { formatted, typed } from '../text/issue-code.ts';

/** A step every company of a cohort takes. */
export const Milestone = z.object({ milestoneId: z.string(), name: z.string(), dueOn: z.iso.date() });
export type Milestone = z.infer<typeof Milestone>;

const day = z.iso.date(formatted('date'));

/** What the head office says of a cohort. */
export const CohortForm = z
  .strictObject(
    {
      name: line(120),
      /** First and last day, in Europe/Paris. */
      from: day,
      to: day,
      /** Companies it takes at most. */
      capacity: z.int(typed).min(1, 'number.too-small').max(100, 'number.too-big'),
      milestones: z.array(z.strictObject({ name: line(120), dueOn: day }, typed), typed).max(30, 'too-many'),
    },
    typed,
  )
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'period.reversed' });
export type CohortForm = z.infer<typeof CohortForm>;

/** A company that the jury admitted. */
export const Candidate = z.object({
  applicationId: z.string(),
  caseId: z.string(),
  memberNumber: MemberNumber,
  companyName: z.string(),
  siren: z.string(),
  antenna: AntennaCode,
});
export type Candidate = z.infer<typeof Candidate>;

export const ExitReason = z.enum(['graduated', 'withdrawn', 'left', 'lapsed', 'excluded'], typed);
export type ExitReason = z.infer<typeof ExitReason>;

/** A company in a cohort. It keeps its line when it leaves; its place is free then. */
export const Participant = Candidate.extend({
  enrolledAt: z.iso.datetime(),
  mentorId: z.string().nullable(),
  /** Milestones taken. */
  done: z.array(z.object({ milestoneId: z.string(), on: z.iso.date(), by: Actor, comment: z.string() })),
  exit: z.object({ reason: ExitReason, at: z.iso.datetime(), by: Actor, comment: z.string() }).nullable(),
  /** False until the company was told that it moved up from the waiting list. */
  told: z.boolean(),
});
export type Participant = z.infer<typeof Participant>;

export const Cohort = z.object({
  cohortId: z.string(),
  name: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  capacity: z.int(),
  milestones: z.array(Milestone),
  participants: z.array(Participant),
  /** Grows by one at each write: two writers cannot both win. */
  revision: z.int().nonnegative(),
});
export type Cohort = z.infer<typeof Cohort>;

/** Who waits for a place, the longest waiting first: one list for the whole programme. */
export const WaitingList = z.object({
  entries: z.array(Candidate.extend({ since: z.iso.datetime() })),
  revision: z.int().nonnegative(),
});
export type WaitingList = z.infer<typeof WaitingList>;

/** What staff say when they record a milestone or an exit. */
export const MilestoneBody = z.strictObject(
  { milestoneId: line(80), on: day, comment: lines(1000).default('') },
  typed,
);
export const ExitBody = z.strictObject({ reason: ExitReason, comment: lines(1000).min(1, 'required') }, typed);

/** Those who hold a place. */
export const inPlace = ({ participants }: Pick<Cohort, 'participants'>): Participant[] =>
  participants.filter(({ exit }) => exit === null);

export const freePlaces = (cohort: Pick<Cohort, 'participants' | 'capacity'>): number =>
  Math.max(0, cohort.capacity - inPlace(cohort).length);

/** Tells whether a cohort still takes companies. @param on ISO 8601 date in Europe/Paris */
export const takes = (cohort: Cohort, on: string): boolean => cohort.to >= on && freePlaces(cohort) > 0;
