import { CloseCaseInput, CloseCaseOutput } from '../../domain/growth/steps.ts';
import { task } from '../shared/task.ts';
import { endCase } from './end-case.ts';

/** Ends the case with the outcome the workflow came to. */
export const handler = task(CloseCaseInput, CloseCaseOutput, async ({ caseId, outcome, now }) => {
  await endCase(caseId, outcome, now);
  return {};
});
