import type { DuesPolicy, Seller } from './policy.ts';

/**
 * Who issues the invoices until a treasurer says otherwise: nobody. The SIREN passes its check and the IBAN is the
 * example of La Banque Postale, so everything runs; infra/stages.ts refuses to deploy production with it.
 */
export const SAMPLE_SELLER: Seller = {
  legalName: 'Cluster numérique Auvergne-Rhône-Alpes',
  siren: '123456782',
  vatNumber: null,
  street: '1 rue de la République',
  postcode: '69001',
  city: 'Lyon',
  email: 'tresorerie@example.org',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
};

/**
 * The versions of the scale that the code knows, the oldest first; those that an administrator publishes are kept in
 * the table, and continue them. A version is never edited once something was quoted by it.
 *
 * 2017-01: bands by headcount, the cluster's own scale. VAT: out of scope, because dues give a say in the
 * cluster and access to what it does for all, and are the price of no service to the one who pays: there is no direct
 * link (CJEU, 8 March 1988, 102/86, Apple and Pear Development Council; BOI-TVA-CHAMP-10-10-10). The treasurer chooses
 * another regime by publishing a version. Late penalties: three times the legal rate at least (L441-10 code de
 * commerce); 12 % stands above it.
 */
export const DUES_POLICIES: readonly DuesPolicy[] = [
  {
    version: '2017-01',
    from: '2017-01-01',
    basis: 'headcount',
    bands: [
      { from: 0, to: 2, cents: 150_00 },
      { from: 3, to: 9, cents: 300_00 },
      { from: 10, to: 19, cents: 600_00 },
      { from: 20, to: 49, cents: 1_100_00 },
      { from: 50, to: 99, cents: 1_800_00 },
      { from: 100, to: 249, cents: 2_800_00 },
      { from: 250, to: null, cents: 4_500_00 },
    ],
    flat: { 'education-research': 300_00, institution: 1_100_00 },
    reductions: {
      newCompany: { underYears: 2, percent: 50 },
      midYear: { from: '07-01', percent: 50 },
    },
    minimumCents: 0,
    vatRegime: 'out-of-scope',
    terms: { dueDays: 30, reminders: [-7, 0, 15, 30], formalNotice: 45, unpaid: 60, penaltyRateBasisPoints: 12_00 },
    seller: SAMPLE_SELLER,
  },
];

/**
 * The version of the scale in force on a day.
 * @param on ISO 8601 date in Europe/Paris
 * @param policies those of the code alone unless the published ones are given too
 * @throws RangeError before the first version
 */
export const policyAt = (on: string, policies: readonly DuesPolicy[] = DUES_POLICIES): DuesPolicy => {
  const found = policies.filter((policy) => policy.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (found === undefined) throw new RangeError(`No scale of dues was in force on ${on}.`);
  return found;
};

/** The version of that name. @throws RangeError when there is none */
export const policyOf = (version: string, policies: readonly DuesPolicy[] = DUES_POLICIES): DuesPolicy => {
  const found = policies.find((policy) => policy.version === version);
  if (found === undefined) throw new RangeError(`There is no scale of dues ${version}.`);
  return found;
};
