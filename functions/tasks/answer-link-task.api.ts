import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { answerableThrough } from '../../domain/task/rules.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { answerTask } from './answer.ts';

/** Answers what the applicant is asked, through their private link. */
export const handler = api(ROUTES.AnswerLinkTask, linkHolder, async (request) => {
  const { caller, params, body, bodySha256, idempotencyKey } = request;
  return answerTask({
    taskId: params.id,
    body,
    bodySha256,
    idempotencyKey,
    by: { kind: 'company' },
    circumstances: request,
    linkSha256: caller.tokenSha256,
    authorize: (task, application) => {
      // Another application's task, or one for staff, does not exist for this link.
      if (task.applicationId !== caller.applicationId || task.audience.kind !== 'link') throw new Refusal('not-found');
      const via = viaOf(caller, application.form.contact.email);
      if (!answerableThrough(task, via)) throw new Refusal('mailed-link-required');
    },
  });
});
