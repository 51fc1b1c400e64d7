import type { Application } from '../../domain/application/application.ts';
import { type ApplicationStatus, isLive } from '../../domain/application/status.ts';
import { ApplicationWithdrawnError } from '../../domain/errors.ts';
import type { TaskKind } from '../../domain/task/task.ts';

/**
 * A step goes on with live applications alone.
 * @throws ApplicationWithdrawnError when the applicant withdrew: the workflow ends in order
 * @throws Error when it has ended otherwise: the workflow should not have come here
 */
export const assertLive = ({ applicationId, status }: Application): void => {
  if (status === 'withdrawn') throw new ApplicationWithdrawnError(applicationId);
  if (!isLive(status)) throw new Error(`The application ${applicationId} is ${status}: no step goes on with it.`);
};

/** Tells whether a question of joining is still asked: where a member belongs is asked again when it moves. */
export const isStillAsked = (kind: TaskKind, status: ApplicationStatus): boolean =>
  isLive(status) || (status === 'admitted' && kind === 'choose-antenna');

/**
 * As {@link assertLive}, for the question of a kind.
 * @throws ApplicationWithdrawnError; Error
 */
export const assertAskable = (kind: TaskKind, application: Application): void => {
  if (!isStillAsked(kind, application.status)) assertLive(application);
};
