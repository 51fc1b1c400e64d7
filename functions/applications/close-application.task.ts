import { CloseApplicationInput, CloseApplicationOutput } from '../../domain/joining/steps.ts';
import { task } from '../shared/task.ts';
import { closeApplication } from './close.ts';

/** Ends the application with the outcome the workflow came to. */
export const handler = task(
  CloseApplicationInput,
  CloseApplicationOutput,
  async ({ applicationId, outcome, reason, now }) => {
    await closeApplication(applicationId, outcome, reason, now);
    return {};
  },
);
