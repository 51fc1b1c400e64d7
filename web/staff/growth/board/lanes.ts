import type { CaseStage } from '../../../../domain/growth/case.ts';

/** The columns of the board: who has to do something next, or how it ended. */
export const LANES = ['preparing', 'jury', 'company', 'programme', 'ended'] as const;
export type Lane = (typeof LANES)[number];

const LANE_OF: Record<CaseStage, Lane> = {
  scoring: 'preparing',
  convening: 'preparing',
  voting: 'jury',
  'chair-asked': 'jury',
  'next-session': 'jury',
  'more-asked': 'company',
  'appeal-open': 'company',
  enrolled: 'programme',
  'waiting-list': 'programme',
  'not-eligible': 'ended',
  declined: 'ended',
  undecided: 'ended',
  abandoned: 'ended',
  failed: 'ended',
};

/** Cases by column: what is due first on top, then the newest. */
export const byLane = <T extends { stage: CaseStage; dueAt: string | null; openedAt: string; caseId: string }>(
  cases: readonly T[],
): Record<Lane, T[]> => {
  const lanes: Record<Lane, T[]> = { preparing: [], jury: [], company: [], programme: [], ended: [] };
  const inOrder = [...cases].sort(
    (a, b) =>
      (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
      b.openedAt.localeCompare(a.openedAt) ||
      a.caseId.localeCompare(b.caseId),
  );
  for (const one of inOrder) lanes[LANE_OF[one.stage]].push(one);
  return lanes;
};

/** Where an arrow leads from a card: to the card beside it in the next column that has one, or up and down in its own. */
export const neighbour = (
  lengths: readonly number[],
  [lane, card]: readonly [lane: number, card: number],
  key: string,
): [lane: number, card: number] | null => {
  if (key === 'ArrowDown') return card + 1 < (lengths[lane] ?? 0) ? [lane, card + 1] : null;
  if (key === 'ArrowUp') return card > 0 ? [lane, card - 1] : null;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  for (let next = lane + step; next >= 0 && next < lengths.length; next += step) {
    const length = lengths[next] ?? 0;
    if (length > 0) return [next, Math.min(card, length - 1)];
  }
  return null;
};
