import { DuplicateCompanyError } from '../../domain/errors.ts';
import { ReserveCompanyInput, ReserveCompanyOutput } from '../../domain/joining/steps.ts';
import { getApplication } from '../data/applications.ts';
import { findSirenLock, takeSiren } from '../data/siren-locks.ts';
import { transact } from '../data/table.ts';
import { task } from '../shared/task.ts';
import { assertLive } from './live.ts';

/** Makes sure that the application holds its SIREN, which it took when it was submitted. */
export const handler = task(ReserveCompanyInput, ReserveCompanyOutput, async ({ applicationId, now }) => {
  const application = await getApplication(applicationId);
  assertLive(application);
  const { siren } = application.form.company;
  const duplicate = () => new DuplicateCompanyError(siren);
  const lock = await findSirenLock(siren);
  if (lock === null) await transact([takeSiren(siren, applicationId, now, duplicate)]);
  else if (lock.owner !== 'application' || lock.id !== applicationId) throw duplicate();
  return {};
});
