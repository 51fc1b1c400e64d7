import { settleFigures } from '../../domain/member/lifecycle.ts';
import { KeepFiguresInput, KeepFiguresOutput } from '../../domain/renewal/steps.ts';
import { task } from '../shared/task.ts';
import { cancelQuestions } from './questions.ts';
import { renewalStep } from './step.ts';

/** Lets the last known figures stand: nobody answered in time, and nobody is asked any more. */
export const handler = task(KeepFiguresInput, KeepFiguresOutput, async (input) => {
  await renewalStep(
    input,
    (member) => settleFigures(member, input.key, null, input.now),
    async ({ applicationId }) => ({ writes: await cancelQuestions(applicationId) }),
  );
  return {};
});
