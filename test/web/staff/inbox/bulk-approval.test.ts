import { describe, expect, it } from '@jest/globals';
import { approveAll, counts, failedOf, type ItemResult } from '../../../../web/staff/inbox/bulk-approval.ts';

const results: Record<string, ItemResult<string>> = {
  one: { kind: 'approved' },
  two: { kind: 'already-answered', by: 'Claire Fournier', at: '2026-03-18T09:30:00.000Z' },
  three: { kind: 'failed', failure: 'unavailable' },
  four: { kind: 'approved' },
  five: { kind: 'approved' },
};
const answer = (taskId: string): ItemResult<string> => {
  const result = results[taskId];
  if (result === undefined) throw new Error(taskId);
  return result;
};

describe('approving several at once', () => {
  it('tells of each what became of it, and one failure stops no other', async () => {
    const all = await approveAll(
      Object.keys(results),
      async (taskId) => answer(taskId),
      () => undefined,
    );
    expect(Object.fromEntries(all)).toEqual(results);
    expect(counts(all)).toEqual({ done: 5, approved: 3, already: 1, failed: 1 });
    expect(failedOf(all)).toEqual(['three']);
  });

  it('sends each task once and never more than three at a time', async () => {
    let sending = 0;
    let most = 0;
    const sent: string[] = [];
    const ids = Array.from({ length: 20 }, (_, index) => `task-${index}`);
    await approveAll<string>(
      ids,
      async (taskId) => {
        sent.push(taskId);
        sending += 1;
        most = Math.max(most, sending);
        await new Promise((resolve) => setImmediate(resolve));
        sending -= 1;
        return { kind: 'approved' };
      },
      () => undefined,
    );
    expect(sent).toEqual(ids);
    expect(most).toBe(3);
  });

  it('shows the progress, from sending to the end, in snapshots that do not change later', async () => {
    const seen: ReadonlyMap<string, ItemResult<string>>[] = [];
    await approveAll(
      ['one', 'three'],
      async (taskId) => answer(taskId),
      (now) => seen.push(now),
    );
    expect(seen).toHaveLength(4);
    expect(seen[0]?.get('one')).toEqual({ kind: 'sending' });
    expect(seen[0]?.get('three')).toEqual({ kind: 'waiting' });
    expect(counts(seen.at(-1) ?? new Map())).toMatchObject({ done: 2, failed: 1 });
  });

  it('does nothing with nothing', async () => {
    expect(
      (
        await approveAll(
          [],
          async (taskId) => answer(taskId),
          () => undefined,
        )
      ).size,
    ).toBe(0);
  });
});
