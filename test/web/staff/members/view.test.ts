import { describe, expect, it } from '@jest/globals';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import {
  DEFAULT_COLUMNS,
  directoryAddress,
  isFiltered,
  listQuery,
  sameView,
  viewFrom,
} from '../../../../web/staff/members/directory/view.ts';

const USUAL: DirectoryView = { filter: {}, sort: null, columns: [...DEFAULT_COLUMNS] };

describe('a view in the address', () => {
  it('is all that differs from the usual', () => {
    expect(directoryAddress(USUAL)).toBe('/staff/members');
    expect(viewFrom('')).toEqual(USUAL);
    const view: DirectoryView = {
      filter: { q: 'forez & fils', dues: 'late' },
      sort: '-turnover',
      columns: ['name', 'dues'],
    };
    expect(viewFrom(new URL(directoryAddress(view), 'https://t.example').search)).toEqual(view);
  });

  it('passes over what makes no sense, and keeps the rest', () => {
    const view = viewFrom(`status=lost&size=micro&sort=luck&columns=password,dues&q=${'x'.repeat(81)}`);
    expect(view).toEqual({ filter: { size: 'micro' }, sort: null, columns: ['name', 'dues'] });
  });

  it('always shows the name, in the order of all columns', () => {
    expect(viewFrom('columns=turnover,status').columns).toEqual(['name', 'status', 'turnover']);
  });

  it('is by name, or by how well it matches where something is searched for', () => {
    expect(listQuery(USUAL)).toEqual({ sort: 'name' });
    expect(listQuery({ ...USUAL, filter: { q: 'forez' } })).toEqual({ q: 'forez' });
    expect(listQuery({ ...USUAL, filter: { q: 'forez' }, sort: 'city' })).toEqual({ q: 'forez', sort: 'city' });
  });

  it('tells what filters, and what shows the same', () => {
    expect([isFiltered(USUAL), isFiltered({ ...USUAL, filter: { antenna: 'STE' } })]).toEqual([false, true]);
    expect(sameView(USUAL, { ...USUAL, filter: { antenna: undefined } })).toBe(true);
    expect(sameView(USUAL, { ...USUAL, columns: ['name'] })).toBe(false);
  });
});
