import type { JuryCase } from '../../../domain/contract/growth-responses.ts';

/** What a candidate asks of the juror who looks at it, the most pressing first. */
export const STANDINGS = ['to-declare', 'to-vote', 'voted', 'conflict', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

type Looked = Pick<JuryCase, 'declaration' | 'taskId' | 'vote' | 'outcome' | 'dueAt'>;

/** Where a juror stands with a candidate. @param now milliseconds of the epoch */
export const standingOf = ({ declaration, taskId, vote, outcome, dueAt }: Looked, now: number): Standing => {
  if (declaration?.conflict === true) return 'conflict';
  if (outcome !== null) return 'closed';
  // A task that is open although there is a vote asks the chair to settle a tie.
  if (vote !== null && taskId === null) return 'voted';
  if (Date.parse(dueAt) <= now) return 'closed';
  if (declaration === null) return 'to-declare';
  return taskId === null ? 'closed' : 'to-vote';
};

/** What asks something first, then what is due first. */
export const inOrder = <T extends Looked>(cases: readonly T[], now: number): T[] =>
  [...cases].sort(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a, now)) - STANDINGS.indexOf(standingOf(b, now)) || a.dueAt.localeCompare(b.dueAt),
  );
