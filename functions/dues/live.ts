import type { Application } from '../../domain/application/application.ts';
import { ApplicationWithdrawnError } from '../../domain/errors.ts';

/**
 * Dues are asked of whoever has not withdrawn, a member included.
 * @throws ApplicationWithdrawnError: the workflow ends in order
 */
export const assertAsked = ({ applicationId, status }: Pick<Application, 'applicationId' | 'status'>): void => {
  if (status === 'withdrawn') throw new ApplicationWithdrawnError(applicationId);
};
