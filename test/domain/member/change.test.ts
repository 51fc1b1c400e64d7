import { describe, expect, it } from '@jest/globals';
import { changeCategory, changeFigures, moveMember, transferMember } from '../../../domain/member/change.ts';
import { withFigures } from '../../../domain/member/figures.ts';
import { openRenewal, settleFigures } from '../../../domain/member/lifecycle.ts';
import { findCommune } from '../../../functions/data/communes.ts';
import { sampleMember } from './samples.ts';

const member = sampleMember();
const inRenewal = () => {
  const step = openRenewal(member, '2028-01-01', '2027-11-02T08:00:00.000Z');
  if (step === null) throw new Error('Not due.');
  return step.member;
};
const commune = (code: string) => {
  const found = findCommune(code);
  if (found === null) throw new Error(`No ${code}.`);
  return found;
};

describe('another category', () => {
  it('counts for the dues of the next period', () => {
    const { step, consequences } = changeCategory(member, 'institution', 'Statut revu.');
    expect(step?.member.company.category).toBe('institution');
    expect(step?.happening).toEqual({
      type: 'member-changed',
      changed: ['company.category'],
      comment: 'Statut revu.',
    });
    expect(consequences).toEqual([{ code: 'dues-from', params: { from: '2028-01-01' } }]);
  });

  it('counts for the renewal under way as long as its figures are not settled', () => {
    expect(changeCategory(inRenewal(), 'startup', '').consequences[0]?.params.from).toBe('2028-01-01');
    const settled = settleFigures(inRenewal(), '2028-01-01', null, '2027-12-02T08:00:00.000Z')?.member ?? member;
    expect(changeCategory(settled, 'startup', '').consequences[0]?.params.from).toBe('2029-01-01');
  });

  it('that is its own changes nothing; of who has left is refused', () => {
    expect(changeCategory(member, 'company', '')).toEqual({ step: null, consequences: [] });
    expect(() => changeCategory(sampleMember({ status: 'lapsed' }), 'startup', '')).toThrow('member-left');
  });
});

describe('figures', () => {
  it('of a year take the place of what was known of it', () => {
    const figures = { year: 2025, employees: 20, turnover: 2_000_000 };
    expect(changeFigures(member, figures, '', '2027-06-01').step?.member.figures).toEqual([figures]);
    const known = { year: 2025, employees: 12, turnover: 1_450_000 };
    expect(changeFigures(member, known, '', '2027-06-01').step).toBeNull();
  });

  it('stay in order, ten years of them', () => {
    const years = Array.from({ length: 12 }, (_, n) => ({ year: 2010 + n, employees: n, turnover: n }));
    const all = years.reduce<typeof years>((known, year) => withFigures(known, year), []);
    expect(all.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021]);
  });

  it.each([
    [2028, 'figures.future'],
    [1984, 'figures.before-foundation'],
  ])('of %d are refused: %s', (year, code) => {
    const figures = { year, employees: 1, turnover: 1 };
    expect(() => changeFigures(member, figures, '', '2027-06-01')).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ path: 'figures.year', code })] } }),
    );
  });
});

describe('a move', () => {
  it('to another commune has the antenna assigned anew', () => {
    const to = { siret: null, street: '1 place Jean-Jaurès', postcode: '42000', communeCode: '42218' };
    const { step, consequences } = moveMember(member, to, commune('42218'), '');
    expect(step?.member).toMatchObject({ establishment: to, commune: { code: '42218' }, antenna: 'LYO' });
    expect(consequences).toEqual([{ code: 'antenna-reassigned', params: {} }]);
  });

  it('within the commune keeps it', () => {
    const to = { ...member.establishment, street: '2 rue Neuve' };
    const { step, consequences } = moveMember(member, to, member.commune, '');
    expect(step?.happening).toMatchObject({ changed: ['establishment.street'] });
    expect(consequences[0]?.code).toBe('antenna-kept');
    expect(moveMember(member, member.establishment, member.commune, '').step).toBeNull();
  });

  it('to an establishment of another company is refused', () => {
    const to = { ...member.establishment, siret: '73282932000074' };
    expect(() => moveMember(member, to, member.commune, '')).toThrow('invalid-fields');
  });
});

describe('a transfer', () => {
  const to = { siren: '732829320', legalName: 'REPRENEUR', siret: '73282932000074' };

  it('keeps the number and the period, and changes the company', () => {
    const { step, consequences } = transferMember(member, to, 'Fusion.');
    expect(step?.member).toMatchObject({
      number: member.number,
      period: member.period,
      company: { siren: to.siren, legalName: 'REPRENEUR', category: 'company' },
      establishment: { siret: to.siret, street: member.establishment.street },
    });
    expect(step?.happening).toMatchObject({ fromSiren: '331518498', toSiren: to.siren });
    expect(consequences).toEqual([{ code: 'transferred', params: { siren: to.siren } }]);
  });

  it('to itself is nothing; with another company’s establishment, or of who has left, it is refused', () => {
    expect(transferMember(member, { ...to, siren: '331518498', siret: null }, '').step).toBeNull();
    expect(() => transferMember(member, { ...to, siret: '33151849800019' }, '')).toThrow('invalid-fields');
    expect(() => transferMember(sampleMember({ status: 'resigned' }), to, '')).toThrow('member-left');
  });
});
