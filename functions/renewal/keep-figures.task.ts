import { settleFigures } from '../../domain/member/lifecycle.ts';
import { KeepFiguresInput, KeepFiguresOutput } from '../../domain/renewal/steps.ts';
import { isRenewalTask } from '../../domain/task/task.ts';
import { changeTask, listTasks } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { renewalStep } from './step.ts';

/** Lets the last known figures stand: nobody answered in time, and nobody is asked any more. */
export const handler = task(KeepFiguresInput, KeepFiguresOutput, async (input) => {
  await renewalStep(
    input,
    (member) => settleFigures(member, input.key, null, input.now),
    async ({ applicationId }) => ({
      writes: (await listTasks(applicationId))
        .filter((asked) => isRenewalTask(asked) && asked.status === 'open')
        .map((asked) => changeTask(asked, { status: 'cancelled' }).write),
    }),
  );
  return {};
});
