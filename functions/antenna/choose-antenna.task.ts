import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { ChooseAntennaInput } from '../../domain/joining/steps.ts';
import { task } from '../shared/task.ts';
import { ask } from '../tasks/ask.ts';

/** Asks the staff of the antennas that contest the territory. Their choice is the state's result. */
export const handler = task(ChooseAntennaInput, z.strictObject({}), async (input) => {
  await ask({
    ...input,
    kind: 'choose-antenna',
    status: 'assigning-antenna',
    isThis: ({ audience }, { proposal }) =>
      audience.kind === 'staff' && isDeepStrictEqual(audience.antennas, proposal?.candidates),
    asking: ({ proposal }) => {
      if (proposal === null) throw new Error(`The application ${input.applicationId} has no proposal.`);
      return { kind: 'choose-antenna', candidates: proposal.candidates };
    },
    // The proposal, told already, names who is asked and why.
    happening: () => null,
  });
  return {};
});
