import * as z from 'zod';

/** Where a membership stands, in the words people see. */
export const MEMBER_STATUSES = ['active', 'to-renew', 'suspended', 'lapsed', 'resigned', 'excluded'] as const;
export const MemberStatus = z.enum(MEMBER_STATUSES);
export type MemberStatus = z.infer<typeof MemberStatus>;

/** Which status may follow which. Staying is always allowed: a step that runs again finds its own status. */
const MOVES: Record<MemberStatus, readonly MemberStatus[]> = {
  active: ['to-renew', 'resigned', 'excluded'],
  'to-renew': ['active', 'suspended', 'resigned', 'excluded'],
  suspended: ['active', 'lapsed', 'resigned', 'excluded'],
  // Back by a late payment of what was owed, or by joining again.
  lapsed: ['active', 'to-renew'],
  // By joining again; at once active where it applied anew and was admitted.
  resigned: ['to-renew', 'active'],
  excluded: ['to-renew', 'active'],
};

/** A step tried to move a membership where it may not go: a fault of the program, never an outcome. */
export class IllegalMemberMoveError extends Error {
  override name = 'IllegalMemberMoveError';
  constructor(
    readonly from: MemberStatus,
    readonly to: MemberStatus,
  ) {
    super(`A membership that is ${from} cannot become ${to}.`);
  }
}

/** Tells whether a membership may go from one status to another; staying where it is, it may. */
export const mayMoveMember = (from: MemberStatus, to: MemberStatus): boolean => from === to || MOVES[from].includes(to);

/** @throws IllegalMemberMoveError when `to` may not follow `from` */
export const assertMemberMove = (from: MemberStatus, to: MemberStatus): void => {
  if (!mayMoveMember(from, to)) throw new IllegalMemberMoveError(from, to);
};

/** Tells whether the membership is over: its SIREN is free, and the company may join again. */
export const hasLeft = (status: MemberStatus): boolean =>
  status === 'lapsed' || status === 'resigned' || status === 'excluded';
