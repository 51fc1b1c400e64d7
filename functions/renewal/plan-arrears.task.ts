import { planArrears } from '../../domain/renewal/arrears.ts';
import { PlanArrearsInput, PlanArrearsOutput } from '../../domain/renewal/steps.ts';
import { getMember } from '../data/members.ts';
import { task } from '../shared/task.ts';
import { assertRenewing } from './step.ts';

/** Says what is to be done about a renewal that is not paid, or how long nothing is. */
export const handler = task(PlanArrearsInput, PlanArrearsOutput, async ({ memberNumber, key, now }) => {
  const member = await getMember(memberNumber);
  return planArrears(member, assertRenewing(member, key), now);
});
