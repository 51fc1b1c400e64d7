import { describe, expect, it } from '@jest/globals';
import { type DirectoryView, dropView, type SavedViews, saveView } from '../../../domain/directory/view.ts';
import { Refusal } from '../../../domain/errors.ts';

const view: DirectoryView = { filter: { antenna: 'STE' }, sort: 'name', columns: ['name', 'dues'] };
const none: SavedViews = { views: [], given: 0 };

describe('a person’s views', () => {
  it('are kept by name: the same name takes the place of what it meant', () => {
    const one = saveView(none, { name: 'Retards', view });
    const again = saveView(one, { name: 'RETARDS', view: { ...view, sort: null } });
    expect(again.views).toEqual([{ viewId: '1', name: 'RETARDS', view: { ...view, sort: null } }]);
    expect(saveView(again, { name: 'RETARDS', view: { ...view, sort: null } })).toEqual(again);
  });

  it('never get the id of one that was dropped', () => {
    const two = saveView(saveView(none, { name: 'A', view }), { name: 'B', view });
    const after = saveView(dropView(two, '2'), { name: 'C', view });
    expect(after.views.map(({ viewId }) => viewId)).toEqual(['1', '3']);
    expect(dropView(after, '2')).toEqual(after);
  });

  it('are thirty at most', () => {
    const full = Array.from({ length: 30 }, (_, n) => `Vue ${n}`).reduce(
      (saved, name) => saveView(saved, { name, view }),
      none,
    );
    expect(() => saveView(full, { name: 'Une de trop', view })).toThrow(Refusal);
    expect(saveView(full, { name: 'Vue 3', view }).views).toHaveLength(30);
  });
});
