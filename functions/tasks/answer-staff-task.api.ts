import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { findCallingJuror } from '../jury/calling-juror.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { answerTask } from './answer.ts';

/** Answers a task put to staff: those of the antennas that are asked, and the head office always; a vote, its juror alone. */
export const handler = api(ROUTES.AnswerStaffTask, staff, async (request) => {
  const { caller, params, body, bodySha256, idempotencyKey } = request;
  const juror = await findCallingJuror(caller);
  return answerTask({
    taskId: params.id,
    body,
    bodySha256,
    idempotencyKey,
    by: { kind: 'staff', id: caller.id, name: caller.name },
    circumstances: request,
    linkSha256: null,
    authorize: ({ audience }) => {
      if (audience.kind === 'jury') {
        if (audience.jurorId !== juror?.jurorId) throw new Refusal('not-sitting');
        return;
      }
      // What the applicant is asked is no task of the staff's.
      if (audience.kind !== 'staff') throw new Refusal('not-found');
      assertWithin(taskScope(caller), audience.antennas);
    },
  });
});
