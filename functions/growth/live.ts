import { CaseClosedError } from '../../domain/errors.ts';
import { type GrowthCase, isOpen } from '../../domain/growth/case.ts';

/**
 * A step goes on with open cases alone.
 * @throws CaseClosedError when the company withdrew or left: the workflow ends in order
 * @throws Error when it has ended otherwise: the workflow should not have come here
 */
export const assertCaseOpen = (growthCase: GrowthCase): void => {
  if (growthCase.abandoned !== null) throw new CaseClosedError(growthCase.caseId);
  if (!isOpen(growthCase)) throw new Error(`The case ${growthCase.caseId} has ended: no step goes on with it.`);
};
