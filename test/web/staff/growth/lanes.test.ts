import { describe, expect, it } from '@jest/globals';
import { CASE_STAGES } from '../../../../domain/growth/case.ts';
import { byLane, LANES, neighbour } from '../../../../web/staff/growth/board/lanes.ts';

describe('the columns of the board', () => {
  it('hold every case once, whatever its stage', () => {
    const cases = CASE_STAGES.map((stage) => ({ stage, caseId: stage, dueAt: null, openedAt: '2026-10-01' }));
    const lanes = byLane(cases);
    expect(LANES.flatMap((lane) => lanes[lane].map(({ caseId }) => caseId)).sort()).toEqual([...CASE_STAGES].sort());
  });

  it('show on top what is due first, then what has no date, the newest first', () => {
    const one = (caseId: string, dueAt: string | null, openedAt: string) => ({
      caseId,
      dueAt,
      openedAt,
      stage: 'voting' as const,
    });
    const { jury } = byLane([
      one('old', null, '2026-01-01'),
      one('late', '2026-11-01', '2026-01-01'),
      one('new', null, '2026-02-01'),
      one('soon', '2026-10-01', '2026-01-01'),
    ]);
    expect(jury.map(({ caseId }) => caseId)).toEqual(['soon', 'late', 'new', 'old']);
  });
});

describe('the arrows', () => {
  const lengths = [2, 0, 3];

  it('lead up and down a column, and stop at its ends', () => {
    expect(neighbour(lengths, [0, 0], 'ArrowDown')).toEqual([0, 1]);
    expect(neighbour(lengths, [0, 1], 'ArrowDown')).toBeNull();
    expect(neighbour(lengths, [0, 0], 'ArrowUp')).toBeNull();
  });

  it('lead to the next column that has a card, as high as there is one', () => {
    expect(neighbour(lengths, [0, 1], 'ArrowRight')).toEqual([2, 1]);
    expect(neighbour(lengths, [2, 2], 'ArrowLeft')).toEqual([0, 1]);
    expect(neighbour(lengths, [2, 0], 'ArrowRight')).toBeNull();
  });

  it('are the only keys that lead anywhere', () => {
    expect(neighbour(lengths, [0, 0], 'Enter')).toBeNull();
  });
});
