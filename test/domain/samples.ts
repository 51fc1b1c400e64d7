import type { Application } from '../../domain/application/application.ts';
import { ApplicationForm } from '../../domain/application/form.ts';
import type { StaffGroup, StaffMember } from '../../domain/staff/staff.ts';
import { findCommune } from '../../functions/data/communes.ts';

/** A form as a company of Villeurbanne fills it in: the example of the contract. */
export const sampleForm = (): ApplicationForm => ({
  company: {
    siren: '331518498',
    legalName: 'ESKER',
    category: 'company',
    foundedOn: '1985-02-01',
    activity: { code: '58.29C', nomenclature: 'NAF2' },
    website: 'https://www.esker.fr',
  },
  establishment: { siret: null, street: '113 boulevard de Stalingrad', postcode: '69100', communeCode: '69266' },
  contact: {
    firstName: 'Jeanne',
    lastName: 'Lefèvre',
    role: 'Directrice générale',
    email: 'jeanne.lefevre@example.com',
    phone: '+33 4 72 83 46 46',
    language: 'fr',
  },
  figures: [{ year: 2025, employees: 12, turnover: 1_450_000 }],
  preferredAntenna: null,
  growthProgramme: true,
  charter: { version: '2026-01', accepted: true },
});

/** The same form, read by its schema, with some parts changed. */
export const formWith = (change: (form: ApplicationForm) => void): ApplicationForm => {
  const form = sampleForm();
  change(form);
  return ApplicationForm.parse(form);
};

/** An application just received. */
export const sampleApplication = (change: Partial<Application> = {}): Application => {
  const commune = findCommune('69266');
  if (commune === null) throw new Error('Villeurbanne is not there');
  return {
    applicationId: '6d1f0c1e-3f2a-4a58-9f0e-0d0f6f0b7a11',
    status: 'received',
    form: sampleForm(),
    commune,
    consent: {
      document: { version: '2026-01', sha256: 'a'.repeat(64), language: 'fr' },
      signer: {
        firstName: 'Jeanne',
        lastName: 'Lefèvre',
        role: 'Directrice générale',
        email: 'jeanne.lefevre@example.com',
      },
      acceptedAt: '2026-06-01T08:00:00.000Z',
      sourceIp: '192.0.2.1',
      userAgent: 'test',
      confirmation: null,
    },
    submittedAt: '2026-06-01T08:00:00.000Z',
    updatedAt: '2026-06-01T08:00:00.000Z',
    version: 0,
    emailConfirmedAt: null,
    register: null,
    proposal: null,
    antenna: null,
    closedAt: null,
    expiryReason: null,
    refusalComment: null,
    memberNumber: null,
    executionName: null,
    restarts: 0,
    ...change,
  };
};

/** A member of staff of these groups. */
export const sampleStaff = (...groups: StaffGroup[]): StaffMember => ({
  id: 'staff-1',
  name: 'Camille',
  userName: 'camille',
  groups,
  headOffice: groups.includes('admin'),
  antennas: (['LYO', 'STE', 'GRE', 'CLE', 'VAL', 'ANN'] as const).filter((code) => groups.includes(`antenna:${code}`)),
});
