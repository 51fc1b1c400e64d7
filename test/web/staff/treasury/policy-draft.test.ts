import { describe, expect, it } from '@jest/globals';
import { bandErrors, draftFrom, judgePolicy } from '../../../../web/staff/treasury/scale/policy-draft.ts';
import { POLICY } from '../../support/dues-fixtures.ts';

const named = { version: '2027-01', from: '2027-01-01' };
const draft = { ...draftFrom(POLICY, 'fr'), ...named };

describe('a version of the scale as it is typed', () => {
  it.each(['fr', 'en'] as const)('comes back as it was when only its name and day are new, in %s', (language) => {
    const typed = { ...draftFrom(POLICY, language), ...named };
    expect(judgePolicy(typed, language)).toEqual({ policy: { ...POLICY, ...named }, errors: [] });
  });

  it('is judged whole: what is missing, what cannot be read, what the domain refuses', () => {
    expect(judgePolicy({ ...draft, version: '' }, 'fr').errors).toMatchObject([{ path: 'version' }]);
    expect(judgePolicy({ ...draft, minimum: '12,345' }, 'fr').errors).toMatchObject([{ path: 'minimumCents' }]);
    const seller = { ...draft.seller, iban: 'FR14 2004 1010 0505 0001 3M02 607' };
    expect(judgePolicy({ ...draft, seller }, 'fr').errors).toMatchObject([
      { path: 'seller.iban', code: 'iban.checksum' },
    ]);
  });

  it('says a gap and an overlap of its bands whatever is missing elsewhere', () => {
    const change = (row: number, part: object) =>
      draft.bands.map((band, index) => (index === row ? { ...band, ...part } : band));
    const unnamed = { ...draft, version: '', from: '' };
    expect(bandErrors({ ...unnamed, bands: change(1, { from: '5' }) }, POLICY, 'fr')).toEqual([
      { path: 'bands.1.from', code: 'bands.gap', params: { expected: 3 } },
    ]);
    expect(bandErrors({ ...unnamed, bands: change(1, { from: '2' }) }, POLICY, 'fr')).toEqual([
      { path: 'bands.1.from', code: 'bands.overlap', params: { expected: 3 } },
    ]);
    expect(bandErrors(unnamed, POLICY, 'fr')).toEqual([]);
  });
});
