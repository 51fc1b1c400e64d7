import { describe, expect, it } from '@jest/globals';
import { checkForm } from '../../domain/application/check.ts';
import { ApplicationForm } from '../../domain/application/form.ts';
import { Siren } from '../../domain/company/identity.ts';
import { findCommune } from '../../functions/data/communes.ts';
import { Chance } from '../../simulation/chance.ts';
import { companyOf, sirenAt } from '../../simulation/people/companies.ts';

describe('chance', () => {
  it('is the same for the same seed and purpose, whatever was drawn before; another for another', () => {
    const [one, same, other] = [new Chance(1), new Chance(1), new Chance(2)];
    one.of('something', 'else');
    expect(one.of('a', 1)).toBe(same.of('a', 1));
    expect(one.of('a', 1)).not.toBe(one.of('a', 2));
    expect(one.of('a', 1)).not.toBe(other.of('a', 1));
  });

  it('falls as its weights say', () => {
    const chance = new Chance(1);
    const drawn = Array.from({ length: 2000 }, (_, n) =>
      chance.weighted(
        [
          [3, 'often'],
          [1, 'seldom'],
        ],
        n,
      ),
    );
    const often = drawn.filter((one) => one === 'often').length;
    expect(often).toBeGreaterThan(1400);
    expect(often).toBeLessThan(1600);
  });
});

describe('an invented company', () => {
  it.each(['2026-10-30', '2027-03-01'])('on %s fills in a form that nothing is wrong with', (on) => {
    for (let index = 0; index < 300; index += 1) {
      const { form, siren } = companyOf(new Chance(7), index, on);
      expect(ApplicationForm.parse(form)).toEqual(form);
      expect(checkForm(form, { today: on, commune: findCommune(form.establishment.communeCode) })).toEqual([]);
      expect(Siren.parse(siren)).toBe(siren);
      expect(sirenAt(form.contact.email)).toBe(siren);
    }
  });

  it('is another by another seed, and has a SIREN of its own', () => {
    const companies = (seed: number) =>
      Array.from({ length: 50 }, (_, n) => companyOf(new Chance(seed), n, '2027-01-01'));
    expect(companies(1)).toEqual(companies(1));
    expect(companies(1)).not.toEqual(companies(2));
    expect(new Set(companies(1).map(({ siren }) => siren)).size).toBe(50);
  });
});
