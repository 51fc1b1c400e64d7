import type { Application } from '../../domain/application/application.ts';
import { isLive } from '../../domain/application/status.ts';
import { ApplicationWithdrawnError } from '../../domain/errors.ts';

/**
 * A step goes on with live applications alone.
 * @throws ApplicationWithdrawnError when the applicant withdrew: the workflow ends in order
 * @throws Error when it has ended otherwise: the workflow should not have come here
 */
export const assertLive = ({ applicationId, status }: Application): void => {
  if (status === 'withdrawn') throw new ApplicationWithdrawnError(applicationId);
  if (!isLive(status)) throw new Error(`The application ${applicationId} is ${status}: no step goes on with it.`);
};
