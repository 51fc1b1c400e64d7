import { describe, expect, it } from '@jest/globals';
import { isApprovable, kept, toggled, toggledAll } from '../../../../web/staff/inbox/selection.ts';
import { tasks } from '../support/fixtures.ts';

const reviews = tasks.filter((task) => task.kind === 'review-application');
const ids = (of: typeof tasks) => of.map((task) => task.taskId);

describe('the selection', () => {
  it('takes reviews only: an antenna has to be chosen in its file', () => {
    expect(reviews.length).toBeGreaterThan(1);
    expect(tasks.filter(isApprovable)).toEqual(reviews);
    expect([...toggledAll(new Set(), tasks)]).toEqual(ids(reviews));
  });

  it('adds and takes away without changing what it was', () => {
    const before: ReadonlySet<string> = new Set(['a']);
    expect([...toggled(before, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(before, 'a')]).toEqual([]);
    expect([...before]).toEqual(['a']);
  });

  it('of everything is undone by the same gesture, and keeps what is filtered out', () => {
    const hidden: ReadonlySet<string> = new Set(['elsewhere']);
    const all = toggledAll(hidden, tasks);
    expect(all.has('elsewhere')).toBe(true);
    expect([...toggledAll(all, tasks)]).toEqual(['elsewhere']);
  });

  it('survives a refresh, less what others answered meanwhile', () => {
    const before = new Set(ids(reviews));
    const after = kept(before, tasks.slice(1));
    expect(after.gone).toBe(1);
    expect(after.selection.size).toBe(reviews.length - 1);
    expect(after.selection.has(reviews[0]?.taskId ?? '')).toBe(false);
  });
});
