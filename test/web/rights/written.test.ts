import { describe, expect, it } from '@jest/globals';
import { inReadingOrder } from '../../../web/rights/written.ts';

describe('the fields of an item', () => {
  const names = ['siren', 'legalName', 'website'];
  const fields = (item: Record<string, unknown>) => inReadingOrder(item, names).map(([field]) => field);

  it('are read in the order of their names, whatever order they came in', () => {
    expect(fields({ website: null, legalName: 'ESKER', siren: '331518498' })).toEqual(names);
    expect(fields({ legalName: 'ESKER', siren: '331518498', website: null })).toEqual(names);
  });

  it('come last, by the alphabet, where they have no name', () => {
    expect(fields({ zone: 1, area: 2, website: null })).toEqual(['website', 'area', 'zone']);
  });
});
