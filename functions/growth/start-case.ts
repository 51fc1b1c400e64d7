import { Refusal } from '../../domain/errors.ts';
import type { ScreeningReason } from '../../domain/growth/case.ts';
import { isKnown } from '../../domain/programme/programme.ts';
import type { Actor } from '../../domain/task/task.ts';
import { changeApplication } from '../data/applications.ts';
import type { StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { readProgramme } from '../data/programme.ts';
import { startScreening } from '../shared/workflow.ts';
import { deliverNow } from './deliver-case.ts';
import { memberOf } from './member.ts';
import { openingOf } from './opening.ts';

/**
 * Opens a screening and starts its workflow; what cannot be started now is started by the redelivery job.
 * @throws Refusal `not-found`, `not-a-member`; `case-open`; `in-programme`; TransientStoreError
 */
export const startCase = async (
  applicationId: string,
  reason: ScreeningReason,
  by: Actor,
  now: string,
): Promise<Pick<StoredCase, 'caseId' | 'stage'>> => {
  const result: { growthCase?: StoredCase } = {};
  await changeApplication(applicationId, async (application) => {
    const [member, profile, programme] = await Promise.all([
      memberOf(application),
      readProfile(application),
      readProgramme(),
    ]);
    if (member === null) throw new Refusal('not-a-member');
    if (profile.openCaseId !== null) throw new Refusal('case-open');
    if (isKnown(programme, applicationId)) throw new Refusal('in-programme');
    const { growthCase, event, writes } = openingOf(member, profile, { reason, by, now });
    result.growthCase = growthCase;
    return { application, at: now, events: [event], writes };
  });
  if (result.growthCase === undefined) throw new Error(`No case was opened for ${applicationId}.`);
  const { caseId, stage } = result.growthCase;
  await deliverNow(result.growthCase, () => startScreening(caseId));
  return { caseId, stage };
};
