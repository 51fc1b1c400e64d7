import { outcomeOf } from '../../domain/dues/dues.ts';
import { planArrears } from '../../domain/renewal/arrears.ts';
import { renewalDuesId } from '../../domain/renewal/names.ts';
import { PlanArrearsInput, PlanArrearsOutput } from '../../domain/renewal/steps.ts';
import { findDues } from '../data/invoices.ts';
import { getMember } from '../data/members.ts';
import { getReceivable } from '../data/receivables.ts';
import { task } from '../shared/task.ts';
import { assertRenewing } from './step.ts';

/** Tells whether the dues of a renewal are paid, or waived. */
const isPaid = async (applicationId: string, key: string): Promise<boolean> => {
  const dues = await findDues(applicationId, renewalDuesId(applicationId, key));
  if (dues === null || dues.number === null) return false;
  const outcome = outcomeOf((await getReceivable(dues.number, applicationId)).status);
  return outcome === 'settled' || outcome === 'waived';
};

/** Says what is to be done about a renewal that is not paid, or how long nothing is. */
export const handler = task(PlanArrearsInput, PlanArrearsOutput, async ({ applicationId, memberNumber, key, now }) => {
  const member = await getMember(memberNumber);
  const renewal = assertRenewing(member, key);
  return planArrears({ status: member.status, paid: await isPaid(applicationId, key) }, renewal, now);
});
