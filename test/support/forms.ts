import type { ApplicationForm } from '../../domain/application/form.ts';

/** A SIREN that passes its check, made from a number; `n` and `m` give the same one only when they are equal. */
const sirenOf = (n: number): string => {
  const digits = `5${String(n).padStart(7, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

let made = 0;
/** A SIREN no other form of this test file has. */
export const nextSiren = (): string => {
  made += 1;
  return sirenOf(made);
};

type Changes = {
  company?: Partial<ApplicationForm['company']>;
  establishment?: Partial<ApplicationForm['establishment']>;
  contact?: Partial<ApplicationForm['contact']>;
} & Partial<Pick<ApplicationForm, 'figures' | 'preferredAntenna' | 'growthProgramme' | 'charter'>>;

/** A form that nothing is wrong with, of a company of its own in Saint-Étienne, with some changes. */
export const formOf = ({ company, establishment, contact, ...rest }: Changes = {}): ApplicationForm => {
  const siren = company?.siren ?? nextSiren();
  return {
    company: {
      siren,
      legalName: `Société ${siren}`,
      category: 'company',
      foundedOn: '2015-03-01',
      activity: { code: '62.01Z', nomenclature: 'NAF2' },
      website: 'https://societe.example.fr',
      ...company,
    },
    establishment: {
      siret: null,
      street: '1 place Jean-Jaurès',
      postcode: '42000',
      communeCode: '42218',
      ...establishment,
    },
    contact: {
      firstName: 'Zoé',
      lastName: 'Martin',
      role: 'Gérante',
      email: `zoe.${siren}@example.fr`,
      phone: '+33 4 77 00 00 00',
      language: 'fr',
      ...contact,
    },
    figures: [{ year: 2025, employees: 12, turnover: 1_450_000 }],
    preferredAntenna: null,
    growthProgramme: false,
    charter: { version: '2026-01', accepted: true },
    ...rest,
  };
};
