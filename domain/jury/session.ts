import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';

/** Who sits, as they were when the panel was drawn. */
export const Seat = z.object({
  jurorId: z.string(),
  name: z.string(),
  antenna: AntennaCode.nullable(),
  /** Exactly one seat of a panel is the chair's. */
  chair: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;

/** Why somebody was left out when the panel was drawn. */
export const LeftOut = z.object({
  jurorId: z.string(),
  why: z.enum(['first-instance', 'conflict', 'own-antenna']),
});

export const Panel = z.object({
  /** Version of the rule that drew it. */
  policyVersion: z.string(),
  seats: z.array(Seat),
  /** Who steps in, in this order. */
  deputies: z.array(Seat),
  leftOut: z.array(LeftOut),
});
export type Panel = z.infer<typeof Panel>;

/** Whether a juror has a tie with the company: said before the file opens. */
export const Declaration = z.object({
  jurorId: z.string(),
  conflict: z.boolean(),
  reason: z.string(),
  at: z.iso.datetime(),
  /** Who at the head office said it in the juror's place; absent where the juror did. */
  recusedBy: z.string().optional(),
});
export type Declaration = z.infer<typeof Declaration>;

export const VOTES = ['admit', 'decline', 'ask-more'] as const;
export const Vote = z.object({
  jurorId: z.string(),
  vote: z.enum(VOTES),
  comment: z.string(),
  at: z.iso.datetime(),
});
export type Vote = z.infer<typeof Vote>;

/** Why a seat is left: a tie declared by its juror, one stated by the head office, the register left. */
export const WhyLost = z.enum(['conflict', 'recused', 'removed']);
export type WhyLost = z.infer<typeof WhyLost>;

/** A seat that somebody left while the vote was open, and who took it; null when nobody was left to. */
export const SeatLost = z.object({
  jurorId: z.string(),
  /** As the panel had it. */
  name: z.string().optional(),
  why: WhyLost,
  replacedBy: z.string().nullable(),
  at: z.iso.datetime(),
});
export type SeatLost = z.infer<typeof SeatLost>;

export const VerdictKind = z.enum(['admit', 'decline', 'ask-more', 'tie', 'no-quorum']);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** What a vote came to, with everything it rests on. */
export const JuryVerdict = z.object({
  policyVersion: z.string(),
  verdict: VerdictKind,
  admit: z.int(),
  decline: z.int(),
  askMore: z.int(),
  silent: z.int(),
  /** How many sat, and how many of them had to vote. */
  sitting: z.int(),
  quorum: z.int(),
  /** True when votes were even and the chair's decided. */
  byChair: z.boolean(),
});
export type JuryVerdict = z.infer<typeof JuryVerdict>;

/** One sitting of a jury: a panel, its vote, and how it ended. */
export const Session = z.object({
  /** 1 for the first of the case; every sitting of every instance has its own. */
  number: z.int().positive(),
  instance: z.enum(['first', 'appeal']),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  panel: Panel,
  declarations: z.array(Declaration),
  votes: z.array(Vote),
  /** Votes of jurors who declared a conflict afterwards: kept, and not counted. */
  struck: z.array(Vote),
  seatsLost: z.array(SeatLost),
  remindedAt: z.iso.datetime().nullable(),
  /** Since when the chair alone is asked, to settle a tie. */
  chairAskedAt: z.iso.datetime().nullable(),
  /** Set when no vote is taken any more. */
  closedAt: z.iso.datetime().nullable(),
  verdict: JuryVerdict.nullable(),
});
export type Session = z.infer<typeof Session>;

/** Tells whether a juror sits. */
export const sits = ({ panel }: Pick<Session, 'panel'>, jurorId: string): boolean =>
  panel.seats.some((seat) => seat.jurorId === jurorId);

/** What a juror declared; null when nothing yet. */
export const declarationOf = ({ declarations }: Pick<Session, 'declarations'>, jurorId: string): Declaration | null =>
  declarations.find((declaration) => declaration.jurorId === jurorId) ?? null;

export const voteOf = ({ votes }: Pick<Session, 'votes'>, jurorId: string): Vote | null =>
  votes.find((vote) => vote.jurorId === jurorId) ?? null;
