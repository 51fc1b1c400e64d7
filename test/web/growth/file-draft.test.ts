import { describe, expect, it } from '@jest/globals';
import { CompanyFile } from '../../../domain/growth/profile.ts';
import { bodyOf, draftOf, placeOf } from '../../../web/growth/file-draft.ts';

const FILE = { presentation: 'Qui nous sommes.', mergers: [2023, 2024], funds: [{ year: 2025, amount: 450_000 }] };

describe('the file as it is typed', () => {
  it('comes back as it was', () => {
    expect(CompanyFile.parse(bodyOf(draftOf(FILE), 'fr'))).toEqual(FILE);
  });

  it('reads years however they are set apart, and amounts with their thousands apart', () => {
    const draft = {
      presentation: '',
      mergers: '2023; 2024 2025',
      funds: [{ id: 'a', year: '2025', amount: '1 200 000' }],
    };
    expect(CompanyFile.parse(bodyOf(draft, 'fr'))).toEqual({
      presentation: '',
      mergers: [2023, 2024, 2025],
      funds: [{ year: 2025, amount: 1_200_000 }],
    });
  });

  it('leaves empty rows out, and knows the place of those it sends', () => {
    const draft = {
      presentation: '',
      mergers: '',
      funds: [
        { id: 'empty', year: '', amount: ' ' },
        { id: 'typed', year: '2024', amount: '' },
      ],
    };
    expect(bodyOf(draft, 'fr').funds).toHaveLength(1);
    expect(placeOf(draft, 'typed')).toBe(0);
  });

  it('hands what is no number to the schema, which refuses it', () => {
    const draft = { presentation: '', mergers: 'deux mille', funds: [] };
    const { error } = CompanyFile.safeParse(bodyOf(draft, 'fr'));
    expect(error?.issues.map(({ message }) => message)).toEqual(['figures.year', 'figures.year']);
  });
});
