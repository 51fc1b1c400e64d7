import type { GrowthCase } from '../../domain/growth/case.ts';
import type { Candidate } from '../../domain/programme/cohort.ts';
import { inPlace } from '../../domain/programme/cohort.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** The company of a case, as the programme knows it. */
export const candidateOf = (growthCase: GrowthCase): Candidate => {
  const { applicationId, caseId, memberNumber, companyName, siren, antenna } = growthCase;
  return { applicationId, caseId, memberNumber, companyName, siren, antenna };
};

/** The cohort a company holds a place in; null when it waits, or is not there. */
export const cohortOf = (programme: Programme, applicationId: string) =>
  programme.cohorts.find((cohort) => inPlace(cohort).some((one) => one.applicationId === applicationId)) ?? null;
