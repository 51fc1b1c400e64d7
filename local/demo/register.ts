import type { LocalCompany } from '../register/companies.ts';
import { DEMO_COMPANIES } from './companies.ts';

/** SIREN of an invented company, by its place in the list: it passes the check, in a range that is not given out. */
export const demoSiren = (index: number): string => withCheckDigit(`9990${String(index).padStart(4, '0')}`);

/** What the trial register says of the invented companies. */
export function demoRegister(): LocalCompany[] {
  return DEMO_COMPANIES.flatMap((company, index): LocalCompany[] => {
    if (company.register === 'absent') return [];
    const siren = demoSiren(index);
    const name = company.register === 'other-name' ? `${company.name} et Associés` : company.name;
    return [
      {
        siren,
        name: name.toLocaleUpperCase('fr'),
        siret: withCheckDigit(`${siren}0001`),
        communeCode: company.communeCode,
        postcode: company.postcode,
        activity: company.activity,
        headcountBand: '11',
        size: 'PME',
        createdOn: company.foundedOn,
        ceased: company.register === 'ceased',
      },
    ];
  });
}

/** Adds the digit that makes a number pass Luhn's check. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
