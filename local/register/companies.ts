/** A company as the local register knows it; the server turns it into the public register's shape. */
export type LocalCompany = {
  siren: string;
  name: string;
  siret: string;
  communeCode: string;
  postcode: string;
  activity: string;
  activityNaf2025?: string;
  /** INSEE code of the headcount band: `11` is 10 to 19. */
  headcountBand?: string;
  /** Turnover of published accounts, in euros, by year. */
  turnovers?: Readonly<Record<number, number>>;
  size?: 'PME' | 'ETI' | 'GE';
  /** ISO 8601 date. */
  createdOn?: string;
  ceased?: boolean;
};

/**
 * A few well-known digital companies of the region. Name, SIREN and place are public; the establishment's number, the
 * headcount band and the dates are there to have something to compare with, and may differ from today's register.
 */
export const KNOWN_COMPANIES: readonly LocalCompany[] = [
  {
    siren: '331518498',
    name: 'ESKER',
    siret: '33151849800018',
    communeCode: '69266',
    postcode: '69100',
    activity: '58.29C',
    headcountBand: '42',
    size: 'ETI',
    createdOn: '1985-02-01',
  },
  {
    siren: '395008246',
    name: 'VISIATIV',
    siret: '39500824600013',
    communeCode: '69044',
    postcode: '69260',
    activity: '58.29C',
    headcountBand: '22',
    size: 'ETI',
    createdOn: '1994-05-04',
  },
  {
    siren: '519319651',
    name: 'SOPRA HR SOFTWARE',
    siret: '51931965100013',
    communeCode: '74010',
    postcode: '74940',
    activity: '62.02A',
    headcountBand: '51',
    size: 'GE',
    createdOn: '2010-01-01',
  },
];
